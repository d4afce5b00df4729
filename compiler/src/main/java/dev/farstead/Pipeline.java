// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.bind.Binder;
import dev.farstead.compiler.check.Checker;
import dev.farstead.compiler.check.FleetIndex;
import dev.farstead.compiler.read.ReadResult;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceReader;
import dev.farstead.compiler.resolve.ProfileResolver;
import dev.farstead.compiler.resolve.Resolution;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.compiler.structure.StructureCheck;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.SourceText;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.Site;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The passes, one after the other, over one input; used once and by one thread. */
final class Pipeline {
    private final Catalogue catalogue;
    private final Input input;
    private final FindingLog log;
    private final List<Located<Profile>> profiles = new ArrayList<>();
    private final List<Located<Site>> sites = new ArrayList<>();

    /** Names of profiles that are there but can't be bound: a site that names one is no further mistake. */
    private final Set<String> faultyProfiles = new HashSet<>();

    /** Whether a source could not be read whole, or a profile has no right name: it may be the one that a site misses. */
    private boolean unnamed;

    Pipeline(Catalogue catalogue, Input input) {
        this.catalogue = catalogue;
        this.input = input;
        this.log = new FindingLog(input);
    }

    Compilation run(boolean emit) {
        input.sources().forEach(this::read);
        Map<String, ResolvedProfile> resolvedProfiles = resolveProfiles();
        List<ResolvedSite> resolvedSites = resolveSites(resolvedProfiles);
        check(resolvedProfiles, resolvedSites);
        if (log.hasErrors() || !emit) {
            return new Compilation(log.findings(), Optional.empty());
        }
        OutputSet outputs =
                new OutputAssembly(catalogue, input).assemble(List.copyOf(resolvedProfiles.values()), resolvedSites);
        return new Compilation(log.findings(), Optional.of(outputs));
    }

    private void read(SourceText source) {
        ReadResult result = SourceReader.read(source, input.limits());
        result.findings().forEach(log::add);
        unnamed |= !result.findings().isEmpty();
        for (SourceDocument document : result.documents()) {
            List<Finding> faults = StructureCheck.check(document);
            faults.forEach(log::add);
            bind(
                    document,
                    faults.stream()
                            .filter(fault -> fault.severity() == Severity.ERROR)
                            .toList());
        }
    }

    private void bind(SourceDocument document, List<Finding> faults) {
        String kind = Documents.kind(document);
        if (!faults.isEmpty()) {
            if (kind.equals("Profile")) {
                Documents.name(document)
                        .filter(name ->
                                faults.stream().noneMatch(fault -> fault.path().equals(Documents.NAME)))
                        .ifPresentOrElse(faultyProfiles::add, () -> unnamed = true);
            }
        } else if (kind.equals("Profile")) {
            profiles.add(Binder.profile(document));
        } else {
            sites.add(Binder.site(document));
        }
    }

    private Map<String, ResolvedProfile> resolveProfiles() {
        ProfileResolver resolver = new ProfileResolver(catalogue);
        Map<String, ResolvedProfile> resolved = new LinkedHashMap<>();
        Names names = new Names("profile");
        for (Located<Profile> profile : profiles) {
            Located<String> name = profile.value().metadata().value().name();
            Optional<Finding> twice = names.add(name);
            if (twice.isPresent()) {
                log.add(twice.get());
                continue;
            }
            Resolution<ResolvedProfile> resolution = resolver.resolve(profile);
            resolution.findings().forEach(log::add);
            resolved.put(name.value(), resolution.value());
        }
        return resolved;
    }

    private List<ResolvedSite> resolveSites(Map<String, ResolvedProfile> resolvedProfiles) {
        SiteResolver resolver = new SiteResolver(catalogue, input.namedSources());
        List<ResolvedSite> resolved = new ArrayList<>();
        Names names = new Names("site");
        for (Located<Site> site : sites) {
            Located<String> name = site.value().metadata().value().name();
            Optional<Finding> twice = names.add(name);
            if (twice.isPresent()) {
                log.add(twice.get());
                continue;
            }
            Located<String> wanted = site.value().spec().value().profile().orElseThrow();
            ResolvedProfile profile = resolvedProfiles.get(wanted.value());
            if (profile != null) {
                Resolution<ResolvedSite> resolution = resolver.resolve(site, profile);
                resolution.findings().forEach(finding -> log.add(finding, name.value()));
                resolved.add(resolution.value());
            } else if (!faultyProfiles.contains(wanted.value()) && !unnamed) {
                List<String> known = Stream.concat(
                                resolvedProfiles.keySet().stream(),
                                faultyProfiles.stream().sorted())
                        .toList();
                log.add(Names.unknownProfile(wanted, known), name.value());
            }
        }
        return resolved;
    }

    private void check(Map<String, ResolvedProfile> resolvedProfiles, List<ResolvedSite> resolvedSites) {
        Checker checker = new Checker(catalogue, input.today());
        resolvedProfiles.values().forEach(profile -> checker.check(profile).forEach(log::add));
        OpenSecrets secrets = new OpenSecrets(input);
        FleetIndex fleet = FleetIndex.of(resolvedSites.stream().map(FleetIndex::facts));
        for (ResolvedSite site : resolvedSites) {
            Stream.concat(checker.check(site, fleet).stream(), secrets.of(site))
                    .forEach(finding -> log.add(finding, site.name().value()));
        }
    }
}
