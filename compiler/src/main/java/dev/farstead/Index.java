// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.Members;
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
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The index of an output set: what was compiled, by what, and every file with who takes it. */
final class Index {
    private static final Origin OURS = new Origin.Default("the index says what it is and what wrote it");
    /** One that stays open is reason enough; some more save the next look. */
    private static final int MOST_OPEN = 5;

    private static final Position START = new Position(1, 1, 0);

    private final Catalogue catalogue;
    private final Input input;
    private final List<ResolvedProfile> profiles;
    private final List<ResolvedSite> sites;

    /** Where the names of folders come from, by folder. */
    private final Map<String, Origin> folders = new HashMap<>();

    Index(Catalogue catalogue, Input input, List<ResolvedProfile> profiles, List<ResolvedSite> sites) {
        this.catalogue = catalogue;
        this.input = input;
        this.profiles = profiles;
        this.sites = sites;
        for (ResolvedProfile profile : profiles) {
            folders.put(
                    "profiles/" + profile.name().value() + '/', profile.name().origin());
        }
        for (ResolvedSite site : sites) {
            String folder = "sites/" + site.name().value() + '/';
            folders.put(folder, site.name().origin());
            site.hosts()
                    .forEach(host -> folders.put(
                            folder + "hosts/" + host.name().value() + '/',
                            host.name().origin()));
        }
    }

    OutputFile of(List<WrittenFile> files) {
        boolean complete = files.stream().allMatch(file -> file.openSecrets().isEmpty());
        OutputMap tree = OutputMap.builder(OURS)
                .put("format", text("farstead-index/v1"))
                .put("compiler", text(Farstead.version()))
                .put("catalogue", text(catalogue.version()))
                .put("complete", new OutputBoolean(complete, open(files)))
                .put("inputs", list(input.sources().stream().map(Index::input).toList()))
                .put("profiles", list(profiles.stream().map(Index::profile).toList()))
                .put("sites", list(sites.stream().map(Index::site).toList()))
                .put("files", list(files.stream().map(this::file).toList()))
                .build();
        return new OutputFile(
                "index.json", Delivery.PEOPLE, "who checks or unpacks the set", 0644, new OutputContent.Json(tree));
    }

    private static Origin open(List<WrittenFile> files) {
        List<Origin> open = files.stream()
                .flatMap(file -> file.openSecrets().stream().map(file::secretOrigin))
                .distinct()
                .limit(MOST_OPEN)
                .toList();
        return open.isEmpty()
                ? new Origin.Default("no secret is open")
                : new Origin.Inferred("a secret is still open", open);
    }

    private static OutputNode input(SourceText source) {
        Range start = new Range(source.name(), START, START);
        Origin origin = Origin.inferred("an input of the run", new Origin.Written(new Place("", start, start)));
        return OutputMap.builder(origin)
                .put("name", new OutputText(source.name(), origin))
                .put("digest", new OutputText(Digests.sha256(source.bytes()), origin))
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

    private static OutputNode site(ResolvedSite site) {
        return OutputMap.builder(
                        Origin.inferred("a site of the run", site.name().origin()))
                .put("name", value(site.name()))
                .put("profile", value(site.profile().name()))
                .put("registration", site.registration().method().map(method -> value(method.map(axis -> axis.text()))))
                .put("hosts", new OutputInteger(site.hosts().size(), Members.of(site)))
                .build();
    }

    private OutputNode file(WrittenFile file) {
        List<Origin> from = new ArrayList<>(folders(file.path()));
        from.add(file.origin());
        Origin listed = new Origin.Inferred("the index lists each file of the set", from);
        Origin content = new Origin.Inferred("follows from what stands in the file", from);
        OutputMap.Builder map = OutputMap.builder(listed)
                .put("path", new OutputText(file.path(), listed))
                .put("delivery", new OutputText(file.delivery().text(), listed))
                .put("consumer", new OutputText(file.consumer(), listed))
                .put("mediaType", new OutputText(file.mediaType(), listed))
                .put("mode", new OutputText(String.format(Locale.ROOT, "%04o", file.mode()), listed))
                .put("size", new OutputInteger(file.size(), content))
                .put("digest", new OutputText(file.digest(), content));
        if (!file.secrets().isEmpty()) {
            map.put("secrets", secrets(file, file.secrets()));
        }
        if (!file.openSecrets().isEmpty()) {
            map.put("openSecrets", secrets(file, file.openSecrets()));
        }
        return map.build();
    }

    /** Returns where the names in a path come from. */
    private List<Origin> folders(String path) {
        return IntStream.range(0, path.length())
                .filter(i -> path.charAt(i) == '/')
                .mapToObj(i -> folders.get(path.substring(0, i + 1)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static OutputNode secrets(WrittenFile file, List<String> names) {
        List<OutputNode> items = names.stream()
                .<OutputNode>map(name -> new OutputText(name, file.secretOrigin(name)))
                .toList();
        return new OutputList(
                items,
                new Origin.Inferred(
                        "secrets that the file holds or waits for",
                        items.stream().map(OutputNode::origin).toList()));
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
