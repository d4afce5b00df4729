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
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Place;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Emits and writes what was resolved without errors; used once and by one thread. */
final class OutputAssembly {
    private final Catalogue catalogue;
    private final Input input;
    private final Emitter emitter;
    private final List<WrittenFile> files = new ArrayList<>();

    /** Places of references to secrets that are open, by name. */
    private final Map<String, Place> open = new LinkedHashMap<>();

    private final Map<String, List<String>> openIn = new HashMap<>();

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
            noteOpenSecrets(site, written);
            write(previews(site.profile())
                    .of(
                            Paths.of(site),
                            ofProfiles.getOrDefault(site.profile().name().value(), List.of()),
                            written));
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
        return new Previews(catalogue.k3sProvider(profile.agent().orElseThrow()));
    }

    private void noteOpenSecrets(ResolvedSite site, List<WrittenFile> written) {
        List<String> names = written.stream()
                .flatMap(file -> file.openSecrets().stream())
                .distinct()
                .toList();
        Stream<Origin> references = Stream.concat(
                site.registration().token().stream().map(token -> token.origin()),
                site.users().stream()
                        .flatMap(user -> user.passwordHash().stream().map(hash -> hash.origin())));
        references
                .flatMap(Origin::places)
                .forEach(place -> names.forEach(name -> {
                    if (isReference(site, name, place)) {
                        open.putIfAbsent(name, place);
                        openIn.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(site.name().value());
                    }
                }));
    }

    private static boolean isReference(ResolvedSite site, String name, Place place) {
        return Stream.concat(
                        site.registration().token().stream(),
                        site.users().stream().flatMap(user -> user.passwordHash().stream()))
                .anyMatch(ref -> ref.value().name().value().equals(name)
                        && ref.origin().places().anyMatch(place::equals));
    }

    /** Returns a finding for each open secret, at the reference to it. */
    List<Finding> openSecrets() {
        Severity severity = input.requireSecrets() ? Severity.ERROR : Severity.WARNING;
        List<Finding> findings = new ArrayList<>();
        open.forEach((name, place) -> {
            List<String> sites =
                    openIn.getOrDefault(name, List.of()).stream().distinct().toList();
            findings.add(RunProblem.OPEN_SECRET
                    .finding(severity)
                    .at(place)
                    .message("secret `" + name + "` was not handed in")
                    .effect("a text that its consumer refuses stands in its place, and the output set is not complete")
                    .sites(sites.size() > 1 ? sites : List.of())
                    .addFixes(Fix.advice("hand it in: on the command line `--secrets DIR` with a file of this name"))
                    .build());
        });
        return findings;
    }
}
