// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import dev.farstead.schemas.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxisCheckTest {
    private static final Place SPEC = new Place("spec", range(4, 4), range(40, 10));

    private final AxisTable table = Catalogue.bundled().axes();

    private static Range range(int line, int length) {
        return new Range(
                "a.yaml", new Position(line, 1, line * 100), new Position(line, 1 + length, line * 100 + length));
    }

    private static Sourced<String> written(int line, String text, int quotes) {
        Range range = range(line, text.length() + quotes);
        return new Sourced<>(text, new Origin.Written(new Place("spec.line" + line, range, range)));
    }

    private static Sourced<String> written(int line, String text) {
        return written(line, text, 0);
    }

    private static Sourced<String> byDefault(String text) {
        return new Sourced<>(text, new Origin.Default("nothing is given"));
    }

    private Finding finding(String code, String axis, Map<String, Sourced<String>> chosen) {
        AxisConstraint constraint = table.constraints().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        Map<String, String> texts = new LinkedHashMap<>();
        chosen.forEach((name, value) -> texts.put(name, value.value()));
        assertThat(constraint.broken(texts)).contains(axis);
        return new AxisWords(table).finding(constraint, axis, chosen, SPEC);
    }

    @Test
    void anExcludedValueIsUnderlinedWithItsCauseAndEdited() {
        Finding finding = finding(
                "FIPS-001",
                "kubernetes.flavor",
                Map.of("fips", written(7, "true"), "kubernetes.flavor", written(5, "k3s")));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message())
                .isEqualTo("`kubernetes.flavor: k3s` does not go with `fips: true`: this Kubernetes flavor has no build"
                        + " for FIPS mode");
        assertThat(finding.range()).contains(range(5, 3));
        assertThat(finding.related()).extracting(related -> related.range()).containsExactly(range(7, 4));
        assertThat(finding.values()).containsExactly("allowed: rke2, pxk-e-fips");
        assertThat(finding.fixes())
                .containsExactly(
                        Fix.of(
                                "set `spec.kubernetes.flavor` to pxk-e-fips",
                                new Edit(range(5, 3), "pxk-e-fips"),
                                Fix.Applicability.GUESS),
                        Fix.of(
                                "set `spec.kubernetes.flavor` to rke2",
                                new Edit(range(5, 3), "rke2"),
                                Fix.Applicability.GUESS),
                        Fix.of(
                                "set `spec.fips` to false; this lowers the protection",
                                new Edit(range(7, 4), "false"),
                                Fix.Applicability.GUESS));
    }

    @Test
    void whatStandsInQuotesStaysInQuotes() {
        Finding finding = finding(
                "FIPS-001",
                "kubernetes.flavor",
                Map.of("fips", byDefault("true"), "kubernetes.flavor", written(5, "k3s", 2)));

        assertThat(finding.fixes().get(0).edits()).containsExactly(new Edit(range(5, 5), "\"pxk-e-fips\""));
        assertThat(finding.fixes().get(2).edits())
                .as("a default stands nowhere")
                .isEmpty();
    }

    @Test
    void aValueThatWouldHaveNoEffectIsLeftOut() {
        Finding finding = finding(
                "REG-030",
                "registration",
                Map.of(
                        "mode",
                        written(5, "air-gapped"),
                        "agent",
                        written(6, "present"),
                        "registration",
                        written(20, "auto")));

        assertThat(finding.message())
                .startsWith("`registration: auto` does not go with `mode: air-gapped`: an air-gapped host registers");
        assertThat(finding.values()).containsExactly("allowed: no `registration`");
        assertThat(finding.fixes())
                .extracting(Fix::text)
                .containsExactly(
                        "leave out `spec.registration` of the site",
                        "set `spec.mode` to connected; this lowers the protection");
        assertThat(finding.fixes().get(0).applicability()).isEqualTo(Fix.Applicability.ADVICE);
    }

    @Test
    void whatIsMissingIsSaidWhereItShouldStand() {
        Finding finding = finding(
                "REG-031",
                "registration",
                Map.of(
                        "mode",
                        written(5, "connected"),
                        "agent",
                        written(6, "present"),
                        "registration",
                        byDefault("none")));

        assertThat(finding.message())
                .startsWith("`registration` is missing with `mode: connected` and the Palette agent");
        assertThat(finding.range()).contains(SPEC.key());
        assertThat(finding.fixes())
                .extracting(Fix::text)
                .containsExactly(
                        "set `spec.registration.method` of the site to manual",
                        "set `spec.registration.method` of the site to auto",
                        "set `spec.registration.method` of the site to qr-code");
    }

    /** A profile alone: what its sites would have to change with it is part of the way out. */
    @Test
    void aRepairOfAProfileSaysWhatItsSitesMustChange() {
        Finding finding = finding(
                "STOR-010",
                "csi",
                Map.of("mode", written(5, "connected"), "agent", byDefault("absent"), "csi", written(9, "rook-ceph")));

        assertThat(finding.fixes())
                .extracting(Fix::text)
                .containsExactly(
                        "leave out `spec.storage.csi`",
                        "give `spec.agent`, and set `spec.registration.method` of the site to manual",
                        "give `spec.agent`, and set `spec.registration.method` of the site to auto");
    }

    @Test
    void aWarningSaysWhatWouldBeSafe() {
        Finding finding =
                finding("FIPS-008", "csi", Map.of("fips", written(7, "true"), "csi", written(9, "rook-ceph")));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`csi: rook-ceph` with `fips: true`: the page of this pack names no FIPS build");
        assertThat(finding.fixes()).containsExactly(Fix.advice("to be on the safe side, leave out `spec.storage.csi`"));
    }

    @Test
    void aProfileIsHeldAgainstTheTable() {
        Example example = Example.of("{profile: {spec: {fips: true}}}");

        assertThat(new AxisCheck(table)
                        .check(example.profiles().get(0).profile())
                        .map(Finding::code))
                .contains("FIPS-001");
        assertThat(new AxisCheck(table).check(example.sites().get(0).site())).isEmpty();
    }

    @Test
    void theBaseExampleKeepsEveryConstraint() {
        Example example = Example.of("{}");

        assertThat(new AxisCheck(table).check(example.profiles().get(0).profile()))
                .isEmpty();
        assertThat(new AxisCheck(table).check(example.sites().get(0).site())).isEmpty();
    }

    @Test
    void everyConstraintSaysSomethingThatFits() {
        assertThat(table.constraints()).allSatisfy(constraint -> {
            assertThat(constraint.message()).doesNotEndWith(".").isNotBlank();
            assertThat(constraint.effect()).doesNotEndWith(".").isNotBlank();
        });
    }
}
