// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.ProviderRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the provider of agent 4.5.15 writes: github.com/kairos-io/provider-k3s v4.5.1, pkg/provider/provider.go, api/agent_config.go. */
final class K3sProviderTest {
    private static final Origin ORIGIN = new Origin.Default("test");

    private static final String RANGES = """
            cluster-cidr: 100.64.0.0/18
            service-cidr: 100.64.64.0/18
            """;

    private static ProviderRelease release() {
        Catalogue catalogue = Catalogue.bundled();
        return catalogue
                .provider(catalogue.agentRelease("4.5.15").orElseThrow(), "k3s")
                .orElseThrow();
    }

    private static K3sProvider provider(String config) {
        return new K3sProvider(release(), PackConfig.of(config), new OutputText("10.20.4.10", ORIGIN));
    }

    private static Map<String, Object> configuration(String config, Role role) {
        return values(provider(config).configuration(role));
    }

    private static Map<String, Object> values(OutputMap map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.entries().forEach(entry -> values.put(entry.key(), value(entry.value())));
        return values;
    }

    private static Object value(OutputNode node) {
        if (node instanceof OutputList list) {
            return list.items().stream().map(K3sProviderTest::value).toList();
        } else if (node instanceof OutputMap map) {
            return values(map);
        } else if (node instanceof OutputInteger integer) {
            return integer.value();
        }
        return node instanceof OutputBoolean bool ? bool.value() : ((OutputText) node).text();
    }

    @Test
    void theFirstControlPlaneHostStartsTheCluster() {
        assertThat(configuration(RANGES, Role.INIT))
                .containsExactly(
                        Map.entry("cluster-cidr", "100.64.0.0/18"),
                        Map.entry("service-cidr", "100.64.64.0/18"),
                        Map.entry("cluster-init", true),
                        Map.entry("token", K3sProvider.TOKEN),
                        Map.entry("tls-san", List.of("10.20.4.10")));
    }

    @Test
    void theOthersJoinAtTheEndpoint() {
        assertThat(configuration(RANGES, Role.CONTROL_PLANE))
                .containsEntry("server", "https://10.20.4.10:6443")
                .containsEntry("tls-san", List.of("10.20.4.10"))
                .doesNotContainKey("cluster-init");
    }

    @Test
    void theEndpointFollowsTheNamesOfThePack() {
        String config = RANGES + "tls-san: [api.example.com, 10.20.4.10]\n";
        List<String> names = List.of("api.example.com", "10.20.4.10", "10.20.4.10");

        assertThat(configuration(config, Role.INIT)).containsEntry("tls-san", names);
        assertThat(configuration(config, Role.CONTROL_PLANE)).containsEntry("tls-san", names);
        assertThat(configuration(config, Role.WORKER)).doesNotContainKey("tls-san");
    }

    @Test
    void aWorkerGetsTheKeysOfAnAgentAlone() {
        String config = RANGES + """
                etcd-snapshot-retention: 12
                kube-apiserver-arg: [profiling=false]
                disable: [traefik]
                kubelet-arg: [read-only-port=0]
                kube-proxy-arg: [v=2]
                node-label: [ring=2]
                protect-kernel-defaults: true
                """;

        assertThat(configuration(config, Role.WORKER))
                .containsExactly(
                        Map.entry("kubelet-arg", List.of("read-only-port=0")),
                        Map.entry("kube-proxy-arg", List.of("v=2")),
                        Map.entry("node-label", List.of("ring=2")),
                        Map.entry("protect-kernel-defaults", true),
                        Map.entry("server", "https://10.20.4.10:6443"),
                        Map.entry("token", K3sProvider.TOKEN));
    }

    @Test
    void whatIsFalseZeroOrEmptyDoesNotReachAWorker() {
        String config = RANGES + """
                debug: false
                selinux: true
                lb-server-port: 0
                node-name: ""
                kubelet-arg: []
                """;

        assertThat(configuration(config, Role.WORKER)).containsOnlyKeys("selinux", "server", "token");
        assertThat(configuration(config, Role.INIT))
                .contains(
                        Map.entry("debug", false),
                        Map.entry("lb-server-port", 0L),
                        Map.entry("node-name", ""),
                        Map.entry("kubelet-arg", List.of()));
    }

    @Test
    void whereAWorkerWantsTextItGetsWhatWasWritten() {
        String config = RANGES + """
                node-name: 0
                with-node-id: true
                lb-server-port: 6444
                kubelet-arg: [12, true, max-pods=200]
                """;

        assertThat(configuration(config, Role.WORKER))
                .containsEntry("node-name", "0")
                .containsEntry("with-node-id", "true")
                .containsEntry("lb-server-port", 6444L)
                .containsEntry("kubelet-arg", List.of("12", "true", "max-pods=200"));
    }

    @Test
    void everyValueNamesTheLineOfThePackThatItComesFrom() {
        OutputMap configuration = provider(RANGES).configuration(Role.INIT);

        assertThat(configuration.find("service-cidr").map(OutputNode::origin)).contains(new Origin.Default("line 2"));
    }

    private static final OutputText ADDRESS = new OutputText("10.20.4.11/24", ORIGIN);

    private static Optional<Map<String, Object>> environment(Map<String, String> proxy) {
        Map<String, OutputText> texts = new LinkedHashMap<>();
        proxy.forEach((name, value) -> texts.put(name, new OutputText(value, ORIGIN)));
        return new UnitEnvironment(release(), PackConfig.of(RANGES))
                .of(texts, ADDRESS)
                .map(K3sProviderTest::values);
    }

    @Test
    void withoutAProxyThereIsNoEnvironment() {
        assertThat(environment(Map.of())).isEmpty();
    }

    @Test
    void withAProxyTheRangesOfTheClusterAndTheAddressOfTheNodeAreExempt() {
        String exempt = ",100.64.0.0/18,100.64.64.0/18,10.20.4.11/24,.svc,.svc.cluster,.svc.cluster.local";

        assertThat(environment(Map.of("HTTPS_PROXY", "http://proxy:1")).orElseThrow())
                .containsExactly(
                        Map.entry("HTTPS_PROXY", "http://proxy:1"),
                        Map.entry("CONTAINERD_HTTPS_PROXY", "http://proxy:1"),
                        Map.entry("NO_PROXY", exempt),
                        Map.entry("CONTAINERD_NO_PROXY", exempt));
        assertThat(environment(Map.of("HTTP_PROXY", "http://proxy:1", "NO_PROXY", ".example.com"))
                        .orElseThrow())
                .containsEntry("NO_PROXY", exempt + ",.example.com");
    }

    @Test
    void exceptionsWithoutAProxyStandAlone() {
        assertThat(environment(Map.of("NO_PROXY", ".example.com")).orElseThrow())
                .containsExactly(
                        Map.entry("NO_PROXY", ",.example.com"), Map.entry("CONTAINERD_NO_PROXY", ",.example.com"));
    }
}
