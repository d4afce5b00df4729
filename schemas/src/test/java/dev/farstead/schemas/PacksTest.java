// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private static List<String> cis(String version) {
        return CATALOGUE.cis("k3s").orElseThrow().arguments(version(version)).stream()
                .map(item -> item.argument().text())
                .toList();
    }

    @Test
    void packsStandFromTheBottomUp() {
        assertThat(CATALOGUE.packs())
                .extracting(Pack::name)
                .containsExactly(
                        "edge-native-byoi",
                        "edge-k3s",
                        "edge-rke2",
                        "edge-k8s",
                        "cni-calico",
                        "cni-flannel",
                        "cni-custom",
                        "csi-rook-ceph",
                        "harbor-edge-native-config");
        assertThat(CATALOGUE.packs()).extracting(Pack::layer).isSorted();
        assertThat(CATALOGUE.pack("edge-rke2").orElseThrow().layer()).isEqualTo(PackLayer.K8S);
        assertThat(CATALOGUE.pack("cni-cilium-oss")).isEmpty();
    }

    @Test
    void everyPackHasVersionsOrThoseOfKubernetes() {
        assertThat(CATALOGUE.packs()).allSatisfy(pack -> {
            assertThat(pack.versions().isEmpty()).as(pack.name()).isEqualTo(pack.kubernetesVersioned());
            assertThat(pack.versions()).doesNotHaveDuplicates();
            assertThat(pack.versions())
                    .allSatisfy(version ->
                            assertThat(pack.line(version)).as(version).isPresent());
        });
    }

    @Test
    void aPackIsForFipsByItsPageOrByTheReleaseThatListsIt() {
        assertThat(CATALOGUE.pack("cni-calico").orElseThrow().fips("3.27.0")).isTrue();
        Pack flannel = CATALOGUE.pack("cni-flannel").orElseThrow();
        assertThat(flannel.fips("0.23.0")).isFalse();
        assertThat(flannel.fips("0.24.3")).isTrue();
        assertThat(flannel.fips("0.26.1")).isTrue();
        assertThat(CATALOGUE.pack("csi-rook-ceph").orElseThrow().fips("1.14.0")).isFalse();
    }

    @Test
    void noPageOfAPackIsTaggedWithArm64() {
        assertThat(CATALOGUE.packs())
                .filteredOn(pack -> !pack.name().equals("cni-custom"))
                .allSatisfy(pack -> assertThat(pack.architectures()).containsExactly("amd64"));
        assertThat(CATALOGUE.pack("cni-custom").orElseThrow().architectures()).isEmpty();
    }

    @Test
    void theRegistryNeedsStorage() {
        assertThat(CATALOGUE.packs())
                .filteredOn(pack -> pack.needsLayers().contains(PackLayer.CSI))
                .extracting(Pack::name)
                .containsExactly("harbor-edge-native-config");
    }

    @ParameterizedTest
    @CsvSource({
        "cni-flannel, 0.20.2, manifests.flannel.flannelNetwork, false",
        "cni-flannel, 0.21.5, manifests.flannel.flannelNetwork, false",
        "cni-flannel, 0.22.3, charts.flannel.podCidr, false",
        "cni-flannel, 0.23.0, charts.flannel.podCidr, false",
        "cni-flannel, 0.26.1, charts.flannel.podCidr, true",
        "cni-calico, 3.27.0, manifests.calico.env.calicoNode.CALICO_IPV4POOL_CIDR, false",
        "cni-calico, 3.29.0, manifests.calico.env.calicoNode.CALICO_IPV4POOL_CIDR, true",
    })
    void aNetworkPackSaysWhereThePodNetworkGoes(String pack, String version, String key, boolean inferred) {
        PodNetworkKey podNetwork = CATALOGUE
                .pack(pack)
                .flatMap(known -> known.line(version))
                .flatMap(PackLine::podNetwork)
                .orElseThrow();
        assertThat(podNetwork.text()).isEqualTo(key);
        assertThat(podNetwork.path()).containsExactly(key.split("\\."));
        assertThat(podNetwork.inferred()).isEqualTo(inferred);
    }

    @Test
    void anOwnNetworkSetsNoPodNetwork() {
        Pack custom = CATALOGUE.pack("cni-custom").orElseThrow();
        assertThat(custom.line("0.1.0").orElseThrow().podNetwork()).isEmpty();
    }

    @Test
    void aLineSaysWhichKubernetesItIsTestedWith() {
        Pack calico = CATALOGUE.pack("cni-calico").orElseThrow();
        PackLine line = calico.line("3.27.0").orElseThrow();
        assertThat(line.excludes(minor("1.26"))).isTrue();
        assertThat(line.excludes(minor("1.27"))).isFalse();
        assertThat(line.excludes(minor("1.29"))).isFalse();
        assertThat(line.excludes(minor("1.30"))).isTrue();
        assertThat(calico.line("3.23.1").orElseThrow().excludes(minor("1.29"))).isFalse();
        assertThat(calico.line("3.270.0")).isEmpty();
        Pack rook = CATALOGUE.pack("csi-rook-ceph").orElseThrow();
        assertThat(rook.line("1.14.0").orElseThrow().excludes(minor("1.28"))).isFalse();
        assertThat(rook.line("1.10.11").orElseThrow().excludes(minor("1.29"))).isFalse();
        assertThat(rook.line("1.1.0")).isEmpty();
    }

    @Test
    void packsSayWhatTheyNeedOnTheHost() {
        assertThat(CATALOGUE.pack("cni-calico").orElseThrow().host().bindMounts())
                .containsExactly("/var/lib/calico");
        assertThat(CATALOGUE.pack("csi-rook-ceph").orElseThrow().host().kernelModules())
                .contains(new KernelModules(List.of("rbd", "ceph"), "/etc/modules-load.d/ceph.conf"));
        assertThat(CATALOGUE.pack("cni-flannel").orElseThrow().host().vmxnet3Off())
                .containsExactly("tx-udp_tnl-segmentation", "tx-udp_tnl-csum-segmentation");
        assertThat(CATALOGUE.pack("edge-k3s").orElseThrow().host().bindMounts()).isEmpty();
    }

    @Test
    void theK3sPackHardensTheComponents() {
        PackDefaults defaults = CATALOGUE.packDefaults("k3s").orElseThrow();
        assertThat(defaults.settings())
                .extracting(PackSetting::key)
                .containsExactly(
                        "flannel-backend",
                        "disable-network-policy",
                        "disable",
                        "cluster-cidr",
                        "service-cidr",
                        "etcd-snapshot-schedule-cron",
                        "etcd-snapshot-retention",
                        "write-kubeconfig",
                        "write-kubeconfig-mode");
        assertThat(defaults.settings().get(2).value())
                .isEqualTo(new PackValue.Items(List.of("traefik", "local-storage", "servicelb", "metrics-server")));
        assertThat(defaults.settings().get(6).value()).isEqualTo(new PackValue.Numeral(12));
        assertThat(defaults.arguments("kube-apiserver-arg"))
                .extracting(PackArgument::text)
                .hasSize(13)
                .contains(
                        "authorization-mode=RBAC,Node",
                        "default-not-ready-toleration-seconds=60",
                        "enable-admission-plugins=AlwaysPullImages,NamespaceLifecycle,ServiceAccount,NodeRestriction");
        assertThat(defaults.arguments("kube-controller-manager-arg"))
                .extracting(PackArgument::text)
                .containsExactly(
                        "profiling=false",
                        "terminated-pod-gc-threshold=25",
                        "use-service-account-credentials=true",
                        "feature-gates=RotateKubeletServerCertificate=true");
        assertThat(defaults.arguments("kube-scheduler-arg"))
                .extracting(PackArgument::text)
                .containsExactly("profiling=false");
        assertThat(defaults.arguments("kubelet-arg")).hasSize(6);
        assertThat(defaults.arguments())
                .filteredOn(argument -> argument.name().equals("tls-cipher-suites"))
                .hasSize(2)
                .allSatisfy(argument ->
                        assertThat(argument.values()).hasSize(8).allMatch(suite -> suite.startsWith("TLS_")));
        assertThat(defaults.sysctls())
                .extracting(sysctl -> sysctl.name() + "=" + sysctl.value())
                .containsExactly("vm.overcommit_memory=1", "kernel.panic=10", "kernel.panic_on_oops=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.26.4", "1.27.15", "1.28.15", "1.29.12"})
    void everyDefaultIsKnownToTheReleasesThatItIsFor(String text) {
        KubernetesVersion version = version(text);
        PackDefaults defaults = CATALOGUE.packDefaults("k3s").orElseThrow();
        CisAdditions cis = CATALOGUE.cis("k3s").orElseThrow();
        assertThat(defaults.settings())
                .allSatisfy(setting -> assertThat(CATALOGUE
                                .k3sKeys()
                                .key(setting.key())
                                .orElseThrow()
                                .in(Command.SERVER, version)
                                .isPresent())
                        .isTrue());
        assertThat(Stream.concat(
                        defaults.arguments().stream(),
                        cis.arguments(version).stream().map(CisAdditions.CisArgument::argument)))
                .allSatisfy(argument -> assertThat(CATALOGUE
                                .componentArguments()
                                .argument(
                                        CATALOGUE
                                                .k3sKeys()
                                                .key(argument.key())
                                                .flatMap(ConfigKey::component)
                                                .orElseThrow(),
                                        argument.name())
                                .orElseThrow()
                                .in(version, ComponentBuild.K3S)
                                .isPresent())
                        .as(argument.text())
                        .isTrue());
    }

    @Test
    void theAuditPolicyHasSeventeenRules() {
        AuditPolicy policy = CATALOGUE.auditPolicy();
        assertThat(policy.apiVersion()).isEqualTo("audit.k8s.io/v1");
        assertThat(policy.rules())
                .extracting(AuditRule::level)
                .containsExactly(
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "None",
                        "Request",
                        "Request",
                        "Request",
                        "Metadata",
                        "Request",
                        "RequestResponse",
                        "Metadata");
        assertThat(policy.rules().subList(0, 10))
                .allSatisfy(rule -> assertThat(rule.omitStages()).isEmpty());
        assertThat(policy.rules().subList(10, 17))
                .allSatisfy(rule -> assertThat(rule.omitStages()).containsExactly("RequestReceived"));
        assertThat(policy.rules().get(0).resources())
                .containsExactly(new AuditRule.Resources("", List.of("endpoints", "services", "services/status")));
        assertThat(policy.rules().get(8).nonResourceUrls()).containsExactly("/healthz*", "/version", "/swagger*");
        assertThat(policy.rules().get(15).resources())
                .isEqualTo(policy.rules().get(14).resources())
                .hasSize(17)
                .allSatisfy(resources -> assertThat(resources.names()).isEmpty());
    }

    @Test
    void theHardeningGuideChangedWith129() {
        assertThat(cis("1.28.15"))
                .contains("terminated-pod-gc-threshold=10")
                .doesNotContain("service-account-extend-token-expiration=false");
        assertThat(cis("1.29.0"))
                .contains("terminated-pod-gc-threshold=100", "service-account-extend-token-expiration=false")
                .doesNotContain("terminated-pod-gc-threshold=10");
        assertThat(cis("1.26.4")).hasSize(10);
        assertThat(cis("1.29.12")).hasSize(11);
    }

    @Test
    void hardeningSaysWhichCommandNeedsWhat() {
        CisAdditions cis = CATALOGUE.cis("k3s").orElseThrow();
        assertThat(cis.benchmark(minor("1.28"))).contains("1.10");
        assertThat(cis.benchmark(minor("1.30"))).isEmpty();
        assertThat(cis.settings())
                .extracting(item -> item.setting().key() + " " + item.commands())
                .containsExactly("protect-kernel-defaults [SERVER, AGENT]", "secrets-encryption [SERVER]");
        assertThat(cis.sysctls()).extracting(Sysctl::name).contains("vm.panic_on_oom");
        assertThat(cis.exemptNamespaces()).contains("kube-system");
    }
}
