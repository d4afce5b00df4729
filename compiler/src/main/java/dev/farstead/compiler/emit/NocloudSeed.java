// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.DynamicInterface;
import dev.farstead.compiler.resolve.ResolvedInterface;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The volume named {@code cidata} from which cloud-init sets a host up: user-data, meta-data and network-config. Source of the form:
 * cloud-init documentation, reference/datasources/nocloud and reference/network-config-format-v2.
 */
final class NocloudSeed {
    private static final String CLOUD_INIT = "cloud-init";
    private static final int NETWORK_FORMAT = 2;

    private NocloudSeed() {}

    static List<OutputFile> of(PlainHost node) {
        return List.of(
                file(node, "user-data", Optional.of("#cloud-config"), CloudInitUserData.of(node)),
                file(node, "meta-data", Optional.empty(), metaData(node)),
                file(node, "network-config", Optional.empty(), network(node)));
    }

    private static OutputFile file(PlainHost node, String name, Optional<String> header, OutputMap tree) {
        return new OutputFile(
                Paths.of(node.site(), node.host()) + "nocloud/" + name,
                Delivery.NODE,
                CLOUD_INIT,
                0644,
                new OutputContent.Yaml(header, tree));
    }

    /** A new identifier of the instance would make cloud-init set the host up once more. */
    private static OutputMap metaData(PlainHost node) {
        OutputText uid = OutputText.of(node.host().uid());
        return OutputMap.builder(uid.origin())
                .put("instance-id", uid)
                .put("local-hostname", uid)
                .build();
    }

    private static OutputMap network(PlainHost node) {
        Origin from =
                Origin.inferred("the network of this host", node.host().name().origin());
        Map<String, OutputMap> byName = new TreeMap<>();
        node.host().interfaces().forEach(nic -> byName.put(nic.name(), fixed(node, nic)));
        for (DynamicInterface nic : node.host().dynamicInterfaces()) {
            Origin written = new Origin.Written(nic.place());
            byName.put(
                    nic.name(),
                    OutputMap.builder(written)
                            .put("dhcp4", new OutputBoolean(true, written))
                            .build());
        }
        OutputMap.Builder ethernets = OutputMap.builder(from);
        byName.forEach(ethernets::put);
        Origin format = new Origin.Default("the format that netplan reads");
        return OutputMap.builder(from)
                .put("version", new OutputInteger(NETWORK_FORMAT, format))
                .put("ethernets", ethernets.build())
                .build();
    }

    /** Only the interface in the LAN gets a gateway: two default routes would leave the answer to chance. */
    private static OutputMap fixed(PlainHost node, ResolvedInterface nic) {
        Origin written = new Origin.Written(nic.place());
        OutputMap.Builder map = OutputMap.builder(written)
                .put("dhcp4", new OutputBoolean(false, Origin.inferred("an address is given", written)))
                .put(
                        "addresses",
                        OutputList.texts(
                                List.of(nic.address().map(Object::toString)),
                                Origin.inferred("an address is given", written)));
        if (node.isLan(nic)) {
            node.site().network().gateway().ifPresent(gateway -> map.put("routes", defaultRoute(gateway)));
            Origin servers = new Origin.Inferred(
                    "the name servers of the site, on the interface in its LAN",
                    Stream.concat(node.site().network().nameservers().stream().map(Sourced::origin), Stream.of(written))
                            .toList());
            map.put(
                    "nameservers",
                    OutputMap.builder(servers)
                            .put(
                                    "addresses",
                                    OutputList.texts(
                                            node.site().network().nameservers().stream()
                                                    .map(server -> server.map(IpAddress::toString))
                                                    .toList(),
                                            servers))
                            .build());
        }
        return map.build();
    }

    /** Written as a range: only newer releases of netplan know the word {@code default}. */
    private static OutputList defaultRoute(Sourced<IpAddress> gateway) {
        String all = gateway.value().isIpv4() ? "0.0.0.0/0" : "::/0";
        Origin from = Origin.inferred("the default route", gateway.origin());
        OutputMap route = OutputMap.builder(from)
                .put("to", new OutputText(all, from))
                .put("via", OutputText.of(gateway.map(IpAddress::toString)))
                .build();
        return new OutputList(List.of(route), from);
    }
}
