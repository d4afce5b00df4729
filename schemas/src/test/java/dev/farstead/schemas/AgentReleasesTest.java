// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentReleasesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @ParameterizedTest
    @CsvSource({
        "4.4.12, 1.26, 1.26.4 1.26.12 1.26.14",
        "4.4.12, 1.27, 1.27.2 1.27.9 1.27.11 1.27.15",
        "4.4.12, 1.28, 1.28.5 1.28.7 1.28.11 1.28.13",
        "4.4.12, 1.29, 1.29.0 1.29.2 1.29.6 1.29.8",
        "4.5.15, 1.26, 1.26.4 1.26.14",
        "4.5.15, 1.27, 1.27.2 1.27.9 1.27.11 1.27.15",
        "4.5.15, 1.28, 1.28.5 1.28.7 1.28.11 1.28.13 1.28.14 1.28.15",
        "4.5.15, 1.29, 1.29.0 1.29.2 1.29.6 1.29.8 1.29.9 1.29.10 1.29.12",
    })
    void aReleaseBuildsTheseK3sPatches(String agent, String minor, String patches) {
        AgentRelease release = CATALOGUE.agentRelease(agent).orElseThrow();
        assertThat(release.patches("k3s", minor(minor)))
                .extracting(KubernetesVersion::toString)
                .containsExactly(patches.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "4.4.12, k3s, 1.28, 1.28.13",
        "4.5.15, k3s, 1.28, 1.28.15",
        "4.4.12, rke2, 1.29, 1.29.7",
        "4.5.15, pxk-e, 1.27, 1.27.16",
        "4.5.15, pxk-e-fips, 1.29, 1.29.12",
    })
    void aPlainMinorMeansTheNewestPatch(String agent, String flavor, String minor, String newest) {
        AgentRelease release = CATALOGUE.agentRelease(agent).orElseThrow();
        assertThat(release.newest(flavor, minor(minor)).map(KubernetesVersion::toString))
                .contains(newest);
    }

    @ParameterizedTest
    @CsvSource({
        "4.4.12, k3s, 15", "4.4.12, rke2, 26", "4.4.12, pxk-e, 22", "4.4.12, pxk-e-fips, 18",
        "4.5.15, k3s, 19", "4.5.15, rke2, 33", "4.5.15, pxk-e, 27", "4.5.15, pxk-e-fips, 23",
    })
    void theListsOfAllFlavorsAreComplete(String agent, String flavor, int patches) {
        AgentRelease release = CATALOGUE.agentRelease(agent).orElseThrow();
        assertThat(release.minors(flavor)).containsExactly(minor("1.26"), minor("1.27"), minor("1.28"), minor("1.29"));
        assertThat(release.minors(flavor).stream().flatMap(minor -> release.patches(flavor, minor).stream()))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(patches);
    }

    @Test
    void aReleaseSaysWhatItsImagesHold() {
        AgentRelease release = CATALOGUE.agentRelease("4.5.15").orElseThrow();
        assertThat(release.osVersions("ubuntu")).containsExactly("20.04", "22.04");
        assertThat(release.osVersions("opensuse")).containsExactly("15.6");
        assertThat(release.provider("k3s")).contains("v4.5.1");
        assertThat(release.modeKey()).isEqualTo("installationMode");
        assertThat(release.airGappedMode()).isEqualTo("airgap");
        assertThat(release.imageHost(false)).isEqualTo("us-docker.pkg.dev/palette-images/edge");
    }

    @Test
    void clustersOfSeveralHostsWithoutAManagementPlaneCameWith45() {
        assertThat(CATALOGUE.agentRelease("4.4.12").orElseThrow().multiNode()).isEmpty();
        assertThat(CATALOGUE.agentRelease("4.5.15").orElseThrow().multiNode().map(AgentKey::path))
                .contains("stylus.enableMultiNode");
    }

    @Test
    void aLoadBalancerOutsideTheClusterCameWith45() {
        assertThat(CATALOGUE.agentRelease("4.4.12").orElseThrow().loadBalancer())
                .isEmpty();
        AgentKey key =
                CATALOGUE.agentRelease("4.5.15").orElseThrow().loadBalancer().orElseThrow();
        assertThat(key.path()).isEqualTo("stylus.skipKubeVip");
        assertThat(key.inferred()).isTrue();
    }

    @Test
    void theSuffixNamesABuildOfTheDistribution() {
        AgentRelease release = CATALOGUE.agentRelease("4.4.12").orElseThrow();
        assertThat(release.suffix("k3s")).contains("k3s1");
        assertThat(release.suffix("rke2")).contains("rke2r1");
        assertThat(release.suffix("pxk-e")).isEmpty();
    }

    @Test
    void unknownThingsAreEmpty() {
        AgentRelease release = CATALOGUE.agentRelease("4.4.12").orElseThrow();
        assertThat(CATALOGUE.agentRelease("4.4.13")).isEmpty();
        assertThat(release.newest("k3s", minor("1.30"))).isEmpty();
        assertThat(release.newest("nodeadm", minor("1.29"))).isEmpty();
        assertThat(release.osVersions("rhel")).isEmpty();
        assertThat(release.provider("nodeadm")).isEmpty();
    }

    @Test
    void agentVersionsAreOrderedByNumber() {
        AgentVersion older = AgentVersion.parse("4.5.4").orElseThrow();
        AgentVersion newer = AgentVersion.parse("4.5.15").orElseThrow();
        assertThat(older).isLessThan(newer);
        assertThat(AgentVersion.parse("v4.5.15")).isEmpty();
    }
}
