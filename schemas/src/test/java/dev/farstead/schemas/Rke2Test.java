// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue says about RKE2. */
class Rke2Test {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private final ConfigKeys keys = CATALOGUE.configKeys("rke2").orElseThrow();
    private final CisAdditions cis = CATALOGUE.cis("rke2").orElseThrow();

    private ConfigKey key(String name) {
        return keys.key(name).orElseThrow();
    }

    private List<String> profile(String version) {
        return cis.settings(version(version)).stream()
                .filter(item -> item.setting().key().equals("profile"))
                .map(item -> ((PackValue.Text) item.setting().value()).value())
                .toList();
    }

    @Test
    void rke2Takes130KeysOfWhich98AreThoseOfK3s() {
        assertThat(keys.all()).hasSize(130);
        assertThat(keys.minors()).isEqualTo(CATALOGUE.k3sKeys().minors());
        assertThat(keys.all())
                .filteredOn(key -> CATALOGUE.k3sKeys().key(key.name()).isPresent())
                .hasSize(98);
    }

    @Test
    void rke2DropsTheKeysOfK3sThatItDecidesItself() {
        assertThat(CATALOGUE.k3sKeys().all())
                .filteredOn(key -> keys.key(key.name()).isEmpty())
                .extracting(ConfigKey::name)
                .hasSize(25)
                .contains("cluster-init", "flannel-backend", "disable-network-policy", "kine-tls", "rootless");
    }

    @ParameterizedTest
    @CsvSource({
        "datastore-endpoint, 1.26.15, 1.27.13",
        "datastore-endpoint, 1.27.12, 1.27.13",
        "datastore-endpoint, 1.28.8, 1.28.9",
        "datastore-endpoint, 1.29.3, 1.29.4",
        "with-node-id, 1.26.4, 1.26.5",
        "with-node-id, 1.27.1, 1.27.2",
        "ingress-controller, 1.28.11, 1.28.12",
        "node-name-from-cloud-provider-metadata, 1.28.15, 1.29.11",
    })
    void aKeyThatEnteredLateIsAbsentBeforeItsPatchAndPresentFromItOn(String name, String before, String since) {
        assertThat(key(name).in(version(before))).isEqualTo(new Presence.NotYet(version(since)));
        assertThat(key(name).in(version(since)).isPresent()).isTrue();
    }

    @Test
    void theAgentIgnoresTheDefaultRegistry() {
        KubernetesVersion version = version("1.28.9");
        assertThat(key("system-default-registry").in(Command.AGENT, version)).isEqualTo(new Presence.Elsewhere());
        assertThat(key("profile").in(Command.AGENT, version).isPresent()).isTrue();
        assertThat(key("cni").in(Command.AGENT, version)).isEqualTo(new Presence.Elsewhere());
    }

    @ParameterizedTest
    @CsvSource({"1.26.13, 1.26.14", "1.27.10, 1.27.11", "1.28.6, 1.28.7", "1.29.1, 1.29.2"})
    void flannelCameLate(String before, String since) {
        assertThat(key("cni").values(version(before))).contains("none", "canal").doesNotContain("flannel");
        assertThat(key("cni").values(version(since))).contains("flannel");
        assertThat(key("disable").values(version(before))).doesNotContain("rke2-flannel");
        assertThat(key("disable").values(version(since))).contains("rke2-flannel", "rke2-ingress-nginx");
        assertThat(key("cni").takesOtherValues()).isFalse();
        assertThat(key("cni").defaultIn(minor("1.28"))).contains("canal");
        assertThat(key("disable").takesOtherValues()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1.26.9, 1.26.10", "1.27.6, 1.27.7", "1.28.1, 1.28.2"})
    void theProfileForHardeningIsCisFromThePatchThatTakesItOn(String before, String since) {
        assertThat(key("profile").values(version(before))).containsExactly("cis-1.23");
        assertThat(key("profile").values(version(since))).containsExactly("cis", "cis-1.23");
        assertThat(key("profile").takesOtherValues()).isFalse();
        assertThat(profile(before)).containsExactly("cis-1.23");
        assertThat(profile(since)).containsExactly("cis");
        assertThat(profile("1.29.3")).containsExactly("cis");
    }

    /** RKE2 would enforce the strictest Pod Security for all namespaces but its own. */
    @Test
    void onlyPacksMakeAFileForPodSecurityNecessary() {
        assertThat(cis.settings(version("1.29.3")))
                .filteredOn(CisAdditions.CisSetting::withPacks)
                .extracting(setting -> setting.setting().key())
                .containsExactly("pod-security-admission-config-file");
        assertThat(cis.enables("EventRateLimit")).isFalse();
        assertThat(CATALOGUE.cis("k3s").orElseThrow().enables("EventRateLimit")).isTrue();
    }

    @Test
    void hardenedServersNeedAUserForEtcd() {
        assertThat(cis.serverUser().map(ServerUser::name)).contains("etcd");
        assertThat(cis.serverUser().map(ServerUser::uid)).contains(2379);
        assertThat(CATALOGUE.cis("k3s").orElseThrow().serverUser()).isEmpty();
        assertThat(cis.sysctls())
                .extracting(sysctl -> sysctl.name() + "=" + sysctl.value())
                .containsExactly(
                        "vm.panic_on_oom=0", "vm.overcommit_memory=1", "kernel.panic=10", "kernel.panic_on_oops=1");
        assertThat(cis.arguments(version("1.28.15"))).isEmpty();
        assertThat(cis.arguments(version("1.29.3"))).hasSize(1);
        assertThat(cis.exemptNamespaces()).containsExactly("kube-system", "cis-operator-system", "tigera-operator");
    }

    @Test
    void workersGetEveryKey() {
        assertThat(CATALOGUE.agentReleases())
                .extracting(release ->
                        CATALOGUE.provider(release, "rke2").orElseThrow().version())
                .containsExactly("v4.4.1", "v4.5.1");
        for (ProviderRelease provider : CATALOGUE.providers("rke2")) {
            assertThat(provider.reachesWorkers("profile")).isTrue();
            assertThat(provider.workerType("profile")).isEmpty();
            assertThat(provider.ownedKeys()).containsExactly("token", "server");
            assertThat(Stream.of(provider.ownedKeys(), provider.appendedKeys(), provider.requiredTexts())
                            .flatMap(List::stream))
                    .hasSize(5)
                    .allSatisfy(name -> assertThat(keys.key(name)).isPresent());
        }
        assertThat(CATALOGUE.providers("k3s"))
                .allSatisfy(provider ->
                        assertThat(provider.reachesWorkers("default-runtime")).isFalse())
                .allSatisfy(provider ->
                        assertThat(provider.reachesWorkers("kubelet-arg")).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.26.4", "1.27.2", "1.28.2", "1.29.3", "1.26.15", "1.27.15", "1.28.15", "1.29.12"})
    void everyDefaultIsKnownToTheReleasesThatItIsFor(String text) {
        KubernetesVersion version = version(text);
        PackDefaults defaults = CATALOGUE.packDefaults("rke2").orElseThrow();
        Stream<PackSetting> settings = Stream.concat(
                defaults.settings().stream(), cis.settings(version).stream().map(CisAdditions.CisSetting::setting));
        assertThat(settings)
                .hasSize(10)
                .allSatisfy(setting -> assertThat(
                                key(setting.key()).in(Command.SERVER, version).isPresent())
                        .isTrue())
                .allSatisfy(setting -> assertThat(unknownValues(setting, version))
                        .as(setting.key())
                        .isEmpty());
        Stream<PackArgument> arguments = Stream.concat(
                defaults.arguments().stream(), cis.arguments(version).stream().map(CisAdditions.CisArgument::argument));
        assertThat(arguments)
                .hasSizeGreaterThanOrEqualTo(24)
                .allSatisfy(argument -> assertThat(CATALOGUE
                                .componentArguments()
                                .argument(key(argument.key()).component().orElseThrow(), argument.name())
                                .orElseThrow()
                                .in(version, ComponentBuild.UPSTREAM)
                                .isPresent())
                        .as(argument.text())
                        .isTrue());
    }

    private List<String> unknownValues(PackSetting setting, KubernetesVersion version) {
        List<String> known = key(setting.key()).values(version);
        List<String> given = setting.value() instanceof PackValue.Items items
                ? items.values()
                : setting.value() instanceof PackValue.Text value ? List.of(value.value()) : List.of();
        return known.isEmpty()
                ? List.of()
                : given.stream().filter(value -> !known.contains(value)).toList();
    }

    @Test
    void theDefaultsOfThePackAreOurReading() {
        PackDefaults defaults = CATALOGUE.packDefaults("rke2").orElseThrow();
        assertThat(defaults.inferred()).isTrue();
        assertThat(CATALOGUE.packDefaults("k3s").orElseThrow().inferred()).isFalse();
        assertThat(defaults.arguments())
                .extracting(PackArgument::text)
                .containsExactlyElementsOf(CATALOGUE.packDefaults("k3s").orElseThrow().arguments().stream()
                        .map(PackArgument::text)
                        .toList());
    }

    @Test
    void aFlavorWithoutAConfigurationFileHasNoKeys() {
        assertThat(CATALOGUE.configKeys("pxk-e")).isEmpty();
        assertThat(CATALOGUE.packDefaults("nodeadm")).isEmpty();
        assertThat(CATALOGUE.cis("pxk-e")).isEqualTo(Optional.empty());
        assertThat(CATALOGUE.providers("pxk-e")).isEmpty();
        assertThat(CATALOGUE.configKeys("k3s")).containsSame(CATALOGUE.k3sKeys());
    }
}
