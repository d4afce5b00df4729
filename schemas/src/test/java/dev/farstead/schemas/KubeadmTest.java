// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue says about clusters that kubeadm makes. */
class KubeadmTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private final KubeadmDefaults defaults = CATALOGUE.kubeadmDefaults();
    private final KubeadmCis cis = CATALOGUE.kubeadmCis();
    private final KubeadmProviderFacts provider = CATALOGUE.kubeadmProvider();

    private static Optional<PackValue> value(List<KubeadmSetting> settings, String path) {
        return settings.stream()
                .filter(setting -> setting.toString().equals(path))
                .map(KubeadmSetting::value)
                .findFirst();
    }

    @Test
    void thePackHardensTheComponents() {
        List<KubeadmSetting> settings = defaults.settings(version("1.29.0"));
        assertThat(settings).hasSize(33);
        assertThat(value(settings, "clusterConfiguration.apiServer.extraArgs.audit-log-maxage"))
                .contains(new PackValue.Text("30"));
        assertThat(value(settings, "clusterConfiguration.apiServer.timeoutForControlPlane"))
                .contains(new PackValue.Text("10m0s"));
        assertThat(value(settings, "clusterConfiguration.apiServer.extraArgs.enable-admission-plugins"))
                .contains(new PackValue.Items(
                        List.of("AlwaysPullImages", "NamespaceLifecycle", "ServiceAccount", "NodeRestriction")));
        assertThat(value(settings, "clusterConfiguration.etcd.local.dataDir"))
                .contains(new PackValue.Text("/etc/kubernetes/etcd"));
        assertThat(settings)
                .extracting(KubeadmSetting::toString)
                .noneMatch(path -> path.contains("networking") || path.endsWith("kubernetesVersion"));
    }

    @ParameterizedTest
    @CsvSource({"1.26.15, true", "1.27.2, false", "1.29.12, false"})
    void theTimeoutOfEvictionsIsGoneFrom127On(String version, boolean present) {
        assertThat(value(
                                defaults.settings(version(version)),
                                "clusterConfiguration.controllerManager.extraArgs.pod-eviction-timeout")
                        .isPresent())
                .isEqualTo(present);
    }

    @Test
    void joiningNodesGetTheKubeletOfTheFirst() {
        List<KubeadmSetting> settings = defaults.settings(version("1.28.15"));
        assertThat(kubelet(settings, "initConfiguration"))
                .hasSize(5)
                .isEqualTo(kubelet(settings, "joinConfiguration"))
                .contains("protect-kernel-defaults=Text[value=true]");
    }

    private static List<String> kubelet(List<KubeadmSetting> settings, String part) {
        return settings.stream()
                .filter(setting -> setting.path().get(0).equals(part))
                .map(setting -> setting.path().get(setting.path().size() - 1) + "=" + setting.value())
                .toList();
    }

    @Test
    void everyFileThatTheApiServerIsToldOfIsMountedIntoIt() {
        KubernetesVersion version = version("1.29.8");
        List<String> mounts = Stream.concat(defaults.volumes().stream(), cis.volumes().stream())
                .filter(volume -> volume.component().equals(List.of("clusterConfiguration", "apiServer")))
                .map(KubeadmVolume::mountPath)
                .toList();
        List<String> files = Stream.concat(defaults.settings(version).stream(), cis.settings(version).stream())
                .filter(setting -> setting.toString().endsWith("-file"))
                .map(setting -> ((PackValue.Text) setting.value()).value())
                .toList();
        assertThat(files).containsExactly("/etc/kubernetes/audit-policy.yaml", "/etc/kubernetes/psa.yaml");
        assertThat(mounts).containsAll(files).contains("/var/log/apiserver");
        assertThat(new HashSet<>(mounts)).hasSameSizeAs(mounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.26.4", "1.26.15", "1.27.16", "1.28.15", "1.29.0", "1.29.12"})
    void everyArgumentIsKnownToTheReleasesThatItIsFor(String text) {
        KubernetesVersion version = version(text);
        assertThat(Stream.concat(defaults.settings(version).stream(), cis.settings(version).stream())
                        .filter(KubeadmSetting::isArgument))
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(CATALOGUE
                                .componentArguments()
                                .argument(
                                        component(setting),
                                        setting.path().get(setting.path().size() - 1))
                                .orElseThrow()
                                .in(version, ComponentBuild.UPSTREAM)
                                .isPresent())
                        .as(setting.toString())
                        .isTrue());
    }

    private static String component(KubeadmSetting setting) {
        return switch (setting.path().get(1)) {
            case "apiServer" -> "kube-apiserver";
            case "controllerManager" -> "kube-controller-manager";
            case "scheduler" -> "kube-scheduler";
            case "etcd" -> "etcd";
            default -> "kubelet";
        };
    }

    @Test
    void fipsModeKeepsTheApprovedSuitesOfEveryComponent() {
        PackRemovals removals = CATALOGUE.packRemovals();
        assertThat(defaults.settings(version("1.29.0")))
                .filteredOn(setting -> setting.toString().endsWith(".tls-cipher-suites"))
                .hasSize(3)
                .allSatisfy(setting -> assertThat(removals.kept(
                                "tls-cipher-suites",
                                ((PackValue.Items) setting.value()).values(),
                                Set.of(PackChoice.FIPS)))
                        .hasSize(6)
                        .noneMatch(suite -> suite.contains("CHACHA20")));
    }

    @Test
    void hardeningChangesWithTheRelease() {
        String late = "clusterConfiguration.apiServer.extraArgs.service-account-extend-token-expiration";
        assertThat(value(cis.settings(version("1.28.15")), late)).isEmpty();
        assertThat(value(cis.settings(version("1.29.0")), late)).contains(new PackValue.Text("false"));
        assertThat(cis.benchmark(minor("1.26"))).contains("1.8");
        assertThat(cis.benchmark(minor("1.30"))).isEmpty();
        assertThat(cis.sysctls()).extracting(Sysctl::name).contains("vm.panic_on_oom");
        assertThat(cis.exemptNamespaces()).contains("kube-system");
    }

    @Test
    void theProviderOwnsWhatMakesNodesJoin() {
        assertThat(provider.owner(List.of("joinConfiguration", "discovery", "bootstrapToken", "token")))
                .isPresent();
        assertThat(provider.owner(List.of("clusterConfiguration", "networking", "dnsDomain")))
                .isEmpty();
        assertThat(provider.owner(List.of("joinConfiguration"))).isEmpty();
    }

    @Test
    void everyAgentReleaseHasAProvider() {
        assertThat(CATALOGUE.agentReleases()).allSatisfy(agent -> {
            assertThat(provider.release(agent.provider("pxk-e").orElseThrow())).isPresent();
            assertThat(agent.provider("pxk-e-fips")).isEqualTo(agent.provider("pxk-e"));
        });
        assertThat(provider.releases())
                .extracting(KubeadmProviderFacts.Release::kubeletHttpsProxy)
                .containsExactly("HTTP_PROXY", "HTTPS_PROXY");
    }

    @Test
    void whatTheTypesAlwaysPrintIsNothingThatTheProviderSets() {
        assertThat(provider.printedZeros())
                .hasSize(17)
                .extracting(KubeadmSetting::toString)
                .doesNotContainAnyElementsOf(provider.defaults().stream()
                        .map(KubeadmSetting::toString)
                        .toList());
        assertThat(provider.printedMaps()).hasSize(2);
    }
}
