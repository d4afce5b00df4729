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
import dev.farstead.schemas.HostNeeds;
import dev.farstead.schemas.KernelModules;
import dev.farstead.schemas.Pack;
import java.util.List;
import java.util.Optional;

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
        OutputText uri =
                OutputText.of(Values.needed(Values.needed(profile.image()).uri()));
        OutputMap image = OutputMap.builder(from).put("image", uri).build();
        OutputMap content = OutputMap.builder(from)
                .put("images", new OutputList(List.of(image), from))
                .build();
        OutputMap values = OutputMap.builder(from)
                .put("pack", OutputMap.builder(from).put("content", content).build())
                .put("options", OutputMap.builder(from).put("system.uri", uri).build())
                .put("stages", profile.csi().flatMap(csi -> stages(csi, catalogue)))
                .build();
        return new PackValues(
                "os", new Sourced<>(NAME, fact), new Sourced<>(pack.versions().get(0), fact), values);
    }

    /** The kernel modules of the storage are loaded at each boot, before it starts. */
    private static Optional<OutputMap> stages(ResolvedPack csi, Catalogue catalogue) {
        HostNeeds needs = catalogue.pack(csi.name().value()).orElseThrow().host();
        return needs.kernelModules().map(modules -> stages(csi, modules, needs.source()));
    }

    private static OutputMap stages(ResolvedPack csi, KernelModules modules, String source) {
        Origin from = Origin.inferred(
                "the storage needs these kernel modules",
                csi.name().origin(),
                new Origin.Fact("kernel modules of the pack", source));
        OutputText names = new OutputText(String.join("\n", modules.names()) + "\n", from);
        OutputMap file = StageFile.of(modules.file(), 0644, names, from);
        OutputMap step = OutputMap.builder(from)
                .put("name", new OutputText("Load the kernel modules of the storage", from))
                .put("files", new OutputList(List.of(file), from))
                .build();
        return OutputMap.builder(from)
                .put("initramfs", new OutputList(List.of(step), from))
                .build();
    }
}
