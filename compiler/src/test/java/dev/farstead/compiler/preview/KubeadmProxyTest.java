// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the provider writes: github.com/kairos-io/provider-kubeadm v4.4.1 and v4.5.5, stages/proxy.go. */
final class KubeadmProxyTest {
    private static final Origin ORIGIN = new Origin.Default("test");
    private static final String NAMES = ".svc,.svc.cluster,.svc.cluster.local";

    private static final Map<String, String> BOTH =
            Map.of("HTTP_PROXY", "http://one.example.com:3128", "HTTPS_PROXY", "http://two.example.com:3128");

    private static final String RANGES = """
        clusterConfiguration:
          networking:
            podSubnet: 100.64.0.0/18
            serviceSubnet: 100.64.64.0/18
        """;

    private static KubeadmProxy proxy(String release, String config, Map<String, String> variables) {
        Map<String, OutputText> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, new OutputText(value, ORIGIN)));
        return new KubeadmProxy(
                Catalogue.bundled().kubeadmProvider().release(release).orElseThrow(), PackConfig.of(config), texts);
    }

    private static Map<String, String> values(OutputContent content) {
        OutputMap map = content instanceof OutputContent.Environment environment
                ? environment.values()
                : ((OutputContent.ServiceEnvironment) content).values();
        Map<String, String> values = new LinkedHashMap<>();
        map.entries().forEach(entry -> values.put(entry.key(), ((OutputText) entry.value()).text()));
        return values;
    }

    @Test
    void kubeletAndContainerdGetTheProxyOfTheHost() {
        KubeadmProxy proxy = proxy("v4.5.5", RANGES, BOTH);

        assertThat(values(proxy.kubelet()))
                .containsExactly(
                        Map.entry("HTTP_PROXY", "http://one.example.com:3128"),
                        Map.entry("HTTPS_PROXY", "http://two.example.com:3128"),
                        Map.entry("NO_PROXY", "100.64.0.0/18,100.64.64.0/18," + NAMES));
        assertThat(values(proxy.containerd())).isEqualTo(values(proxy.kubelet()));
    }

    @Test
    void theOldReleaseGivesTheKubeletTheOtherProxy() {
        KubeadmProxy proxy = proxy("v4.4.1", RANGES, BOTH);

        assertThat(values(proxy.kubelet())).containsEntry("HTTPS_PROXY", "http://one.example.com:3128");
        assertThat(values(proxy.containerd())).containsEntry("HTTPS_PROXY", "http://two.example.com:3128");
    }

    @Test
    void whatTheHostReachesDirectlyFollows() {
        Map<String, String> variables = new LinkedHashMap<>(BOTH);
        variables.put("NO_PROXY", "10.20.4.0/24,.example.com");

        assertThat(values(proxy("v4.5.5", RANGES, variables).kubelet()))
                .containsEntry("NO_PROXY", "100.64.0.0/18,100.64.64.0/18," + NAMES + ",10.20.4.0/24,.example.com");
        assertThat(values(
                        proxy("v4.5.5", "clusterConfiguration: {}\n", variables).kubelet()))
                .containsEntry("NO_PROXY", "," + NAMES + ",10.20.4.0/24,.example.com");
    }

    @Test
    void withoutAProxyBothAreEmpty() {
        KubeadmProxy proxy = proxy("v4.5.5", RANGES, Map.of("NO_PROXY", "10.20.4.0/24"));

        assertThat(proxy.kubelet()).isEqualTo(new OutputContent.Empty());
        assertThat(proxy.containerd()).isEqualTo(new OutputContent.Empty());
    }
}
