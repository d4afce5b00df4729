// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fingerprint depends on, and what not. That no two findings of a run share one is held over all golden cases. */
final class FingerprintsTest {
    private static final Farstead FARSTEAD = Farstead.create();

    /** With a host number that no LAN has. */
    private static final String PROFILE =
            FarsteadTest.PROFILE.replace("vip: {hostNumber: 10}", "vip: {hostNumber: 300}");

    private static String site(String name, String lan) {
        return """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: %s}
                spec: {profile: chain, network: {lan: %s}}
                """.formatted(name, lan);
    }

    private static List<Finding> findings(SourceText... sources) {
        return FARSTEAD.check(Samples.input(List.of(sources))).findings();
    }

    private static List<String> fingerprints(String code, SourceText... sources) {
        return findings(sources).stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::fingerprint)
                .toList();
    }

    private static SourceText profile() {
        return SpecText.source("profile.yaml", PROFILE);
    }

    @Test
    void aDocumentThatMovesToAnotherFileTakesItsFindingsAlong() {
        String bad = site("shop", "10.20.4.7/24");
        List<String> before = fingerprints("NET-004", profile(), SpecText.source("a.yaml", bad));

        assertThat(before).hasSize(1).allMatch(text -> text.matches("[0-9a-f]{16}"));
        assertThat(fingerprints(
                        "NET-004",
                        SpecText.source("b.yaml", site("other", "10.20.5.0/24") + "---\n" + bad + "---\n" + PROFILE)))
                .isEqualTo(before);
    }

    @Test
    void anotherSiteOrValueIsAnotherFinding() {
        List<String> all = Stream.of(
                        site("shop", "10.20.4.7/24"), site("shop", "10.20.4.8/24"), site("store", "10.20.4.7/24"))
                .flatMap(site -> fingerprints("NET-004", profile(), SpecText.source("a.yaml", site)).stream())
                .toList();

        assertThat(all).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aLineOfAProfileIsTheSameFindingWhicheverSitesItBreaks() {
        SourceText first = SpecText.source("a.yaml", site("shop", "10.20.4.0/24"));
        SourceText second = SpecText.source("b.yaml", site("store", "10.20.5.0/25"));
        List<String> both = fingerprints("NET-003", profile(), first, second);

        assertThat(both).hasSize(1);
        assertThat(fingerprints("NET-003", profile(), first)).isEqualTo(both);
        assertThat(fingerprints("NET-003", profile(), second)).isEqualTo(both);
    }

    @Test
    void equalMistakesAreCounted() {
        assertThat(findings(SpecText.source("empty.yaml", "---\n---\n---\n")))
                .hasSizeGreaterThan(1)
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }

    @Test
    void findingsNameTheirDocument() {
        assertThat(findings(profile(), SpecText.source("a.yaml", site("shop", "10.20.4.7/24") + "---\n: [")))
                .extracting(Finding::document)
                .contains("Profile/chain", "Site/shop", "")
                .allMatch(name -> name.isEmpty() || name.matches("(Profile|Site)/(chain|shop)"));
    }

    @Test
    void aDocumentOfNoKnownKindIsNotNamed() {
        for (String kind : List.of("/", "Sight", "a/b")) {
            assertThat(findings(SpecText.source(
                            "a.yaml", site("shop", "10.20.4.0/24").replace("Site", kind))))
                    .isNotEmpty()
                    .allMatch(finding -> finding.document().isEmpty());
        }
    }

    @Test
    void theRestThatWasLeftOutHasOneToo() {
        List<Finding> findings = FARSTEAD.check(Input.builder()
                        .addSources(profile(), SpecText.source("a.yaml", site("shop", "10.20.4.7/24")))
                        .limits(ImmutableLimits.builder().findings(0).build())
                        .build())
                .findings();

        assertThat(findings)
                .hasSize(1)
                .allMatch(finding -> !finding.fingerprint().isEmpty());
    }
}
