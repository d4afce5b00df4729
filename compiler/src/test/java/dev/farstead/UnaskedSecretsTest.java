// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.secret.KeptSecret;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Secrets that are handed in and not asked for; the sites {@code shop-1} and so on ask for {@code token} and {@code hash}. */
class UnaskedSecretsTest {
    /** What is kept under {@code site/name} or {@code name}. */
    private record Folder(Set<String> paths) implements SecretSource {
        static Folder of(String... paths) {
            return new Folder(new TreeSet<>(Arrays.asList(paths)));
        }

        @Override
        public Optional<Secret> find(String site, String name) {
            return Stream.of(site + '/' + name, name)
                    .filter(paths::contains)
                    .findFirst()
                    .map(path -> Secret.of(Samples.CANARY + '$' + path));
        }

        @Override
        public Stream<KeptSecret> kept() {
            return paths.stream().map(path -> {
                int slash = path.indexOf('/');
                return new KeptSecret(path.substring(0, Math.max(slash, 0)), path.substring(slash + 1), path);
            });
        }
    }

    private static List<String> told(int sites, String... paths) {
        List<Finding> findings = Farstead.create()
                .check(ImmutableInput.builder()
                        .from(Samples.input(Stream.concat(
                                        Stream.of(FarsteadTest.profile()),
                                        IntStream.rangeClosed(1, sites).mapToObj(FleetTest::source))
                                .toList()))
                        .secrets(Folder.of(paths))
                        .build())
                .findings();
        assertThat(findings.toString()).doesNotContain(Samples.CANARY);
        return findings.stream()
                .filter(finding -> Set.of("SEC-018", "SEC-019").contains(finding.code()))
                .map(finding -> finding.code() + ' ' + finding.message() + "; " + String.join(", ", finding.values())
                        + "; " + finding.effect().orElse("") + "; "
                        + finding.fixes().get(0).text())
                .toList();
    }

    @Test
    void whatIsAskedForIsNotTold() {
        assertThat(told(1, "token", "hash", "shop-1/token")).isEmpty();
    }

    @Test
    void aMisspeltSecretOfASiteLeavesItWithTheSharedOne() {
        assertThat(told(1, "token", "hash", "shop-1/tokn"))
                .containsExactly("SEC-018 secret `tokn` was handed in for a site that asks for none of this name; "
                        + "shop-1/tokn is that of `shop-1`, which asks for hash, token; "
                        + "nothing gets it, and the site gets the secret `token` that is there for all sites; "
                        + "rename it to `token` if that is what it is; else remove it");
    }

    @Test
    void aMisspeltSecretOfASiteLeavesItOpen() {
        assertThat(told(1, "hash", "shop-1/token.txt"))
                .singleElement()
                .asString()
                .contains("nothing gets it, and secret `token` of the site stays open");
    }

    @Test
    void theSameSlipForManySitesIsOneFinding() {
        assertThat(told(
                        9,
                        IntStream.rangeClosed(0, 9)
                                .mapToObj(number -> number == 0 ? "token" : "shop-" + number + "/tokn")
                                .toArray(String[]::new)))
                .hasSize(1);
    }

    @Test
    void aMisspeltSiteLeavesItWithTheSharedSecrets() {
        assertThat(told(1, "token", "hash", "shpo-1/token"))
                .containsExactly(
                        "SEC-018 secrets were handed in for `shpo-1`, and no site of the sources has this name; "
                                + "shpo-1/token is the first of them; site `shop-1` has none of its own; "
                                + "nothing gets them, and `shop-1` gets what is there for all sites; "
                                + "rename `shpo-1` to `shop-1` if these are its secrets; else hand them in with their site");
    }

    @Test
    void theSecretsOfAFleetAreNoMistakeWhereOneSiteIsCompiled() {
        assertThat(told(1, "token", "hash", "of-another-profile", "shop-2/token", "shop-3/token", "shop-3/other"))
                .isEmpty();
        assertThat(told(1, "token", "hash", "shop-1/token", "shpo-1/token")).isEmpty();
    }

    @Test
    void aMisspeltSiteIsFoundAmongThousandsOfOthers() {
        Stream<String> others = IntStream.rangeClosed(1_000, 9_000).mapToObj(number -> "shop-" + number + "/token");

        assertThat(told(
                        1,
                        Stream.concat(others, Stream.of("token", "hash", "shpo-1/token"))
                                .toArray(String[]::new)))
                .hasSize(1);
    }

    @Test
    void whatIsLeftInTheSecretsOfAWholeFleetIsOneNote() {
        assertThat(told(3, "token", "hash", "old", "shop-1/token", "shop-8/token", "shop-9/token"))
                .containsExactly("SEC-019 secrets were handed in that nothing asks for; for all sites: old, "
                        + "of sites that are not among the sources: shop-8, shop-9; nothing gets them; "
                        + "remove what is left over; what is for others may stay");
    }

    @Test
    void aSharedSecretThatIsNearlyAnOpenOneIsAMistake() {
        assertThat(told(1, "tokne", "hash"))
                .containsExactly("SEC-018 secret `tokne` was handed in and nothing asks for it; "
                        + "tokne; secret `token` was not handed in; "
                        + "nothing gets it, and secret `token` stays open; "
                        + "rename it to `token` if that is what it is; else remove it");
    }

    @Test
    void aSiteThatCannotBeReadMayBeTheOneThatAsks() {
        List<Finding> findings = Farstead.create()
                .check(ImmutableInput.builder()
                        .from(Samples.input(List.of(
                                FarsteadTest.profile(),
                                FleetTest.source(1),
                                new SourceText("broken.yaml", "kind: Site\n".getBytes(StandardCharsets.UTF_8)))))
                        .secrets(Folder.of("token", "hash", "tokens", "shpo-1/token"))
                        .build())
                .findings();
        assertThat(findings).extracting(Finding::code).isNotEmpty().doesNotContain("SEC-018", "SEC-019");
    }

    @Test
    void theWordsOfAFailureAreNotPassedOn() {
        SecretSource failing = new SecretSource() {
            @Override
            public Optional<Secret> find(String site, String name) {
                return Optional.empty();
            }

            @Override
            public Stream<KeptSecret> kept() {
                throw new IllegalArgumentException(Samples.CANARY);
            }
        };
        Input input = ImmutableInput.builder()
                .from(Samples.input(List.of(FarsteadTest.profile(), FleetTest.source(1))))
                .secrets(failing)
                .build();
        assertThatThrownBy(() -> Farstead.create().check(input))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret source failed to name its secrets with java.lang.IllegalArgumentException")
                .hasNoCause();
    }
}
