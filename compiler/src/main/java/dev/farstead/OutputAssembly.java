// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.Emitter;
import dev.farstead.compiler.emit.Paths;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.preview.Previews;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.compiler.write.OutputFileWriter;
import dev.farstead.compiler.write.OutputPaths;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Site;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits and writes what was judged to have no errors, folder by folder; used once and by one thread.
 *
 * @param <X> what the sink may throw
 */
final class OutputAssembly<X extends Exception> implements SitePass<OutputAssembly.Unit, X> {
    private final Catalogue catalogue;
    private final Input input;
    private final KnownProfiles profiles;
    private final SiteResolver resolver;
    private final OutputSink<X> sink;
    private final Emitter emitter;
    private final Map<String, Previews> previews = new HashMap<>();
    private final Index index;

    OutputAssembly(
            Catalogue catalogue,
            Input input,
            KnownProfiles profiles,
            SiteResolver resolver,
            OutputSink<X> sink,
            Index index) {
        this.catalogue = catalogue;
        this.input = input;
        this.profiles = profiles;
        this.resolver = resolver;
        this.sink = sink;
        this.emitter = new Emitter(catalogue);
        this.index = index;
    }

    /** The files of a folder, and what the index says about them. */
    record Unit(String folder, List<WrittenFile> files, IndexedFiles indexed) {
        static Unit of(String folder, List<WrittenFile> files, Map<String, Origin> folders) {
            OutputPaths.checkUnique(files.stream().map(WrittenFile::path).toList());
            return new Unit(folder, files, IndexedFiles.of(files, folders));
        }
    }

    void assemble(BoundSources sources, List<CheckedSite> sites) throws X {
        index.begin(profiles.all(), sites, sink);
        for (ResolvedProfile profile : profiles.all()) {
            take(unit(profile));
        }
        new EachSite<>(sources, input, this).run(Progress.Step.EMIT);
        index.end(sink);
    }

    private Unit unit(ResolvedProfile profile) {
        List<OutputFile> files = emitter.emit(profile);
        profile.agent().ifPresent(agent -> previews.put(profile.name().value(), previews(profile, agent, files)));
        String folder = Paths.of(profile);
        return Unit.of(folder, written(files), Map.of(folder, profile.name().origin()));
    }

    private Previews previews(ResolvedProfile profile, AgentRelease agent, List<OutputFile> files) {
        Origin chosen = Origin.inferred(
                "the agent release brings the provider of this flavor",
                profile.agentVersion().orElseThrow().origin(),
                profile.flavor().origin());
        return new Previews(catalogue, agent, profile.flavor().value().text(), chosen, files);
    }

    @Override
    public Unit work(int source, Located<Site> site) {
        String profile = site.value().spec().value().profile().orElseThrow().value();
        return unit(resolver.resolve(site, profiles.find(profile).orElseThrow()).value());
    }

    private Unit unit(ResolvedSite site) {
        List<OutputFile> files = new ArrayList<>(emitter.emit(site));
        Previews provider = previews.get(site.profile().name().value());
        if (provider != null) {
            files.addAll(provider.of(Paths.of(site), List.copyOf(files)));
        }
        return Unit.of(Paths.of(site), written(files), folders(site));
    }

    /** Where the names of folders come from. */
    private static Map<String, Origin> folders(ResolvedSite site) {
        String folder = Paths.of(site);
        Map<String, Origin> folders = new HashMap<>(Map.of(folder, site.name().origin()));
        site.hosts()
                .forEach(host -> folders.put(
                        folder + "hosts/" + host.name().value() + '/',
                        host.name().origin()));
        return folders;
    }

    private List<WrittenFile> written(List<OutputFile> emitted) {
        return emitted.stream()
                .map(file -> OutputFileWriter.write(file, input.secrets()))
                .toList();
    }

    @Override
    public void take(Unit unit) throws X {
        if (unit.files().isEmpty()) {
            return;
        }
        String path = unit.folder().substring(0, unit.folder().length() - 1);
        sink.unit(new OutputUnit(path, unit.files().stream().map(Output::new).toList()));
        index.add(unit.indexed(), sink);
    }
}
