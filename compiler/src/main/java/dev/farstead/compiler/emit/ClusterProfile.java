// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.Catalogue;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cluster profile: its layers and packs. The names are those of the published request (github.com/spectrocloud/CanvOS,
 * test/templates/two-node-cluster-profile.json.tmpl), but for {@code valuesFile}, which stands for the text of the file beside it. A pack
 * of a pack registry has the type {@code spectro}, also where a chart is in it; {@code helm} is a chart of a Helm registry
 * (github.com/spectrocloud/terraform-provider-spectrocloud, docs/resources/cluster_profile.md; github.com/spectrocloud/pack-central,
 * README.md).
 */
final class ClusterProfile {
    private static final Origin FORM = new Origin.Fact(
            "form of a profile request",
            "github.com/spectrocloud/CanvOS, test/templates/two-node-cluster-profile.json.tmpl");

    private static final Origin FULL = new Origin.Fact(
            "types of cluster profiles", "Palette documentation, profiles/cluster-profiles/create-cluster-profiles");

    private ClusterProfile() {}

    static OutputFile emit(ResolvedProfile profile, Catalogue catalogue) {
        Origin from = Origin.inferred("the cluster profile", profile.name().origin());
        OutputMap metadata = OutputMap.builder(from)
                .put("name", OutputText.of(profile.name()))
                .put("description", profile.description().map(OutputText::of))
                .put("labels", labels(profile, from))
                .build();
        OutputList packs = new OutputList(
                PackValues.of(profile, catalogue).stream()
                        .map(ClusterProfile::pack)
                        .toList(),
                from);
        OutputMap template = OutputMap.builder(from)
                .put("type", type(profile))
                .put("cloudType", new OutputText("edge-native", FORM))
                .put("packs", packs)
                .build();
        OutputMap tree = OutputMap.builder(from)
                .put("metadata", metadata)
                .put("spec", OutputMap.builder(from).put("template", template).build())
                .build();
        return new OutputFile(
                Paths.of(profile) + "cluster-profile/profile.yaml",
                Delivery.PALETTE,
                "who creates the cluster profile",
                0644,
                new OutputContent.Yaml(Optional.empty(), tree));
    }

    /** A profile of the infrastructure alone takes no pack beyond operating system, Kubernetes, network and storage. */
    private static OutputText type(ResolvedProfile profile) {
        return profile.content()
                .flatMap(ResolvedContent::registryPack)
                .map(pack -> new OutputText(
                        "cluster",
                        Origin.inferred(
                                "a full profile, since it has a pack beyond the infrastructure",
                                pack.name().origin(),
                                FULL)))
                .orElseGet(() -> new OutputText("infra", FORM));
    }

    private static Optional<OutputMap> labels(ResolvedProfile profile, Origin from) {
        return profile.spec().value().metadata().value().labels().map(labels -> {
            OutputMap.Builder map = OutputMap.builder(from);
            new TreeMap<>(labels.value()).forEach((key, value) -> map.put(key, OutputText.of(Sourced.written(value))));
            return map.build();
        });
    }

    private static OutputNode pack(PackValues pack) {
        Origin from = PackValues.origin(pack.name());
        return OutputMap.builder(from)
                .put("layer", new OutputText(pack.layer(), from))
                .put("name", OutputText.of(pack.name()))
                .put("type", new OutputText("spectro", FORM))
                .put("version", OutputText.of(pack.version()))
                .put("tag", OutputText.of(pack.version()))
                .put(
                        "valuesFile",
                        pack.hasValues() ? Optional.of(new OutputText(pack.fileName(), from)) : Optional.empty())
                .build();
    }
}
