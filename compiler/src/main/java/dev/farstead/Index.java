// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.write.JsonItems;
import dev.farstead.compiler.write.JsonListWriter;
import dev.farstead.compiler.write.WrittenPart;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The index of an output set: what was compiled, by what, and every file with who takes it. */
final class Index {
    private static final Origin OURS = new Origin.Default("the index says what it is and what wrote it");

    private static final Position START = new Position(1, 1, 0);

    /** Of open secrets so many are named as the reason for an index that is not complete. */
    private static final int MOST_OPEN = 5;

    /** Items that are in memory together. */
    private static final int AT_A_TIME = 256;

    private final Catalogue catalogue;
    private final BoundSources sources;
    private final JsonListWriter writer = new JsonListWriter(IndexPart.PATH, OURS);

    Index(Catalogue catalogue, BoundSources sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    /** Writes what is known before a file is made, up to the list of files. */
    <X extends Exception> void begin(List<ResolvedProfile> profiles, List<CheckedSite> sites, OutputSink<X> sink)
            throws X {
        List<CheckedSite.Found> found =
                sites.stream().flatMap(site -> site.found().stream()).toList();
        hand(
                sink,
                writer.begin(OutputMap.builder(OURS)
                        .put("format", text("farstead-index/v1"))
                        .put("compiler", text(Farstead.version()))
                        .put("catalogue", text(catalogue.version()))
                        .put(
                                "complete",
                                new OutputBoolean(found.stream().allMatch(CheckedSite.Found::complete), open(found)))
                        .build()));
        list(sink, "inputs", IntStream.range(0, sources.size()).boxed().toList(), this::input);
        list(sink, "profiles", profiles, Index::profile);
        list(sink, "sites", sites, site -> site(site, site.found().orElseThrow()));
        hand(sink, writer.list("files"));
    }

    <X extends Exception> void add(IndexedFiles files, OutputSink<X> sink) throws X {
        hand(sink, writer.add(files.items()));
    }

    <X extends Exception> void end(OutputSink<X> sink) throws X {
        hand(sink, writer.endList());
        hand(sink, writer.end());
    }

    private <T, X extends Exception> void list(
            OutputSink<X> sink, String key, List<T> items, Function<T, OutputNode> node) throws X {
        hand(sink, writer.list(key));
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            List<T> some = items.subList(from, Math.min(items.size(), from + AT_A_TIME));
            hand(sink, writer.add(JsonItems.of(some.stream().map(node).toList())));
        }
        hand(sink, writer.endList());
    }

    private static <X extends Exception> void hand(OutputSink<X> sink, WrittenPart part) throws X {
        if (!part.lineOrigins().isEmpty()) {
            sink.index(new IndexPart(part));
        }
    }

    private static Origin open(List<CheckedSite.Found> sites) {
        List<Origin> open = sites.stream()
                .flatMap(site -> site.open().stream())
                .distinct()
                .limit(MOST_OPEN)
                .toList();
        return open.isEmpty()
                ? new Origin.Default("no secret is open")
                : new Origin.Inferred("a secret is still open", open);
    }

    private OutputNode input(int number) {
        Range start = new Range(sources.name(number), START, START);
        Origin origin = Origin.inferred("an input of the run", new Origin.Written(new Place("", start, start)));
        return OutputMap.builder(origin)
                .put("name", new OutputText(sources.name(number), origin))
                .put("digest", new OutputText(sources.digest(number), origin))
                .build();
    }

    private static OutputNode profile(ResolvedProfile profile) {
        OutputMap.Builder axes = OutputMap.builder(Origin.inferred(
                        "what the profile chooses", profile.name().origin()))
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
        return OutputMap.builder(
                        Origin.inferred("a profile of the run", profile.name().origin()))
                .put("name", value(profile.name()))
                .put("axes", axes.build())
                .build();
    }

    private static OutputNode site(CheckedSite site, CheckedSite.Found found) {
        Origin name = new Origin.Written(site.place().place());
        return OutputMap.builder(Origin.inferred("a site of the run", name))
                .put("name", new OutputText(site.name(), name))
                .put("profile", value(found.profile()))
                .put("registration", found.registration().map(method -> value(method.map(axis -> axis.text()))))
                .put("hosts", new OutputInteger(found.hosts(), found.ofHosts().get()))
                .build();
    }

    private static OutputText value(Sourced<String> value) {
        return OutputText.of(value);
    }

    private static OutputNode text(String text) {
        return new OutputText(text, OURS);
    }
}
