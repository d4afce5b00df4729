// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the provider writes: github.com/kairos-io/provider-kubeadm v4.4.1 and v4.5.5, stages and utils. */
final class KubeadmProviderTest {
    private static final Origin ORIGIN = new Origin.Default("test");
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private static final String CONFIG = """
        clusterConfiguration:
          apiServer:
            extraArgs:
              profiling: "false"
          networking:
            podSubnet: 100.64.0.0/18
            serviceSubnet: 100.64.64.0/18
          kubernetesVersion: v1.29.10
        initConfiguration:
          nodeRegistration:
            kubeletExtraArgs:
              read-only-port: "0"
        joinConfiguration:
          nodeRegistration:
            kubeletExtraArgs:
              read-only-port: "1"
        """;

    private static KubeadmProvider provider(String config) {
        return new KubeadmProvider(
                CATALOGUE.kubeadmProvider(),
                CATALOGUE.kubeadmProvider().release("v4.5.5").orElseThrow(),
                PackConfig.of(config),
                new OutputText("10.20.4.10", ORIGIN));
    }

    private static List<Object> kubeadm(String config, Role role) {
        return provider(config).kubeadm(role).stream()
                .map(KubeadmProviderTest::value)
                .toList();
    }

    private static Object value(OutputNode node) {
        if (node instanceof OutputList list) {
            return list.items().stream().map(KubeadmProviderTest::value).toList();
        } else if (node instanceof OutputMap map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.entries().forEach(entry -> values.put(entry.key(), value(entry.value())));
            return values;
        } else if (node instanceof OutputInteger integer) {
            return integer.value();
        }
        return node instanceof OutputBoolean bool ? bool.value() : ((OutputText) node).text();
    }

    private static final Map<String, Object> CLUSTER = Map.of(
            "apiVersion",
            "kubeadm.k8s.io/v1beta3",
            "kind",
            "ClusterConfiguration",
            "apiServer",
            Map.of("extraArgs", Map.of("profiling", "false"), "certSANs", List.of("10.20.4.10")),
            "controllerManager",
            Map.of(),
            "dns",
            Map.of(),
            "etcd",
            Map.of(),
            "scheduler",
            Map.of(),
            "networking",
            Map.of("podSubnet", "100.64.0.0/18", "serviceSubnet", "100.64.64.0/18"),
            "kubernetesVersion",
            "v1.29.10",
            "imageRepository",
            "registry.k8s.io");

    private static Map<String, Object> cluster() {
        Map<String, Object> cluster = new TreeMap<>(CLUSTER);
        cluster.put("controlPlaneEndpoint", "10.20.4.10:6443");
        return cluster;
    }

    @Test
    void theFirstControlPlaneHostStartsTheCluster() {
        List<Object> documents = kubeadm(CONFIG, Role.INIT);

        assertThat(documents).hasSize(3);
        assertThat(documents.get(0)).isEqualTo(cluster());
        assertThat(documents.get(1))
                .isEqualTo(Map.of(
                        "apiVersion",
                        "kubeadm.k8s.io/v1beta3",
                        "kind",
                        "InitConfiguration",
                        "bootstrapTokens",
                        List.of(Map.of("token", KubeadmProvider.FROM_TOKEN, "ttl", "0s")),
                        "certificateKey",
                        KubeadmProvider.FROM_TOKEN,
                        "localAPIEndpoint",
                        Map.of("advertiseAddress", "0.0.0.0"),
                        "nodeRegistration",
                        Map.of("kubeletExtraArgs", Map.of("read-only-port", "0"))));
    }

    /** The whole document as the types print it, with what the provider fills in. */
    @Test
    void theKubeletIsToldWhatTheProviderAlwaysSets() {
        OutputMap expected = PackConfig.of("""
            apiVersion: kubelet.config.k8s.io/v1beta1
            authentication:
              anonymous: {enabled: false}
              webhook: {cacheTTL: 0s, enabled: true}
              x509: {clientCAFile: /etc/kubernetes/pki/ca.crt}
            authorization:
              mode: Webhook
              webhook: {cacheAuthorizedTTL: 0s, cacheUnauthorizedTTL: 0s}
            cgroupDriver: systemd
            clusterDNS: [100.64.64.10]
            clusterDomain: cluster.local
            cpuManagerReconcilePeriod: 0s
            evictionPressureTransitionPeriod: 0s
            fileCheckFrequency: 0s
            healthzBindAddress: 127.0.0.1
            healthzPort: 10248
            httpCheckFrequency: 0s
            imageMinimumGCAge: 0s
            kind: KubeletConfiguration
            logging:
              flushFrequency: 0
              options: {json: {infoBufferSize: "0"}}
              verbosity: 0
            memorySwap: {}
            nodeStatusReportFrequency: 0s
            nodeStatusUpdateFrequency: 0s
            resolvConf: /run/systemd/resolve/resolv.conf
            rotateCertificates: true
            runtimeRequestTimeout: 0s
            shutdownGracePeriod: 2m0s
            shutdownGracePeriodCriticalPods: 1m0s
            staticPodPath: /etc/kubernetes/manifests
            streamingConnectionIdleTimeout: 0s
            syncFrequency: 0s
            volumeStatsAggPeriod: 0s
            """);

        assertThat(value(provider(CONFIG).kubelet())).isEqualTo(value(expected));
    }

    @Test
    void whetherAResolverRunsOnlyTheNodeKnows() {
        assertThat(provider(CONFIG).kubelet().entries())
                .filteredOn(entry -> entry.comment().isPresent())
                .extracting(OutputEntry::key)
                .containsExactly("resolvConf");
        assertThat(provider(CONFIG + "kubeletConfiguration: {resolvConf: /etc/resolv.conf}\n")
                        .kubelet()
                        .entries())
                .allSatisfy(entry -> assertThat(entry.comment()).isEmpty());
    }

    @Test
    void whatThePackSaysStays() {
        String config = CONFIG + """
            kubeletConfiguration:
              streamingConnectionIdleTimeout: 5m0s
              clusterDNS: [10.0.0.53]
              authentication: {anonymous: {enabled: true}}
            """;
        OutputMap kubelet = provider(config).kubelet();

        assertThat(value(kubelet.find("streamingConnectionIdleTimeout").orElseThrow()))
                .isEqualTo("5m0s");
        assertThat(value(kubelet.find("clusterDNS").orElseThrow())).isEqualTo(List.of("10.0.0.53"));
        assertThat(value(kubelet.find("authentication").orElseThrow()))
                .isEqualTo(Map.of(
                        "anonymous",
                        Map.of("enabled", true),
                        "webhook",
                        Map.of("enabled", true, "cacheTTL", "0s"),
                        "x509",
                        Map.of("clientCAFile", "/etc/kubernetes/pki/ca.crt")));
    }

    @Test
    void withoutARangeOfServicesTheNameServiceIsThatOfKubeadm() {
        OutputMap kubelet = provider("clusterConfiguration: {}\n").kubelet();

        assertThat(value(kubelet.find("clusterDNS").orElseThrow())).isEqualTo(List.of("10.96.0.10"));
    }

    @Test
    void theOthersJoinAtTheEndpoint() {
        Map<String, Object> discovery = Map.of(
                "bootstrapToken",
                Map.of(
                        "token",
                        KubeadmProvider.FROM_TOKEN,
                        "apiServerEndpoint",
                        "10.20.4.10:6443",
                        "unsafeSkipCAVerification",
                        true));
        Map<String, Object> join = new TreeMap<>(Map.of(
                "apiVersion",
                "kubeadm.k8s.io/v1beta3",
                "kind",
                "JoinConfiguration",
                "discovery",
                discovery,
                "nodeRegistration",
                Map.of("kubeletExtraArgs", Map.of("read-only-port", "1"))));

        assertThat(kubeadm(CONFIG, Role.WORKER)).isEqualTo(List.of(join));
        join.put(
                "controlPlane",
                Map.of(
                        "certificateKey",
                        KubeadmProvider.FROM_TOKEN,
                        "localAPIEndpoint",
                        Map.of("advertiseAddress", "0.0.0.0")));
        assertThat(kubeadm(CONFIG, Role.CONTROL_PLANE)).isEqualTo(List.of(join));
    }

    @Test
    void whatChangesTheControlPlaneLaterHasNoToken() {
        List<Object> init = provider(CONFIG).clusterConfig(Role.INIT).stream()
                .map(KubeadmProviderTest::value)
                .toList();
        List<Object> joined = provider(CONFIG).clusterConfig(Role.CONTROL_PLANE).stream()
                .map(KubeadmProviderTest::value)
                .toList();

        assertThat(init)
                .isEqualTo(List.of(
                        cluster(),
                        Map.of(
                                "apiVersion",
                                "kubeadm.k8s.io/v1beta3",
                                "kind",
                                "InitConfiguration",
                                "localAPIEndpoint",
                                Map.of(),
                                "nodeRegistration",
                                Map.of("kubeletExtraArgs", Map.of("read-only-port", "0")))));
        assertThat(joined).hasSize(3).startsWith(init.get(0), init.get(1));
        assertThat(joined.get(2)).asString().contains("JoinConfiguration", "discovery={}");
        assertThat(joined.toString()).doesNotContain(KubeadmProvider.FROM_TOKEN);
    }

    @Test
    void theEndpointFollowsTheNamesOfThePack() {
        String config = "clusterConfiguration: {apiServer: {certSANs: [api.example.com]}}\n";

        assertThat(kubeadm(config, Role.INIT).get(0)).asString().contains("certSANs=[api.example.com, 10.20.4.10]");
    }

    @Test
    void aWorkerHasNothingToChangeTheControlPlaneWith() {
        Node node = new Node(Map.of(), new OutputText("10.20.4.11/24", ORIGIN));

        assertThat(provider(CONFIG).files(Role.INIT, node).keySet())
                .containsExactly(
                        "opt/kubeadm/kubeadm.yaml",
                        "opt/kubeadm/cluster-config.yaml",
                        "opt/kubeadm/kubelet-config.yaml",
                        "etc/default/kubelet",
                        "run/systemd/system/containerd.service.d/http-proxy.conf");
        assertThat(provider(CONFIG).files(Role.WORKER, node).keySet())
                .containsExactly(
                        "opt/kubeadm/kubeadm.yaml",
                        "etc/default/kubelet",
                        "run/systemd/system/containerd.service.d/http-proxy.conf");
    }
}
