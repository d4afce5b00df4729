// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.ProviderRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment that the K3s and RKE2 providers write for the unit. Source: github.com/kairos-io/provider-k3s and
 * github.com/kairos-io/provider-rke2, getDefaultNoProxy and proxyEnv at the tags of {@link ProviderRelease}.
 */
final class UnitEnvironment {
    private static final String CLUSTER_NAMES = ".svc,.svc.cluster,.svc.cluster.local";

    private final ProviderRelease release;
    private final OutputMap config;
    private final Origin provided;

    UnitEnvironment(ProviderRelease release, OutputMap config) {
        this.release = release;
        this.config = config;
        this.provided = new Origin.Fact("written by the provider", release.source());
    }

    /**
     * Returns the environment; empty where the provider writes none.
     *
     * @param proxy HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as far as they are set
     * @param address address of the node with its prefix length
     */
    Optional<OutputMap> of(Map<String, OutputText> proxy, OutputText address) {
        OutputMap.Builder environment = OutputMap.builder(provided);
        boolean proxied = false;
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
            OutputText value = proxy.get(name);
            if (value != null) {
                put(environment, name, value);
                proxied = true;
            }
        }
        List<Origin> origins = new ArrayList<>(List.of(provided));
        StringBuilder direct = new StringBuilder();
        if (proxied) {
            for (String range : release.requiredTexts()) {
                direct.append(',').append(ReadTree.text(config, range).orElseThrow());
                origins.add(ReadTree.get(config, range).origin());
            }
            direct.append(',').append(address.text()).append(',').append(CLUSTER_NAMES);
            origins.add(address.origin());
        }
        OutputText written = proxy.get("NO_PROXY");
        if (written != null) {
            direct.append(',').append(written.text());
            origins.add(written.origin());
        }
        if (direct.isEmpty()) {
            return Optional.empty();
        }
        put(
                environment,
                "NO_PROXY",
                new OutputText(direct.toString(), new Origin.Inferred("put together by the provider", origins)));
        return Optional.of(environment.build());
    }

    private static void put(OutputMap.Builder environment, String name, OutputText value) {
        environment.put(name, value).put("CONTAINERD_" + name, value);
    }
}
