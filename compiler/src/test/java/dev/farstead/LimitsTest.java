// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.SourceText;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the caller says of sources is looked at when it is said. */
class LimitsTest {
    private static void refused(String name, Function<ImmutableLimits.Builder, ImmutableLimits.Builder> limit) {
        assertThatThrownBy(() -> limit.apply(ImmutableLimits.builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the limit `" + name + "` is ");
    }

    @Test
    void eachLimitHasARange() {
        refused("sourceBytes", limits -> limits.sourceBytes(-1));
        refused("documentBytes", limits -> limits.documentBytes(-1));
        refused("lineBytes", limits -> limits.lineBytes(-1));
        refused("depth", limits -> limits.depth(0));
        refused("depth", limits -> limits.depth(257));
        refused("pathCharacters", limits -> limits.pathCharacters(-1));
        refused("aliasNodes", limits -> limits.aliasNodes(-1));
        refused("findings", limits -> limits.findings(-1));
    }

    @Test
    void theDeepestNestingFitsTheStackOfAThread() throws Exception {
        int levels = Limits.MOST_DEPTH - 4;
        for (String value :
                List.of("{a: ".repeat(levels) + "1" + "}".repeat(levels), "[".repeat(levels) + "]".repeat(levels))) {
            Input input = ImmutableInput.builder()
                    .from(Samples.input(
                            List.of(FarsteadTest.profile(), SpecText.source("deep.yaml", """
                            apiVersion: farstead/v1alpha1
                            kind: Site
                            metadata: {name: shop}
                            spec: {profile: chain, network: {lan: 10.20.4.0/24}, kubernetes: {config: {tls-san: %s}}}
                            """.formatted(value)))))
                    .limits(ImmutableLimits.builder()
                            .depth(Limits.MOST_DEPTH)
                            .pathCharacters(10_000)
                            .build())
                    .build();
            FutureTask<Compilation> task =
                    new FutureTask<>(() -> Farstead.create().check(input));
            new Thread(null, task, "deep", 1 << 20).start();

            assertThat(task.get().findings())
                    .extracting(finding -> finding.code())
                    .anyMatch(code -> code.startsWith("DIST-"))
                    .doesNotContain("YAML-007");
        }
    }

    @Test
    @NullUnmarked
    void nothingOfASourceIsNull() {
        byte[] none = null;
        Supplier<byte[]> never = null;

        assertThatThrownBy(() -> new SourceText(null, new byte[0])).hasMessage("name");
        assertThatThrownBy(() -> new SourceText("a.yaml", none)).hasMessage("bytes");
        assertThatThrownBy(() -> SourceText.fetched("a.yaml", never)).hasMessage("fetch");
        Input input = Samples.input(List.of(SourceText.fetched("a.yaml", () -> null)));
        assertThatThrownBy(() -> Farstead.create().check(input)).hasMessage("a.yaml was fetched as null");
    }
}
