// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.ProviderRelease;
import dev.farstead.schemas.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the K3s provider makes of the configuration in the pack: the file {@code /etc/rancher/k3s/config.yaml}. Source: github.com/kairos-io/provider-k3s, main.go and api/agent_config.go at the tags of {@link ProviderRelease}.
 */
final class K3sProvider implements FileProvider {
    private final ProviderRelease release;
    private final OutputMap config;
    private final OutputText endpoint;
    private final Origin provided;

    K3sProvider(ProviderRelease release, OutputMap config, OutputText endpoint) {
        this.release = release;
        this.config = config;
        this.endpoint = endpoint;
        this.provided = new Origin.Fact("written by the provider", release.source());
    }

    @Override
    public OutputMap configuration(Role role) {
        OutputMap.Builder merged = OutputMap.builder(config.origin());
        Optional<OutputNode> names = Optional.empty();
        for (OutputEntry entry : config.entries()) {
            Optional<OutputNode> value = role == Role.WORKER ? forWorker(entry) : Optional.of(entry.value());
            if (entry.key().equals("tls-san") && role != Role.WORKER) {
                names = value;
            } else {
                merged.put(entry.key(), value);
            }
        }
        if (role == Role.INIT) {
            merged.put("cluster-init", new OutputBoolean(true, provided));
        } else {
            merged.put("server", new OutputText("https://" + endpoint.text() + ":6443", from()));
        }
        merged.put("token", new OutputText(TOKEN, provided));
        if (role != Role.WORKER) {
            merged.put("tls-san", withEndpoint(names));
        }
        return merged.build();
    }

    /** The provider appends the endpoint to the names that the pack gives. */
    private OutputList withEndpoint(Optional<OutputNode> names) {
        List<OutputNode> items = new ArrayList<>();
        names.ifPresent(list -> items.addAll(((OutputList) list).items()));
        items.add(new OutputText(endpoint.text(), from()));
        return new OutputList(items, from());
    }

    /** Keys that no worker knows are dropped without a word, and so are values that are false, 0 or empty. */
    private Optional<OutputNode> forWorker(OutputEntry entry) {
        return release.workerType(entry.key())
                .map(type -> workerValue(type, entry.value()))
                .filter(value -> !isEmpty(value));
    }

    private static OutputNode workerValue(ValueType type, OutputNode value) {
        if (type == ValueType.TEXT) {
            return ReadTree.text(value)
                    .<OutputNode>map(text -> new OutputText(text, value.origin()))
                    .orElse(value);
        }
        if (type == ValueType.LIST && value instanceof OutputList list) {
            List<OutputNode> texts = list.items().stream()
                    .map(item -> workerValue(ValueType.TEXT, item))
                    .toList();
            return new OutputList(texts, list.origin());
        }
        return value;
    }

    private static boolean isEmpty(OutputNode value) {
        if (value instanceof OutputBoolean bool) {
            return !bool.value();
        }
        if (value instanceof OutputInteger integer) {
            return integer.value() == 0;
        }
        if (value instanceof OutputText text) {
            return text.text().isEmpty();
        }
        return value instanceof OutputList list && list.items().isEmpty();
    }

    private Origin from() {
        return Origin.inferred("the provider writes the endpoint", endpoint.origin(), provided);
    }
}
