// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.check.Checker;
import dev.farstead.compiler.check.FleetIndex;
import dev.farstead.compiler.check.HostHashes;
import dev.farstead.compiler.check.SiteFacts;
import dev.farstead.compiler.resolve.Resolution;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.SiteResolver;
import dev.farstead.compiler.spelling.KnownNames;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Site;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads, resolves and checks all profiles and sites of a run; used once and by one thread. */
final class Judge {
    private final Catalogue catalogue;
    private final Input input;
    private final BoundSources sources;
    private final SiteResolver resolver;
    private final Checker checker;
    private final AskedSecrets asked;
    private final OpenSecrets secrets;

    Judge(Catalogue catalogue, Input input, AskedSecrets asked, BoundSources sources, SiteResolver resolver) {
        this.catalogue = catalogue;
        this.input = input;
        this.asked = asked;
        this.sources = sources;
        this.resolver = resolver;
        this.checker = new Checker(catalogue, input.today());
        this.secrets = new OpenSecrets(input);
    }

    Judgement judge() {
        NavigableSet<Integer> withProfiles = new TreeSet<>();
        IntStream.range(0, sources.size()).filter(sources::mayHoldProfile).forEach(withProfiles::add);
        Round round = new Round(withProfiles);
        round.run();
        if (round.overlooked.isEmpty()) {
            return round.judgement();
        }
        // Sites may have missed the profiles that were overlooked.
        withProfiles.addAll(round.overlooked);
        Round again = new Round(withProfiles);
        again.run();
        return again.judgement();
    }

    /** All sources, once the profiles are known that stand in some of them. */
    private final class Round implements SitePass<CheckedSite, RuntimeException> {
        private final NavigableSet<Integer> withProfiles;
        private final List<Integer> overlooked = new ArrayList<>();
        private final FindingLog log = new FindingLog(input);
        private final KnownProfiles profiles = new KnownProfiles(catalogue);
        private final List<CheckedSite> sites = new ArrayList<>();
        private final Names names = new Names("site");
        private final Set<String> sound = new LinkedHashSet<>();
        private boolean readable = true;
        private boolean whole = sources.areAll();

        Round(NavigableSet<Integer> withProfiles) {
            this.withProfiles = withProfiles;
        }

        void run() {
            withProfiles.forEach(number -> profiles.add(sources.get(number), log));
            profiles.all().forEach(profile -> checker.check(profile).forEach(log::add));
            new EachSite<>(sources, input, this).run(Progress.Step.CHECK);
            KnownNames known = KnownNames.of(profiles.names());
            sites.forEach(site -> site.missing().ifPresent(profile -> lost(site, profile, known)));
            checkFleet();
            new UnaskedSecrets(asked, sound, whole).tell(log);
        }

        @Override
        public void source(int number, BoundSource source) {
            log.add(source);
            profiles.addFaulty(source.faultyProfiles());
            readable &= source.readable();
            whole &= source.findings().stream().noneMatch(Round::spoils);
            if (!source.profiles().isEmpty() && !withProfiles.contains(number)) {
                overlooked.add(number);
            }
        }

        @Override
        public CheckedSite work(int source, Located<Site> site) {
            Located<String> wanted = site.value().spec().value().profile().orElseThrow();
            return profiles.find(wanted.value())
                    .map(profile -> CheckedSite.found(source, site, found(site, profile)))
                    .orElseGet(() -> CheckedSite.lost(source, site, wanted));
        }

        private CheckedSite.Found found(Located<Site> site, ResolvedProfile profile) {
            Resolution<ResolvedSite> resolution = resolver.resolve(site, profile);
            OpenSecrets.Checked asked = secrets.of(resolution.value());
            List<Finding> findings = new ArrayList<>(resolution.findings());
            findings.addAll(checker.check(resolution.value()));
            findings.addAll(asked.findings());
            return CheckedSite.Found.of(resolution.value(), checker.hashes(resolution.value()), findings, asked.open());
        }

        @Override
        public void take(CheckedSite site) {
            Optional<Finding> twice = names.add(site.name(), site.place());
            if (twice.isPresent()) {
                log.add(twice.get());
                return;
            }
            site.found().ifPresent(found -> found.findings().forEach(finding -> log.add(finding, site.name())));
            if (site.found()
                    .filter(found -> found.findings().stream().noneMatch(Round::spoils))
                    .isPresent()) {
                sound.add(site.name());
            } else {
                whole = false;
            }
            sites.add(site.withoutFindings());
        }

        /** Tells whether a site may ask for more secrets than it does, once this is mended. */
        private static boolean spoils(Finding finding) {
            return finding.severity() == Severity.ERROR && !RunProblem.isOfSecret(finding);
        }

        private void lost(CheckedSite site, Located<String> profile, KnownNames known) {
            if (!profiles.isFaulty(profile.value()) && readable) {
                log.add(Names.unknownProfile(profile, known), site.name());
            }
        }

        /** Sites that share an identifier are resolved once more: it is seldom, and what the finding says need not be remembered. */
        private void checkFleet() {
            List<CheckedSite> found =
                    sites.stream().filter(site -> site.found().isPresent()).toList();
            Map<Integer, List<CheckedSite>> meeting =
                    HostHashes.meeting(found.stream()
                                    .map(site -> site.found().orElseThrow().hashes())
                                    .toList())
                            .stream()
                            .map(found::get)
                            .collect(Collectors.groupingBy(
                                    CheckedSite::source, LinkedHashMap::new, Collectors.toList()));
            List<SiteFacts> facts = new ArrayList<>();
            meeting.forEach((source, some) -> facts.addAll(facts(source, some)));
            FleetIndex fleet = FleetIndex.of(facts);
            facts.forEach(site -> Checker.check(site, fleet).forEach(finding -> log.add(finding, site.name())));
        }

        /** Returns facts about sites of one source, which is bound once for all of them. */
        private List<SiteFacts> facts(int source, List<CheckedSite> some) {
            Map<String, Located<Site>> byName = new HashMap<>();
            for (Located<Site> site : sources.get(source).sites()) {
                byName.putIfAbsent(site.value().metadata().value().name().value(), site);
            }
            return some.stream()
                    .map(site -> facts(site, Objects.requireNonNull(byName.get(site.name()), "checked before")))
                    .toList();
        }

        private SiteFacts facts(CheckedSite checked, Located<Site> site) {
            String profile = checked.found().orElseThrow().profile().value();
            return checker.facts(
                    resolver.resolve(site, profiles.find(profile).orElseThrow()).value());
        }

        Judgement judgement() {
            return new Judgement(log, profiles, List.copyOf(sites));
        }
    }
}
