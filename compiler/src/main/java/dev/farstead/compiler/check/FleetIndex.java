// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Facts about all sites of a run that rules across sites need: a few hundred bytes a site. Immutable and thread-safe. */
public final class FleetIndex {
    private final Map<String, List<HostFact>> hostsByUid;

    private FleetIndex(Map<String, List<HostFact>> hostsByUid) {
        this.hostsByUid = Collections.unmodifiableMap(hostsByUid);
    }

    /**
     * A host, as the fleet sees it.
     *
     * @param site name of its site
     * @param name its name within the site
     * @param uid its identifier
     * @param place where its name was written
     */
    public record HostFact(String site, String name, String uid, Place place) {}

    /**
     * Returns the facts of one site.
     *
     * @param site the site
     * @return its hosts in order
     */
    public static List<HostFact> facts(ResolvedSite site) {
        List<HostFact> facts = new ArrayList<>();
        for (ResolvedHost host : site.hosts()) {
            Place place = host.name().origin().places().findFirst().orElse(host.place());
            facts.add(new HostFact(
                    site.name().value(), host.name().value(), host.uid().value(), place));
        }
        return facts;
    }

    /**
     * Folds the facts of all sites into an index.
     *
     * @param facts the facts, site by site in input order
     * @return the index
     */
    public static FleetIndex of(Stream<List<HostFact>> facts) {
        Map<String, List<HostFact>> byUid = new HashMap<>();
        facts.flatMap(List::stream)
                .forEach(fact -> byUid.computeIfAbsent(fold(fact.uid()), uid -> new ArrayList<>(1))
                        .add(fact));
        return new FleetIndex(byUid);
    }

    /**
     * Returns the hosts that would have an identifier, whatever its case.
     *
     * @param uid the identifier
     * @return the hosts in input order; more than one is a conflict
     */
    public List<HostFact> hosts(String uid) {
        return hostsByUid.getOrDefault(fold(uid), List.of());
    }

    /** The files of two hosts whose identifiers differ in case only would be one on some file systems. */
    private static String fold(String uid) {
        return uid.toLowerCase(Locale.ROOT);
    }
}
