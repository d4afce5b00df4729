// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.emit.Emitter;
import dev.farstead.compiler.emit.Paths;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.preview.Previews;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.write.OutputFileWriter;
import dev.farstead.compiler.write.OutputPaths;
import dev.farstead.compiler.write.WrittenFile;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Emits and writes what was resolved without errors; used once and by one thread. */
final class OutputAssembly {
    private final Catalogue catalogue;
    private final Input input;
    private final Emitter emitter;
    private final List<WrittenFile> files = new ArrayList<>();

    OutputAssembly(Catalogue catalogue, Input input) {
        this.catalogue = catalogue;
        this.input = input;
        this.emitter = new Emitter(catalogue);
    }

    OutputSet assemble(List<ResolvedProfile> profiles, List<ResolvedSite> sites) {
        Map<String, List<WrittenFile>> ofProfiles = new HashMap<>();
        for (ResolvedProfile profile : profiles) {
            ofProfiles.put(profile.name().value(), write(emitter.emit(profile)));
        }
        for (ResolvedSite site : sites) {
            List<WrittenFile> written = write(emitter.emit(site));
            if (site.profile().hasAgent()) {
                write(previews(site.profile())
                        .of(
                                Paths.of(site),
                                ofProfiles.getOrDefault(site.profile().name().value(), List.of()),
                                written));
            }
        }
        OutputPaths.checkUnique(files.stream().map(WrittenFile::path).toList());
        files.add(OutputFileWriter.write(
                new Index(catalogue, input, profiles, sites).of(List.copyOf(files)), input.secrets()));
        return new OutputSet(files.stream().map(Output::new).toList());
    }

    private List<WrittenFile> write(List<OutputFile> emitted) {
        List<WrittenFile> written = emitted.stream()
                .map(file -> OutputFileWriter.write(file, input.secrets()))
                .toList();
        files.addAll(written);
        return written;
    }

    private Previews previews(ResolvedProfile profile) {
        return new Previews(
                catalogue,
                profile.agent().orElseThrow(),
                profile.flavor().value().text(),
                Origin.inferred(
                        "the agent release brings the provider of this flavor",
                        profile.agentVersion().orElseThrow().origin(),
                        profile.flavor().origin()));
    }
}
