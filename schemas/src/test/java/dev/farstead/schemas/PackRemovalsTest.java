// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackRemovalsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private final PackRemovals removals = CATALOGUE.packRemovals();

    private static List<PackArgument> defaults(String flavor, String name) {
        return CATALOGUE.packDefaults(flavor).orElseThrow().arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k3s", "rke2"})
    void fipsModeKeepsTheSixApprovedCipherSuites(String flavor) {
        assertThat(defaults(flavor, "tls-cipher-suites")).hasSize(2).allSatisfy(argument -> {
            assertThat(removals.kept(argument.name(), argument.values(), Set.of()))
                    .isEqualTo(argument.values());
            assertThat(removals.kept(argument.name(), argument.values(), Set.of(PackChoice.FIPS)))
                    .containsExactly(
                            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                            "TLS_RSA_WITH_AES_256_GCM_SHA384",
                            "TLS_RSA_WITH_AES_128_GCM_SHA256");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = PackChoice.class,
            names = {"EXTERNAL_REGISTRY", "CLUSTER_REGISTRY"})
    void aRegistryOfOnesOwnDropsAlwaysPullImages(PackChoice choice) {
        assertThat(defaults("k3s", "enable-admission-plugins"))
                .singleElement()
                .satisfies(argument -> assertThat(removals.kept(argument.name(), argument.values(), Set.of(choice)))
                        .containsExactly("NamespaceLifecycle", "ServiceAccount", "NodeRestriction"));
    }

    @Test
    void aChoiceTakesNothingFromOtherArguments() {
        assertThat(removals.of("disable-admission-plugins", Set.of(PackChoice.values())))
                .isEmpty();
        assertThat(removals.of("enable-admission-plugins", Set.of(PackChoice.FIPS)))
                .isEmpty();
        assertThat(removals.of("tls-cipher-suites", Set.of(PackChoice.FIPS)))
                .singleElement()
                .satisfies(removal -> assertThat(removal.inferred()).isTrue());
    }

    @Test
    void everyRemovedAdmissionPluginIsOneOfTheApiServer() {
        assertThat(removals.all())
                .filteredOn(removal -> removal.argument().equals("enable-admission-plugins"))
                .isNotEmpty()
                .allSatisfy(removal -> assertThat(removal.values())
                        .allSatisfy(
                                name -> assertThat(CATALOGUE.admissionPlugins().plugin(name))
                                        .isPresent()));
    }
}
