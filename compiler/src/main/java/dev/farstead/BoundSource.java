// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.read.ReadResult;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.SourceText;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A source whose documents are read, judged by their structure and bound.
 *
 * @param name name of the source
 * @param documents its documents that have a kind and a name, in order
 * @param findings what is wrong with its text or the structure of its documents
 * @param readable whether it, and the names of its profiles, could be read: else a profile that a site misses may stand in it
 * @param profiles its profiles of right structure
 * @param sites its sites of right structure
 * @param faultyProfiles names of profiles that can't be bound: a site that names one is no further mistake
 */
record BoundSource(
        String name,
        List<NamedDocument> documents,
        List<Finding> findings,
        boolean readable,
        List<Located<Profile>> profiles,
        List<Located<Site>> sites,
        List<String> faultyProfiles) {

    /**
     * Reads, judges and binds a source.
     *
     * @param judged whether its documents were judged before and nothing was wrong with them, so that they need not be judged again
     */
    static BoundSource of(SourceText source, Limits limits, boolean judged) {
        ReadResult result = SourceReader.read(source, limits);
        List<Finding> findings = new ArrayList<>(result.findings());
        boolean readable = result.findings().isEmpty();
        List<Located<Profile>> profiles = new ArrayList<>(1);
        List<Located<Site>> sites = new ArrayList<>(1);
        List<String> faultyProfiles = new ArrayList<>(0);
        List<NamedDocument> documents = new ArrayList<>(1);
        for (SourceDocument document : result.documents()) {
            NamedDocument.of(document).ifPresent(documents::add);
            List<Finding> faults = judged ? List.of() : StructureCheck.check(document);
            findings.addAll(faults);
            boolean faulty = faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
            boolean profile = Documents.kind(document).equals("Profile");
            if (faulty) {
                // A misspelt kind may be that of a profile, and a name under a misspelt key may be any.
                if (Documents.mayBeProfile(document)) {
                    Optional<String> name = Documents.name(document)
                            .filter(found -> faults.stream()
                                    .filter(fault -> fault.severity() == Severity.ERROR)
                                    .noneMatch(fault -> fault.path().equals(Documents.NAME)));
                    name.ifPresent(faultyProfiles::add);
                    readable &= name.isPresent();
                }
            } else if (profile) {
                profiles.add(Binder.profile(document));
            } else {
                sites.add(Binder.site(document));
            }
        }
        return new BoundSource(source.name(), documents, findings, readable, profiles, sites, faultyProfiles);
    }

    /** Returns what stands for a source that is not read, since one before it has its name: its profiles are not known. */
    static BoundSource refused(String name) {
        // Without a range: a place in it would be one in the first.
        Finding finding = RunProblem.SOURCE_TWICE
                .finding(Severity.ERROR)
                .message("a second source is named `" + name + "`")
                .effect("what stands in the second one is not read")
                .addFixes(Fix.advice("hand each source in once, under a name of its own"))
                .build();
        return new BoundSource(name, List.of(), List.of(finding), false, List.of(), List.of(), List.of());
    }

    /** Tells whether a document with this folder in the output set stands here, or may do so but for an error that was found. */
    boolean holds(String folder) {
        return documents.stream().anyMatch(document -> document.folder().equals(folder))
                || findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Returns the source with those profiles and sites alone whose folders in the output set are wanted, and what is wrong with them. */
    BoundSource only(Predicate<String> wanted) {
        return new BoundSource(
                name,
                documents,
                findings.stream()
                        .filter(finding -> finding.range()
                                .flatMap(range -> NamedDocument.at(
                                        documents, range.start().offset()))
                                .map(NamedDocument::folder)
                                .filter(wanted.negate())
                                .isEmpty())
                        .toList(),
                readable,
                profiles.stream()
                        .filter(profile -> wanted.test("profiles/"
                                + profile.value().metadata().value().name().value()))
                        .toList(),
                sites.stream()
                        .filter(site -> wanted.test("sites/"
                                + site.value().metadata().value().name().value()))
                        .toList(),
                faultyProfiles);
    }
}
