// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.KubeadmProviderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy that the provider for kubeadm gives the kubelet and containerd. Both files are written in any case, and are empty without a
 * proxy. Source: github.com/kairos-io/provider-kubeadm, stages/proxy.go at the tags of the facts.
 */
final class KubeadmProxy {
    private static final String CLUSTER_NAMES = ".svc,.svc.cluster,.svc.cluster.local";

    private final KubeadmProviderFacts.Release release;
    private final Map<String, OutputText> proxy;
    private final OutputText direct;

    /**
     * Makes the proxy of a node.
     *
     * @param release the release of the provider
     * @param config the configuration in the pack
     * @param proxy HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as far as they are set
     */
    KubeadmProxy(KubeadmProviderFacts.Release release, OutputMap config, Map<String, OutputText> proxy) {
        this.release = release;
        this.proxy = proxy;
        this.direct = direct(config);
    }

    /** Returns the environment of the kubelet; empty without a proxy. */
    OutputContent kubelet() {
        return isSet()
                ? new OutputContent.Environment(variables(release.kubeletHttpsProxy()))
                : new OutputContent.Empty();
    }

    /** Returns the drop-in of containerd; empty without a proxy. */
    OutputContent containerd() {
        return isSet() ? new OutputContent.ServiceEnvironment(variables("HTTPS_PROXY")) : new OutputContent.Empty();
    }

    private boolean isSet() {
        return Stream.of("HTTP_PROXY", "HTTPS_PROXY").anyMatch(proxy::containsKey);
    }

    private OutputMap variables(String https) {
        return OutputMap.builder(provided())
                .put("HTTP_PROXY", Optional.ofNullable(proxy.get("HTTP_PROXY")))
                .put(
                        "HTTPS_PROXY",
                        Optional.ofNullable(proxy.get(https))
                                .map(value -> new OutputText(
                                        value.text(),
                                        Origin.inferred("taken over by the provider", value.origin(), provided()))))
                .put("NO_PROXY", direct)
                .build();
    }

    private OutputText direct(OutputMap config) {
        List<Origin> origins = new ArrayList<>(List.of(provided()));
        StringBuilder text = new StringBuilder();
        range(config, "podSubnet", origins).ifPresent(text::append);
        range(config, "serviceSubnet", origins)
                .ifPresent(range -> text.append(',').append(range));
        text.append(',').append(CLUSTER_NAMES);
        OutputText written = proxy.get("NO_PROXY");
        if (written != null) {
            text.append(',').append(written.text());
            origins.add(written.origin());
        }
        return new OutputText(text.toString(), new Origin.Inferred("put together by the provider", origins));
    }

    private static Optional<String> range(OutputMap config, String key, List<Origin> origins) {
        String[] path = {"clusterConfiguration", "networking", key};
        ReadTree.find(config, path).ifPresent(node -> origins.add(node.origin()));
        return ReadTree.text(config, path);
    }

    private Origin provided() {
        return new Origin.Fact("written by the provider", release.source());
    }
}
