// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Because;
import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.KubernetesConfig.Entry;
import dev.farstead.compiler.resolve.KubernetesConfig.Items;
import dev.farstead.compiler.resolve.KubernetesConfig.Scalar;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration file of K3s or RKE2 on a host without the agent. Each command gets only the keys that it has: the agent command of
 * K3s does not start with a key that is for servers.
 */
final class NodeConfiguration {
    private static final String TLS_SAN = "tls-san";

    /** With a database of one's own, servers find each other there. */
    private static final String DATASTORE = "datastore-endpoint";

    private final PlainHost node;

    private NodeConfiguration(PlainHost node) {
        this.node = node;
    }

    static NodeFile of(PlainHost node) {
        NodeConfiguration configuration = new NodeConfiguration(node);
        Origin from = configuration.from("the configuration of this host");
        return new NodeFile(
                node.facts().configFile(),
                0600,
                new NodeFile.Document(configuration.tree(from)),
                node.facts().title(),
                from);
    }

    private Origin from(String reason) {
        return Origin.inferred(
                reason,
                node.host().name().origin(),
                Values.needed(node.host().role()).origin(),
                node.profile().flavor().origin());
    }

    private OutputMap tree(Origin from) {
        Map<String, Entry> entries = entries();
        OutputMap.Builder map = OutputMap.builder(from);
        if (!entries.containsKey("node-name")) {
            map.put("node-name", OutputText.of(node.host().uid()));
        }
        if (!entries.containsKey("node-ip")) {
            map.put("node-ip", node.lanInterface().map(nic -> {
                Sourced<String> address =
                        nic.address().map(prefix -> prefix.address().toString());
                return OutputList.texts(List.of(address), Origin.inferred("the address in the LAN", address.origin()));
            }));
        }
        join(map, entries);
        map.put("token", Values.secret(node.site(), Values.needed(node.site().clusterToken())));
        if (node.isServer()) {
            map.put(TLS_SAN, names(Optional.ofNullable(entries.remove(TLS_SAN)), from));
        }
        entries.forEach((key, entry) -> map.put(key, ofRole(key, FileNodes.node(entry))));
        return Because.ofFacts(
                map.build(),
                "the configuration of this flavor",
                node.profile().flavor().origin());
    }

    /** What only one of the two commands reads stands here since the host has this role. */
    private OutputNode ofRole(String key, OutputNode value) {
        return reaches(key, Command.SERVER) && reaches(key, Command.AGENT)
                ? value
                : Because.ofAll(value, "read by hosts of this role", role());
    }

    /** Returns where it comes from which host starts the cluster. */
    private Origin starts() {
        return Origin.inferred(
                "the first control-plane host of the site starts the cluster",
                PlainHost.first(node.site()).name().origin(),
                Members.of(node.site(), HostRole.CONTROL_PLANE));
    }

    private Origin role() {
        return Values.needed(node.host().role()).origin();
    }

    /** Returns the keys that the command of this host has. */
    private Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        node.config().entries().forEach((key, entry) -> {
            if (reaches(key, node.command())) {
                entries.put(key, entry);
            }
        });
        return entries;
    }

    private boolean reaches(String key, Command command) {
        return node.catalogue()
                .configKeys(node.flavor().text())
                .flatMap(keys -> keys.key(key))
                .filter(fact -> !fact.in(command, node.version()).isPresent())
                .isEmpty();
    }

    /** RKE2 always starts with etcd; K3s takes SQLite unless it is told otherwise, and no other server could join. */
    private void join(OutputMap.Builder map, Map<String, Entry> entries) {
        if (node.isServer() && entries.containsKey(DATASTORE)) {
            return;
        }
        if (!node.isFirst()) {
            Sourced<Endpoint> endpoint = Values.needed(node.site().endpoint());
            String url = "https://" + authority(endpoint.value().host()) + ":"
                    + node.facts().joinPort();
            Origin origin = Origin.inferred(
                    "where hosts join",
                    endpoint.origin(),
                    starts(),
                    role(),
                    node.profile().flavor().origin(),
                    new Origin.Fact("the port at which hosts join", node.facts().source()));
            map.put("server", new OutputText(url, origin));
        } else if (node.flavor() == Flavor.K3S) {
            Origin origin = Origin.inferred(
                    "this host starts the cluster",
                    starts(),
                    role(),
                    node.profile().flavor().origin());
            map.put("cluster-init", new OutputBoolean(true, origin));
        }
    }

    private static String authority(String host) {
        return host.indexOf(':') < 0 ? host : '[' + host + ']';
    }

    /** The certificate of the API has to name the endpoint; further names come from the specifications. */
    private OutputList names(Optional<Entry> passedOn, Origin from) {
        Sourced<Endpoint> endpoint = Values.needed(node.site().endpoint());
        List<Sourced<String>> names = new ArrayList<>();
        names.add(endpoint.map(Endpoint::host));
        passedOn.ifPresent(entry -> {
            if (entry instanceof Items items) {
                items.items().forEach(names::add);
            } else if (entry instanceof Scalar scalar && scalar.value() instanceof ConfigValue.Text text) {
                names.add(new Sourced<>(text.value(), scalar.origin()));
            }
        });
        List<Sourced<String>> distinct = new ArrayList<>();
        for (Sourced<String> name : names) {
            if (distinct.stream().noneMatch(other -> other.value().equals(name.value()))) {
                distinct.add(name(name, names));
            }
        }
        Origin origin = passedOn.map(entry -> Origin.inferred("names of the API", endpoint.origin(), entry.origin()))
                .orElse(endpoint.origin());
        return OutputList.texts(distinct, Origin.inferred("names of the API", origin, from));
    }

    /** A name that is given more than once stands here for each time. */
    private static Sourced<String> name(Sourced<String> name, List<Sourced<String>> names) {
        List<Origin> origins = names.stream()
                .filter(other -> other.value().equals(name.value()))
                .map(Sourced::origin)
                .toList();
        return origins.size() == 1
                ? name
                : new Sourced<>(name.value(), new Origin.Inferred("a name that is given more than once", origins));
    }
}
