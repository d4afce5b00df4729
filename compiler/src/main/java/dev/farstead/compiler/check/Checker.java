// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.schemas.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs all rules; thread-safe. */
public final class Checker {
    private final Catalogue catalogue;
    private final Optional<LocalDate> today;
    private final AxisCheck axes;
    private final AddressSpace space;
    private final PemTexts pems = new PemTexts();

    /**
     * Makes a checker.
     *
     * @param catalogue the facts about other programs
     * @param today the day on which expiry is judged; without it the end of life is a note
     */
    public Checker(Catalogue catalogue, Optional<LocalDate> today) {
        this.catalogue = catalogue;
        this.today = today;
        this.space = AddressSpace.of(catalogue);
        this.axes = new AxisCheck(catalogue.axes());
    }

    /**
     * Checks a profile: once, however many sites have it.
     *
     * @param profile the profile
     * @return the findings
     */
    public List<Finding> check(ResolvedProfile profile) {
        ProfileContext context = new ProfileContext(profile, catalogue, today, space);
        return found(axes.check(profile), Rules.profiles(), context);
    }

    /**
     * Checks a site by itself.
     *
     * @param site the site
     * @return the findings
     */
    public List<Finding> check(ResolvedSite site) {
        SiteContext context = SiteContext.of(site, catalogue, today, space, pems);
        return found(axes.check(site), Rules.sites(), context);
    }

    /**
     * Returns what is remembered of a site, so that those are found that must be checked against each other.
     *
     * @param site the site
     * @return the hashes of its hosts and of its endpoint
     */
    public HostHashes hashes(ResolvedSite site) {
        return HostHashes.of(site, space);
    }

    /**
     * Returns what checking a site against the others needs of it.
     *
     * @param site the site
     * @return its facts
     */
    public SiteFacts facts(ResolvedSite site) {
        return SiteFacts.of(site, space);
    }

    /**
     * Checks a site against the others.
     *
     * @param site facts about the site
     * @param fleet facts about all sites of the run
     * @return the findings
     */
    public static List<Finding> check(SiteFacts site, FleetIndex fleet) {
        FleetContext context = new FleetContext(site, fleet);
        return found(Stream.empty(), Rules.fleet(), context);
    }

    private static <C> List<Finding> found(Stream<Finding> before, List<? extends Rule<C, ?>> rules, C context) {
        List<Finding> findings = new ArrayList<>();
        before.forEach(findings::add);
        rules.forEach(rule -> rule.check(context, findings::add));
        return List.copyOf(findings);
    }
}
