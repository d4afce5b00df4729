// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareTest {
    private final Hardware hardware = Catalogue.bundled().hardware();

    @ParameterizedTest
    @CsvSource({"1, 6, 12000000000", "2, 4, 8000000000", "5, 4, 8000000000"})
    void aRegistryInsideTheClusterNeedsLargerHosts(int hosts, int cores, long memory) {
        RegistryHosts.Size size = hardware.registry().size(hosts);
        assertThat(size.cores()).isEqualTo(cores);
        assertThat(size.memoryBytes()).isEqualTo(memory);
        assertThat(hardware.registry().volumeBytes()).isEqualTo(300_000_000_000L);
        assertThat(hardware.registry().architectures()).containsExactly("amd64");
    }

    @Test
    void aRegistryNeverAsksForLessThanAnyHostNeeds() {
        for (int hosts : new int[] {1, 3}) {
            assertThat(hardware.registry().size(hosts).cores()).isGreaterThanOrEqualTo(hardware.cores());
            assertThat(hardware.registry().size(hosts).memoryBytes()).isGreaterThanOrEqualTo(hardware.memoryBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia-jetson-agx-orin", "nvidia-jetson-orin-nx", "nvidia-jetson-orin-nano"})
    void theBuildRecognisesAJetsonByItsBaseImage(String name) {
        HardwareModel model = hardware.model(name).orElseThrow();
        assertThat(model.architecture()).isEqualTo("arm64");
        assertThat(model.imageText()).isEqualTo("nvidia-jetson-agx-orin");
    }

    @Test
    void otherModelsAreNotVerified() {
        assertThat(hardware.models()).hasSize(3);
        assertThat(hardware.model("raspberry-pi-5")).isEmpty();
    }
}
