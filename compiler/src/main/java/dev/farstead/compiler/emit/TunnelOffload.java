// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.DynamicInterface;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedInterface;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.HostNeeds;
import dev.farstead.schemas.Pack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps VMware's VMXNET3 adapters from computing the checksums of tunnelled packets, which they get wrong: pods on
 * different hosts may lose the packets of Flannel's tunnel.
 */
final class TunnelOffload {
    private TunnelOffload() {}

    /** The step of a host with the agent. */
    static Optional<OutputMap> step(ResolvedSite site, ResolvedHost host, Catalogue catalogue) {
        return needs(site, host, catalogue).map(needs -> {
            Origin from = because(site, host, needs);
            List<OutputNode> commands = commands(host, needs)
                    .<OutputNode>map(words -> new OutputText(String.join(" ", words), from))
                    .toList();
            return OutputMap.builder(from)
                    .put("name", new OutputText("Keep the adapter from breaking tunnelled packets", from))
                    .put("commands", new OutputList(commands, from))
                    .build();
        });
    }

    /** The commands at each boot of a host without the agent. */
    static Optional<OutputList> bootCommands(PlainHost node) {
        return needs(node.site(), node.host(), node.catalogue()).map(needs -> {
            Origin from = because(node.site(), node.host(), needs);
            List<OutputNode> commands = commands(node.host(), needs)
                    .<OutputNode>map(words -> OutputList.texts(
                            words.stream()
                                    .map(word -> new Sourced<>(word, from))
                                    .toList(),
                            from))
                    .toList();
            return new OutputList(commands, from);
        });
    }

    /** Returns what the pack of the network needs of a host on VMware; a host without the agent has the network without its pack. */
    private static Optional<HostNeeds> needs(ResolvedSite site, ResolvedHost host, Catalogue catalogue) {
        return catalogue
                .pack("cni-" + site.profile().cni().value().text())
                .map(Pack::host)
                .filter(needs -> !needs.vmxnet3Off().isEmpty() && platform(host).value() == Platform.VMWARE);
    }

    private static Sourced<Platform> platform(ResolvedHost host) {
        return Values.needed(host.hostClass()).value().platform();
    }

    private static Origin because(ResolvedSite site, ResolvedHost host, HostNeeds needs) {
        return Origin.inferred(
                "Flannel tunnels through a VMXNET3 adapter",
                site.profile().cni().origin(),
                platform(host).origin(),
                new Origin.Fact("offloads that lose tunnelled packets", needs.source()));
    }

    private static Stream<List<String>> commands(ResolvedHost host, HostNeeds needs) {
        return Stream.concat(
                        host.interfaces().stream().map(ResolvedInterface::name),
                        host.dynamicInterfaces().stream().map(DynamicInterface::name))
                .sorted()
                .flatMap(nic -> needs.vmxnet3Off().stream()
                        .map(feature -> List.of("ethtool", "--offload", nic, feature, "off")));
    }
}
