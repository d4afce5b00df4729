// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and names that a caller hands in, and that no output file could hold. */
final class NamedSourcesTest {
    private static final Farstead FARSTEAD = Farstead.create();

    private static SourceText site() {
        return SpecText.source("shop.yaml", """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop}
                spec:
                  profile: chain
                  network: {lan: 10.20.4.0/24}
                  users: [{name: ops, groups: [sudo], sshAuthorizedKeys: [{file: ops.pub}]}]
                """);
    }

    /** Each stands in the comment of a key, which nothing else looks at. */
    @ParameterizedTest
    @CsvSource({"0, NUL character", "D800, half a surrogate pair", "DC00, half a surrogate pair"})
    void whatNoTextCanHoldIsFoundWhereItsSourceIsNamed(String character, String words) {
        String key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ops?"
                + (char) Integer.parseInt(character, 16);
        Input input = ImmutableInput.builder()
                .from(Samples.input(List.of(FarsteadTest.profile(), site())))
                .namedSources((from, name) -> Optional.of(key))
                .build();

        assertThat(FARSTEAD.compile(input).findings())
                .as("a user whose key can't be read is not said to have none")
                .extracting(Finding::code)
                .doesNotContain("SEC-011");
        assertThat(FARSTEAD.compile(input).findings())
                .filteredOn(finding -> finding.code().equals("DATA-002"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("the source `ops.pub` holds")
                            .contains(words);
                    assertThat(finding.path()).isEqualTo("spec.users[0].sshAuthorizedKeys[0].file");
                    assertThat(finding.fixes()).hasSize(1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud800", "shop?\udc00.yaml"})
    void aNameThatTheIndexCouldNotHoldIsRefused(String name) {
        byte[] nothing = {};
        assertThatThrownBy(() -> new SourceText(name, nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the name of a source");
        assertThatThrownBy(() -> SourceText.fetched(name, () -> nothing)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyOtherNameStandsInTheIndex() {
        SourceText profile = new SourceText(
                "\ud83c\udfea \"shop\"\n.yaml", FarsteadTest.profile().bytes());

        assertThat(Samples.text(FARSTEAD.compile(Samples.input(List.of(profile)))
                        .outputs()
                        .flatMap(set -> set.file(IndexPart.PATH))
                        .orElseThrow()))
                .contains("\"name\": \"\ud83c\udfea \\\"shop\\\"\\n.yaml\"");
    }
}
