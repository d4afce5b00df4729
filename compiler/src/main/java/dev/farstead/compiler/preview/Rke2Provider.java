// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.ProviderRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the RKE2 provider makes of the configuration in the pack: the file {@code /etc/rancher/rke2/config.yaml}. Workers get all of it;
 * RKE2 skips there what only servers know. Source: github.com/kairos-io/provider-rke2, main.go at the tags of {@link ProviderRelease}.
 */
final class Rke2Provider implements FileProvider {
    private static final String NAMES = "tls-san";
    private static final int JOIN_PORT = 9345;

    private final OutputMap config;
    private final OutputText endpoint;
    private final Origin provided;

    Rke2Provider(ProviderRelease release, OutputMap config, OutputText endpoint) {
        this.config = config;
        this.endpoint = endpoint;
        this.provided = new Origin.Fact("written by the provider", release.source());
    }

    @Override
    public OutputMap configuration(Role role) {
        Origin written = Origin.inferred("the provider writes the endpoint", endpoint.origin(), provided);
        OutputMap.Builder merged = OutputMap.builder(config.origin());
        Optional<OutputNode> names = Optional.empty();
        for (OutputEntry entry : config.entries()) {
            if (entry.key().equals(NAMES)) {
                names = Optional.of(entry.value());
            } else {
                merged.put(entry.key(), entry.value());
            }
        }
        List<OutputNode> items = new ArrayList<>();
        names.ifPresent(list -> items.addAll(((OutputList) list).items()));
        items.add(new OutputText(endpoint.text(), written));
        String server = role == Role.INIT ? "" : "https://" + endpoint.text() + ":" + JOIN_PORT;
        return merged.put("server", new OutputText(server, written))
                .put(NAMES, new OutputList(items, written))
                .put("token", new OutputText(TOKEN, provided))
                .build();
    }
}
