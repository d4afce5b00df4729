// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.secret.KeptSecret;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Code of the caller that gives secrets, and does not do what it should. */
class SecretSourcesTest {
    private static AbstractThrowableAssert<?, ? extends Throwable> thrown(SecretSource secrets) {
        Input input = ImmutableInput.builder()
                .from(Samples.input(List.of(FarsteadTest.profile(), FleetTest.source(1))))
                .secrets(secrets)
                .build();
        return assertThatThrownBy(() -> Farstead.create().compile(input));
    }

    @Test
    void theWordsOfAnErrorAreNotPassedOn() {
        thrown((site, name) -> {
                    throw new AssertionError(Samples.CANARY);
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret source failed for `token` with java.lang.AssertionError")
                .hasNoCause();
    }

    @Test
    void theWordsOfACheckedExceptionAreNotPassedOn() {
        thrown((site, name) ->
                        SecretSourcesTest.<Optional<Secret>, RuntimeException>fail(new IOException(Samples.CANARY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret source failed for `token` with java.io.IOException")
                .hasNoCause();
    }

    /** Throws what the compiler believes to be another type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, X extends Throwable> T fail(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Test
    void aSecretThatChangesMeanwhileEndsTheRun() {
        for (Optional<Secret> later : List.of(Optional.<Secret>empty(), Optional.of(Secret.of(Samples.CANARY + "2")))) {
            Set<String> asked = new HashSet<>();
            thrown((site, name) -> asked.add(name) ? Optional.of(Secret.of(Samples.CANARY)) : later)
                    .isInstanceOf(SourceChangedException.class)
                    .hasMessageMatching("secret `(token|hash)` of site `shop-1` changed while it was compiled");
        }
    }

    @Test
    @NullUnmarked
    void nullIsNoAnswer() {
        thrown((site, name) -> null)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret source failed for `token` with null as its answer");
    }

    @Test
    @NullUnmarked
    void nullIsNoNameOfWhatIsKept() {
        for (Stream<KeptSecret> kept : Arrays.asList(null, Stream.of((KeptSecret) null))) {
            thrown(new SecretSource() {
                        @Override
                        public Optional<Secret> find(String site, String name) {
                            return Optional.empty();
                        }

                        @Override
                        public Stream<KeptSecret> kept() {
                            return kept;
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the secret source failed to name its secrets with java.lang.NullPointerException");
        }
    }
}
