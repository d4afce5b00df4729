// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.source.SourceText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers whose language does not keep null from them. */
@NullUnmarked
class NullTest {
    private static final Farstead FARSTEAD = Farstead.create();

    private static Input input() {
        return Samples.input(List.of(FarsteadTest.profile(), FleetTest.source(1)));
    }

    private static Arguments call(String argument, ThrowingCallable call) {
        return Arguments.of(argument, call);
    }

    static Stream<Arguments> calls() {
        Map<String, List<String>> noValues = new HashMap<>();
        noValues.put("fips", null);
        OutputSet outputs = FARSTEAD.compile(input()).outputs().orElseThrow();
        return Stream.of(
                call("input", () -> FARSTEAD.compile(null)),
                call("input", () -> FARSTEAD.compile(null, new WholeOutputs())),
                call("sink", () -> FARSTEAD.compile(input(), (OutputSink<RuntimeException>) null)),
                call("input", () -> FARSTEAD.compile(null, "sites/shop-1")),
                call("unit", () -> FARSTEAD.compile(input(), (String) null)),
                call("input", () -> FARSTEAD.check(null)),
                call("code", () -> FARSTEAD.explain(null)),
                call("asked", () -> FARSTEAD.matrix(null)),
                call("values of fips", () -> FARSTEAD.matrix(noValues)),
                call("delivery", () -> outputs.files(null)),
                call("path", () -> outputs.file(null)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anArgumentThatIsNullIsNamed(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(argument);
    }

    /** An input of the caller's own class is asked once, before anything is read. */
    @Test
    void aPartOfAnInputThatIsNullIsNamed() {
        Input ofTheCaller = new Input() {
            @Override
            public List<SourceText> sources() {
                return input().sources();
            }

            @Override
            public Optional<LocalDate> today() {
                return Optional.empty();
            }

            @Override
            public Progress progress() {
                return null;
            }
        };

        assertThatThrownBy(() -> FARSTEAD.check(ofTheCaller))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("progress");
    }

    @Test
    void nullIsNoAnswerOfNamedSources() {
        Input input = ImmutableInput.builder()
                .from(input())
                .namedSources((from, name) -> null)
                .sources(List.of(FarsteadTest.profile(), SpecText.source("shop.yaml", """
                                apiVersion: farstead/v1alpha1
                                kind: Site
                                metadata: {name: shop}
                                spec: {profile: chain, network: {lan: 10.20.4.0/24, caCertificates: [{file: ca.pem}]}}
                                """)))
                .build();

        assertThatThrownBy(() -> FARSTEAD.check(input))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the named sources gave null as their answer for `ca.pem`, which shop.yaml names");
    }

    @Test
    void aSourceThatIsFetchedAsNullIsNamed() {
        Input input = Samples.input(List.of(SourceText.fetched("shop.yaml", () -> null)));

        assertThatThrownBy(() -> FARSTEAD.check(input))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("shop.yaml was fetched as null");
        assertThat(FARSTEAD.check(input()).hasErrors()).isFalse();
    }
}
