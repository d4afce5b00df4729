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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The step that keeps VMware's VMXNET3 adapters from computing the checksums of tunnelled packets, which they get wrong: pods on
 * different hosts would lose every packet of Flannel's tunnel.
 */
final class TunnelOffload {
    private static final List<String> FEATURES = List.of("tx-udp_tnl-segmentation", "tx-udp_tnl-csum-segmentation");

    private TunnelOffload() {}

    static Optional<OutputMap> step(ResolvedSite site, ResolvedHost host) {
        Origin platform = Values.needed(host.hostClass()).value().platform().origin();
        boolean tunnelled = site.profile().cni().value() == CniName.FLANNEL
                && Values.needed(host.hostClass()).value().platform().value() == Platform.VMWARE;
        if (!tunnelled) {
            return Optional.empty();
        }
        Origin from = Origin.inferred(
                "Flannel tunnels through a VMXNET3 adapter",
                site.profile().cni().origin(),
                platform,
                new Origin.Fact(
                        "offloads that lose tunnelled packets", "Palette documentation, integrations/cni-flannel"));
        List<OutputNode> commands = Stream.concat(
                        host.interfaces().stream().map(ResolvedInterface::name),
                        host.dynamicInterfaces().stream().map(DynamicInterface::name))
                .sorted()
                .flatMap(nic -> FEATURES.stream().map(feature -> "ethtool --offload " + nic + " " + feature + " off"))
                .<OutputNode>map(command -> new OutputText(command, from))
                .toList();
        return Optional.of(OutputMap.builder(from)
                .put("name", new OutputText("Keep the adapter from breaking tunnelled packets", from))
                .put("commands", new OutputList(commands, from))
                .build());
    }
}
