// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.write.Digests;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Locale;

/** The index of an output set: what was compiled, by what, and every file with who takes it. */
final class Index {
    private static final Origin OURS = new Origin.Default("the index describes the output set");

    private final Catalogue catalogue;
    private final Input input;
    private final List<ResolvedProfile> profiles;
    private final List<ResolvedSite> sites;

    Index(Catalogue catalogue, Input input, List<ResolvedProfile> profiles, List<ResolvedSite> sites) {
        this.catalogue = catalogue;
        this.input = input;
        this.profiles = profiles;
        this.sites = sites;
    }

    OutputFile of(List<WrittenFile> files) {
        boolean complete = files.stream().allMatch(file -> file.openSecrets().isEmpty());
        OutputMap tree = OutputMap.builder(OURS)
                .put("format", text("farstead-index/v1"))
                .put("compiler", text(Farstead.version()))
                .put("catalogue", text(catalogue.version()))
                .put("complete", new OutputBoolean(complete, OURS))
                .put("inputs", list(input.sources().stream().map(Index::input).toList()))
                .put("profiles", list(profiles.stream().map(Index::profile).toList()))
                .put("sites", list(sites.stream().map(Index::site).toList()))
                .put("files", list(files.stream().map(Index::file).toList()))
                .build();
        return new OutputFile(
                "index.json", Delivery.PEOPLE, "who checks or unpacks the set", 0644, new OutputContent.Json(tree));
    }

    private static OutputNode input(SourceText source) {
        return OutputMap.builder(OURS)
                .put("name", text(source.name()))
                .put("digest", text(Digests.sha256(source.bytes())))
                .build();
    }

    private static OutputNode profile(ResolvedProfile profile) {
        OutputMap.Builder axes = OutputMap.builder(OURS)
                .put("mode", value(profile.mode().map(axis -> axis.text())))
                .put("agent", profile.agentVersion().map(Index::value))
                .put("os", value(profile.osFamily().map(axis -> axis.text())))
                .put("osVersion", value(profile.osVersion()))
                .put("imageHardening", value(profile.imageHardening().map(axis -> axis.text())))
                .put("flavor", value(profile.flavor().map(axis -> axis.text())))
                .put(
                        "kubernetes",
                        value(profile.kubernetesVersion().orElseThrow().map(Object::toString)))
                .put("kubernetesHardening", value(profile.kubernetesHardening().map(axis -> axis.text())))
                .put("fips", OutputBoolean.of(profile.fips()))
                .put("cni", value(profile.cni().map(axis -> axis.text())));
        profile.spec()
                .value()
                .spec()
                .value()
                .storage()
                .ifPresent(storage -> axes.put(
                        "csi",
                        value(Sourced.written(storage.value().csi().value().name())
                                .map(axis -> axis.text()))));
        return OutputMap.builder(OURS)
                .put("name", value(profile.name()))
                .put("axes", axes.build())
                .build();
    }

    private static OutputNode site(ResolvedSite site) {
        return OutputMap.builder(OURS)
                .put("name", value(site.name()))
                .put("profile", value(site.profile().name()))
                .put("registration", site.registration().method().map(method -> value(method.map(axis -> axis.text()))))
                .put("hosts", new OutputInteger(site.hosts().size(), OURS))
                .build();
    }

    private static OutputNode file(WrittenFile file) {
        OutputMap.Builder map = OutputMap.builder(OURS)
                .put("path", text(file.path()))
                .put("delivery", text(file.delivery().text()))
                .put("consumer", text(file.consumer()))
                .put("mediaType", text(file.mediaType()))
                .put("mode", text(String.format(Locale.ROOT, "%04o", file.mode())))
                .put("size", new OutputInteger(file.size(), OURS))
                .put("digest", text(file.digest()));
        if (!file.secrets().isEmpty()) {
            map.put("secrets", list(file.secrets().stream().map(Index::text).toList()));
        }
        if (!file.openSecrets().isEmpty()) {
            map.put(
                    "openSecrets",
                    list(file.openSecrets().stream().map(Index::text).toList()));
        }
        return map.build();
    }

    private static OutputText value(Sourced<String> value) {
        return OutputText.of(value);
    }

    private static OutputNode text(String text) {
        return new OutputText(text, OURS);
    }

    private static OutputList list(List<OutputNode> items) {
        return new OutputList(items, OURS);
    }
}
