// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;

/**
 * The values of the Rook Ceph pack. Its presets for one node and for several differ in more than this; which one to choose stands in the
 * run-sheet, since the pack's own values are not published.
 */
final class RookCephPack {
    private static final Origin.Fact BINDING = new Origin.Fact(
            "Immediate for several nodes, WaitForFirstConsumer for one",
            "Palette documentation, integrations/rook-ceph");

    private RookCephPack() {}

    static PackValues of(ResolvedPack pack, Sourced<Integer> hosts) {
        Origin from = PackValues.origin(pack.name());
        String mode = hosts.value() == 1 ? "WaitForFirstConsumer" : "Immediate";
        Origin why = Origin.inferred("the number of hosts", pack.name().origin(), hosts.origin(), BINDING);
        OutputMap storageClass = OutputMap.builder(from)
                .put("volumeBindingMode", new OutputText(mode, why))
                .build();
        OutputMap manifests =
                OutputMap.builder(from).put("storageClass", storageClass).build();
        return new PackValues(
                "csi",
                pack.name(),
                pack.version(),
                OutputMap.builder(from).put("manifests", manifests).build());
    }
}
