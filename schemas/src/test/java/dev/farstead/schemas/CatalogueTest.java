// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    /** A file that this list lacks is one that no reader opens; that a reader takes every member of its file is checked while it reads. */
    @Test
    void everyFileHasAReader() throws Exception {
        assertThat(files("catalogue"))
                .containsExactly(
                        "admission-plugins.json",
                        "agent-releases.json",
                        "audit-policy.json",
                        "catalogue.json",
                        "cis-items.json",
                        "cis-k3s.json",
                        "cis-kubeadm.json",
                        "cis-rke2.json",
                        "component-arguments.json",
                        "feature-gates.json",
                        "flavors.json",
                        "folder-names.json",
                        "hardware.json",
                        "k3s-config-keys.json",
                        "k3s-owned-arguments.json",
                        "k3s-pack-defaults.json",
                        "k3s-provider.json",
                        "kubeadm-fields.json",
                        "kubeadm-owned-arguments.json",
                        "kubeadm-pack-defaults.json",
                        "kubeadm-provider.json",
                        "lifecycle.json",
                        "node-labels.json",
                        "operating-systems.json",
                        "pack-removals.json",
                        "packs.json",
                        "rke2-config-keys.json",
                        "rke2-owned-arguments.json",
                        "rke2-pack-defaults.json",
                        "rke2-provider.json",
                        "secret-keys.json",
                        "special-addresses.json");
        assertThat(files("axes")).containsExactly("axes.json", "constraints.json");
        assertThat(CATALOGUE.admissionPlugins().all()).isNotEmpty();
        assertThat(CATALOGUE.agentReleases()).isNotEmpty();
        assertThat(CATALOGUE.auditPolicy().rules()).isNotEmpty();
        assertThat(CATALOGUE.cis("k3s").orElseThrow().settings()).isNotEmpty();
        assertThat(CATALOGUE.cisItems()).isNotEmpty();
        assertThat(CATALOGUE.componentArguments().components()).isNotEmpty();
        assertThat(CATALOGUE.featureGates().all()).isNotEmpty();
        assertThat(CATALOGUE.folderNames().reserved()).hasSize(22);
        assertThat(CATALOGUE.specialAddresses()).isNotEmpty();
        assertThat(CATALOGUE.k3sKeys().all()).isNotEmpty();
        assertThat(CATALOGUE.packDefaults("k3s").orElseThrow().settings()).isNotEmpty();
        assertThat(CATALOGUE.providers("k3s")).isNotEmpty();
        assertThat(CATALOGUE.ownedArguments("k3s").orElseThrow().of("kubelet")).isNotEmpty();
        assertThat(CATALOGUE.kubeadmCis().volumes()).isNotEmpty();
        assertThat(CATALOGUE.kubeadmDefaults().volumes()).isNotEmpty();
        assertThat(CATALOGUE.kubeadmProvider().releases()).isNotEmpty();
        assertThat(CATALOGUE.lifecycle().releases("k3s")).isNotEmpty();
        assertThat(CATALOGUE.axes().axes()).isNotEmpty();
    }

    private static Set<String> files(String folder) throws Exception {
        URI uri = Objects.requireNonNull(Catalogue.class.getResource(folder + "/"))
                .toURI();
        try (Stream<Path> found = Files.list(Path.of(uri))) {
            return new TreeSet<>(
                    found.map(path -> path.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"k3s, K3s", "rke2, RKE2", "pxk-e, kubeadm", "pxk-e-fips, kubeadm"})
    void whatADistributionSetsItselfIsKnownToEachComponent(String flavor, String program) {
        OwnedArguments owned = CATALOGUE.ownedArguments(flavor).orElseThrow();
        assertThat(owned.program()).isEqualTo(program);
        for (String component : CATALOGUE.componentArguments().components()) {
            assertThat(owned.of(component)).allSatisfy(name -> {
                assertThat(CATALOGUE.componentArguments().argument(component, name))
                        .as("%s of %s", name, component)
                        .isPresent();
                assertThat(owned.owns(component, name)).isTrue();
            });
        }
        assertThat(owned.of("kube-apiserver")).contains("tls-cert-file").doesNotHaveDuplicates();
        assertThat(owned.owns("kubelet", "v")).isFalse();
        assertThat(CATALOGUE.ownedArguments("nodeadm")).isEmpty();
    }

    @Test
    void anItemOfTheBenchmarkSpeaksOfAnArgumentThatItsComponentHas() {
        assertThat(CATALOGUE.cisItems()).allSatisfy(item -> {
            if (item.component().isPresent()) {
                assertThat(CATALOGUE
                                .componentArguments()
                                .argument(item.component().orElseThrow(), item.name()))
                        .isPresent();
            } else {
                assertThat(CATALOGUE.k3sKeys().key(item.name())).isPresent();
            }
        });
    }

    @Test
    void onlyRke2BringsItsOwnAdmissionFile() {
        String file = "admission-control-config-file";
        assertThat(CATALOGUE.ownedArguments("rke2").orElseThrow().owns("kube-apiserver", file))
                .isTrue();
        assertThat(CATALOGUE.ownedArguments("k3s").orElseThrow().owns("kube-apiserver", file))
                .isFalse();
        assertThat(CATALOGUE.ownedArguments("pxk-e").orElseThrow().owns("etcd", "data-dir"))
                .isTrue();
    }

    @Test
    void theVersionIsAMonth() {
        assertThat(CATALOGUE.version()).isEqualTo("2026.11");
    }

    @Test
    void everyAgentReleaseHasItsK3sProvider() {
        assertThat(CATALOGUE.agentReleases())
                .extracting(release ->
                        CATALOGUE.provider(release, "k3s").orElseThrow().version())
                .containsExactly("v4.4.2", "v4.5.1");
    }

    @Test
    void workersGetFewKeysAndNodeAddressesAsText() {
        for (ProviderRelease provider : CATALOGUE.providers("k3s")) {
            assertThat(provider.workerKeys()).hasSize(24);
            assertThat(provider.workerType("node-ip")).contains(ValueType.TEXT);
            assertThat(provider.workerType("kubelet-arg")).contains(ValueType.LIST);
            assertThat(provider.workerType("image-credential-provider-config")).isEmpty();
            assertThat(provider.workerType("disable-default-registry-endpoint")).isEmpty();
            assertThat(provider.ownedKeys()).containsExactly("token", "server", "cluster-init");
            assertThat(provider.appendedKeys()).containsExactly("tls-san");
            assertThat(provider.requiredTexts()).containsExactly("cluster-cidr", "service-cidr");
        }
    }

    @Test
    void everyKeyThatTheProviderNamesIsAKeyOfK3s() {
        ConfigKeys keys = CATALOGUE.k3sKeys();
        for (ProviderRelease provider : CATALOGUE.providers("k3s")) {
            assertThat(provider.workerKeys().keySet())
                    .allSatisfy(name ->
                            assertThat(keys.key(name).orElseThrow().commands()).contains(Command.AGENT));
            assertThat(Stream.of(provider.ownedKeys(), provider.appendedKeys(), provider.requiredTexts())
                            .flatMap(List::stream))
                    .allSatisfy(name -> assertThat(keys.key(name)).isPresent());
        }
    }

    /** On openSUSE and SLES the group `wheel` has that right only once somebody says so. */
    @Test
    void aGroupAdministratesTheSystemsThatSaySo() {
        OperatingSystems systems = CATALOGUE.operatingSystems();
        assertThat(systems.administrates("sudo", "ubuntu")).isTrue();
        assertThat(systems.administrates("wheel", "ubuntu")).isFalse();
        assertThat(systems.administrates("wheel", "rhel")).isTrue();
        assertThat(systems.administrates("admin", "ubuntu")).isFalse();
        assertThat(systems.administratorsWithAgent()).isEqualTo("admin");
        assertThat(systems.administratesPlainSystems("wheel")).isTrue();
    }

    @Test
    void aHostNeedsDecimalGigabytes() {
        Hardware hardware = CATALOGUE.hardware();
        assertThat(hardware.cores()).isEqualTo(2);
        assertThat(hardware.memoryBytes()).isEqualTo(8_000_000_000L);
        assertThat(hardware.storageGigabytes()).isEqualTo(100);
        assertThat(hardware.diskType()).isEqualTo("ssd");
    }

    @Test
    void k3sEndsWithKubernetesAndPxkFourMonthsLater() {
        Lifecycle lifecycle = CATALOGUE.lifecycle();
        assertThat(lifecycle.endOfLife("k3s", Versions.minor("1.28"))).contains(LocalDate.of(2024, 10, 22));
        assertThat(lifecycle.endOfLife("pxk-e", Versions.minor("1.28"))).contains(LocalDate.of(2025, 2, 22));
        assertThat(lifecycle.endOfLife("k3s", Versions.minor("1.30"))).isEmpty();
        assertThat(lifecycle.endOfLife("nodeadm", Versions.minor("1.28"))).isEmpty();
    }

    @Test
    void publishedK3sReleasesAreKnownByTag() {
        Lifecycle lifecycle = CATALOGUE.lifecycle();
        assertThat(lifecycle.releases("k3s"))
                .hasSize(70)
                .extracting(PublishedRelease::version)
                .isSorted();
        assertThat(lifecycle.newest("k3s", Versions.minor("1.29")).map(PublishedRelease::tag))
                .contains("v1.29.15+k3s1");
        assertThat(lifecycle.release("k3s", Versions.version("1.28.11")).map(PublishedRelease::tag))
                .contains("v1.28.11+k3s2");
        assertThat(lifecycle.release("k3s", Versions.version("1.26.0")).map(PublishedRelease::tag))
                .contains("v1.26.0+k3s2");
        assertThat(lifecycle.release("k3s", Versions.version("1.28.0"))).isEmpty();
    }

    @Test
    void publishedRke2ReleasesAreKnownByTag() {
        Lifecycle lifecycle = CATALOGUE.lifecycle();
        assertThat(lifecycle.releases("rke2"))
                .hasSize(68)
                .extracting(PublishedRelease::version)
                .isSorted();
        assertThat(lifecycle.releases("rke2")).allSatisfy(release -> {
            assertThat(release.tag()).matches("v1\\.2[6-9]\\.[0-9]+\\+rke2r[12]");
            assertThat(release.date()).isPresent();
        });
        assertThat(lifecycle.newest("rke2", Versions.minor("1.27")).map(PublishedRelease::tag))
                .contains("v1.27.16+rke2r2");
        assertThat(lifecycle.newest("rke2", Versions.minor("1.29")).map(PublishedRelease::tag))
                .contains("v1.29.15+rke2r1");
        assertThat(lifecycle.release("rke2", Versions.version("1.26.10")).map(PublishedRelease::tag))
                .contains("v1.26.10+rke2r2");
        assertThat(lifecycle.release("rke2", Versions.version("1.27.0"))).isEmpty();
    }

    /** The build of an image fails where the distribution never published what the agent release lists. */
    @Test
    void everyPatchThatAnAgentReleaseBuildsIsPublished() {
        for (AgentRelease release : CATALOGUE.agentReleases()) {
            for (String flavor : List.of("k3s", "rke2")) {
                assertThat(release.minors(flavor).stream().flatMap(minor -> release.patches(flavor, minor).stream()))
                        .allSatisfy(patch -> assertThat(CATALOGUE.lifecycle().release(flavor, patch))
                                .as("%s %s", flavor, patch)
                                .isPresent());
            }
        }
    }
}
