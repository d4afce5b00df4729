// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.Pack;
import java.util.List;

/**
 * The values of the operating system pack: which provider image the hosts run, and the stages that the whole fleet shares. The image is
 * named in full: the pack's own template always appends a tag, and a literal name can be compared with what was built.
 */
final class OsPack {
    private static final String NAME = "edge-native-byoi";

    private OsPack() {}

    static PackValues of(ResolvedProfile profile, Catalogue catalogue) {
        Pack pack = catalogue.pack(NAME).orElseThrow();
        Origin.Fact fact = new Origin.Fact("pack of the operating system layer", pack.source());
        Origin from =
                Origin.inferred("the values of this pack", profile.osFamily().origin(), fact);
        OutputText uri = OutputText.of(Values.needed(profile.image().uri()));
        OutputMap image = OutputMap.builder(from).put("image", uri).build();
        OutputMap content = OutputMap.builder(from)
                .put("images", new OutputList(List.of(image), from))
                .build();
        OutputMap values = OutputMap.builder(from)
                .put("pack", OutputMap.builder(from).put("content", content).build())
                .put("options", OutputMap.builder(from).put("system.uri", uri).build())
                .put("stages", profile.csi().map(OsPack::stages))
                .build();
        return new PackValues(
                "os", new Sourced<>(NAME, fact), new Sourced<>(pack.versions().get(0), fact), values);
    }

    /** Ceph's kernel modules are loaded at each boot, before the storage starts. */
    private static OutputMap stages(ResolvedPack csi) {
        Origin from = Origin.inferred(
                "Rook Ceph needs these kernel modules",
                csi.name().origin(),
                new Origin.Fact("modules file for Ceph", "Palette documentation, integrations/rook-ceph"));
        OutputMap file = StageFile.of("/etc/modules-load.d/ceph.conf", 0644, new OutputText("rbd\nceph\n", from), from);
        OutputMap step = OutputMap.builder(from)
                .put("name", new OutputText("Load the kernel modules of Ceph", from))
                .put("files", new OutputList(List.of(file), from))
                .build();
        return OutputMap.builder(from)
                .put("initramfs", new OutputList(List.of(step), from))
                .build();
    }
}
