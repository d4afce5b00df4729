// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingSystemsTest {
    private final OperatingSystems systems = Catalogue.bundled().operatingSystems();

    private static AgentVersion agent(String text) {
        return AgentVersion.parse(text).orElseThrow();
    }

    private FipsSystem fips(String distribution) {
        return systems.distribution(distribution).flatMap(OperatingSystem::fips).orElseThrow();
    }

    @Test
    void systemsKnowTheirNameInTheBuild() {
        assertThat(systems.family("ubuntu"))
                .extracting(OperatingSystem::distribution)
                .containsExactly("ubuntu");
        assertThat(systems.family("opensuse"))
                .extracting(OperatingSystem::distribution)
                .containsExactly("opensuse-leap");
        assertThat(systems.family("byoos"))
                .extracting(OperatingSystem::distribution)
                .containsExactly("ubuntu", "opensuse-leap", "rhel", "sles");
        assertThat(systems.family("rocky")).isEmpty();
        assertThat(systems.distribution("rocky")).isEmpty();
    }

    @Test
    void onlyUbuntuIsHardenedByTheBuild() {
        assertThat(systems.all())
                .filteredOn(system -> !system.cisArchitectures().isEmpty())
                .singleElement()
                .satisfies(system -> {
                    assertThat(system.distribution()).isEqualTo("ubuntu");
                    assertThat(system.cisArchitectures()).containsExactly("amd64");
                });
    }

    @Test
    void onlyUbuntuAndRhelRunInFipsMode() {
        assertThat(systems.all())
                .filteredOn(system -> system.fips().isPresent())
                .extracting(OperatingSystem::distribution)
                .containsExactly("ubuntu", "rhel");
    }

    @ParameterizedTest
    @CsvSource({"ubuntu, fips=1", "rhel, fips=1 selinux=0"})
    void fipsModeIsSwitchedOnInTheKernel(String distribution, String commandLine) {
        assertThat(fips(distribution).commandLine()).isEqualTo(commandLine);
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu, 4.4.12, 20.04",
        "ubuntu, 4.5.3, 20.04",
        "ubuntu, 4.5.15, 20.04",
        "rhel, 4.4.12, 8",
        "rhel, 4.5.15, 8",
    })
    void theBuildHasBaseImagesForFips(String distribution, String agent, String version) {
        assertThat(fips(distribution).versions(agent(agent))).isEqualTo(List.of(version));
    }

    @Test
    void nothingIsSaidOfAgentsBeforeTheCatalogue() {
        assertThat(fips("ubuntu").versions(agent("4.3.0"))).isEmpty();
    }

    @Test
    void everyFamilyOfBaseImagesIsKnown() {
        assertThat(Catalogue.bundled().agentReleases()).allSatisfy(release -> {
            assertThat(release.osVersions("ubuntu")).containsAll(fips("ubuntu").versions(release.version()));
            assertThat(fips("rhel").versions(release.version())).isNotEmpty();
        });
    }
}
