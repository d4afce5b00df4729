// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.write.JsonListWriter;
import dev.farstead.compiler.write.WrittenPart;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The index of an output set: what was compiled, by what, and every file with who takes it. */
final class Index {
    private static final Origin OURS = new Origin.Default("the index describes the output set");

    private final Catalogue catalogue;
    private final BoundSources sources;
    private final JsonListWriter writer = new JsonListWriter(IndexPart.PATH, "files", OURS);

    Index(Catalogue catalogue, BoundSources sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    /** Begins with what is known before a file is made. */
    WrittenPart begin(List<ResolvedProfile> profiles, List<CheckedSite> sites) {
        List<CheckedSite.Found> found =
                sites.stream().flatMap(site -> site.found().stream()).toList();
        return writer.begin(OutputMap.builder(OURS)
                .put("format", text("farstead-index/v1"))
                .put("compiler", text(Farstead.version()))
                .put("catalogue", text(catalogue.version()))
                .put("complete", new OutputBoolean(found.stream().allMatch(CheckedSite.Found::complete), OURS))
                .put("inputs", list(IntStream.range(0, sources.size()).mapToObj(this::input)))
                .put("profiles", list(profiles.stream().map(Index::profile)))
                .put(
                        "sites",
                        list(sites.stream().flatMap(site -> site.found().map(known -> site(site, known)).stream())))
                .build());
    }

    WrittenPart add(IndexedFiles files) {
        return writer.add(files.items());
    }

    WrittenPart end() {
        return writer.end();
    }

    private OutputNode input(int number) {
        return OutputMap.builder(OURS)
                .put("name", text(sources.name(number)))
                .put("digest", text(sources.digest(number)))
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

    private static OutputNode site(CheckedSite site, CheckedSite.Found found) {
        return OutputMap.builder(OURS)
                .put("name", value(Sourced.written(site.name())))
                .put("profile", value(found.profile()))
                .put("registration", found.registration().map(method -> value(method.map(axis -> axis.text()))))
                .put("hosts", new OutputInteger(found.hosts(), OURS))
                .build();
    }

    private static OutputText value(Sourced<String> value) {
        return OutputText.of(value);
    }

    private static OutputNode text(String text) {
        return new OutputText(text, OURS);
    }

    private static OutputList list(Stream<OutputNode> items) {
        return new OutputList(items.toList(), OURS);
    }
}
