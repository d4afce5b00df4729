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
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps VMware's VMXNET3 adapters from computing the checksums of tunnelled packets, which they get wrong: pods on
 * different hosts would lose every packet of Flannel's tunnel.
 */
final class TunnelOffload {
    private static final List<String> FEATURES = List.of("tx-udp_tnl-segmentation", "tx-udp_tnl-csum-segmentation");

    private TunnelOffload() {}

    /** The step of a host with the agent. */
    static Optional<OutputMap> step(ResolvedSite site, ResolvedHost host) {
        return because(site, host)
                .map(from -> OutputMap.builder(from)
                        .put("name", new OutputText("Keep the adapter from breaking tunnelled packets", from))
                        .put(
                                "commands",
                                new OutputList(
                                        commands(host)
                                                .<OutputNode>map(words -> new OutputText(String.join(" ", words), from))
                                                .toList(),
                                        from))
                        .build());
    }

    /** The commands at each boot of a host without the agent. */
    static Optional<OutputList> bootCommands(ResolvedSite site, ResolvedHost host) {
        return because(site, host)
                .map(from -> new OutputList(
                        commands(host)
                                .<OutputNode>map(words -> OutputList.texts(
                                        words.stream()
                                                .map(word -> new Sourced<>(word, from))
                                                .toList(),
                                        from))
                                .toList(),
                        from));
    }

    private static Optional<Origin> because(ResolvedSite site, ResolvedHost host) {
        Sourced<Platform> platform = Values.needed(host.hostClass()).value().platform();
        if (site.profile().cni().value() != CniName.FLANNEL || platform.value() != Platform.VMWARE) {
            return Optional.empty();
        }
        return Optional.of(Origin.inferred(
                "Flannel tunnels through a VMXNET3 adapter",
                site.profile().cni().origin(),
                platform.origin(),
                new Origin.Fact(
                        "offloads that lose tunnelled packets", "Palette documentation, integrations/cni-flannel")));
    }

    private static Stream<List<String>> commands(ResolvedHost host) {
        return Stream.concat(
                        host.interfaces().stream().map(ResolvedInterface::name),
                        host.dynamicInterfaces().stream().map(DynamicInterface::name))
                .sorted()
                .flatMap(nic -> FEATURES.stream().map(feature -> List.of("ethtool", "--offload", nic, feature, "off")));
    }
}
