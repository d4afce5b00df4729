// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;

/** What is found about a configuration that the profile of the examples passes on. */
final class PassedFindings {
    /** Findings about other things: an old release, an untested pack, an open secret. */
    private static final List<String> OTHERS = List.of("SEC-001", "K8S-011", "DIST-010");

    private PassedFindings() {}

    static List<Finding> in(String changes) {
        return Example.of(changes).findings().stream()
                .filter(finding -> !OTHERS.contains(finding.code()))
                .toList();
    }

    static List<Finding> about(String flavor, String version, String config) {
        return about(flavor, version, "none", config);
    }

    static List<Finding> about(String flavor, String version, String hardening, String config) {
        String fips = flavor.equals("pxk-e-fips") ? "fips: true, os: {version: \"20.04\"}, " : "";
        return in("profile: {spec: {" + fips + "kubernetes: {flavor: " + flavor + ", version: \"" + version
                + "\", hardening: " + hardening + ", config: {" + config + "}}}}");
    }

    /** A code that is null or empty stands for no finding. */
    static void expect(List<Finding> found, String code) {
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Finding::code).containsExactly(code);
        }
    }

    static List<String> edits(Finding finding) {
        return finding.fixes().stream()
                .map(Fix::edits)
                .flatMap(List::stream)
                .map(Edit::replacement)
                .toList();
    }
}
