// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.check.HostHashes;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a run remembers of a site between checking and emitting it: the index of the set names all sites before the files of the first.
 *
 * @param source number of its source
 * @param name its name
 * @param place where that was written
 * @param missing the profile that it names, where that is not known
 * @param found what was found of it, where its profile is known
 */
record CheckedSite(int source, String name, KeptPlace place, Optional<Located<String>> missing, Optional<Found> found) {
    static CheckedSite found(int source, Located<Site> site, Found found) {
        return of(source, site, Optional.empty(), Optional.of(found));
    }

    static CheckedSite lost(int source, Located<Site> site, Located<String> missing) {
        return of(source, site, Optional.of(missing), Optional.empty());
    }

    private static CheckedSite of(
            int source, Located<Site> site, Optional<Located<String>> missing, Optional<Found> found) {
        Located<String> name = site.value().metadata().value().name();
        return new CheckedSite(source, name.value(), KeptPlace.of(name.place()), missing, found);
    }

    /** Returns what stays in memory once the findings are logged. */
    CheckedSite withoutFindings() {
        return new CheckedSite(source, name, place, missing, found.map(Found::withoutFindings));
    }

    /**
     * What is known of a site whose profile is known.
     *
     * @param findings what is wrong with it by itself
     * @param hashes tell which sites rules across sites have to look at
     * @param profile name of its profile
     * @param registration how its hosts register
     * @param hosts how many it has
     * @param ofHosts where that follows from
     * @param open where the secrets that are still open are asked for
     */
    record Found(
            List<Finding> findings,
            HostHashes hashes,
            Sourced<String> profile,
            Optional<Sourced<RegistrationMethod>> registration,
            int hosts,
            Supplier<Origin> ofHosts,
            List<Origin> open) {
        static Found of(ResolvedSite site, HostHashes hashes, List<Finding> findings, List<Origin> open) {
            return new Found(
                    findings,
                    hashes,
                    site.profile().name(),
                    site.registration().method(),
                    site.hosts().size(),
                    hosts(site),
                    open);
        }

        /** The first host stands for all that are there: each of their places would be remembered for each site of a fleet. */
        private static Supplier<Origin> hosts(ResolvedSite site) {
            List<Supplier<Origin>> from = Stream.concat(
                            site.hosts().stream()
                                    .limit(1)
                                    .map(host -> host.name().origin()),
                            site.droppedHosts().stream())
                    .map(KeptPlace::of)
                    .toList();
            return () -> new Origin.Inferred(
                    "the hosts of the site", from.stream().map(Supplier::get).toList());
        }

        boolean complete() {
            return open.isEmpty();
        }

        private Found withoutFindings() {
            return new Found(List.of(), hashes, profile, registration, hosts, ofHosts, open);
        }
    }
}
