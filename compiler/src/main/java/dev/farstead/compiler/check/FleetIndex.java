// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the sites have that {@link HostHashes} finds to meet, for rules across sites. Immutable and thread-safe. */
public final class FleetIndex {
    private final Map<String, List<SiteFacts.Host>> hostsByUid = new HashMap<>();
    private final Map<String, SiteFacts.Api> firstByEndpoint = new HashMap<>();

    private FleetIndex() {}

    /**
     * Folds the facts of sites into an index.
     *
     * @param sites the facts, site by site in input order
     * @return the index
     */
    public static FleetIndex of(Collection<SiteFacts> sites) {
        FleetIndex index = new FleetIndex();
        for (SiteFacts site : sites) {
            for (SiteFacts.Host host : site.hosts()) {
                index.hostsByUid
                        .computeIfAbsent(fold(host.uid()), uid -> new ArrayList<>(1))
                        .add(host);
            }
            site.api().ifPresent(api -> index.firstByEndpoint.putIfAbsent(fold(api.endpoint()), api));
        }
        return index;
    }

    /**
     * Returns the hosts that would have an identifier, whatever its case.
     *
     * @param uid the identifier
     * @return the hosts in input order; more than one is a conflict
     */
    List<SiteFacts.Host> hosts(String uid) {
        return hostsByUid.getOrDefault(fold(uid), List.of());
    }

    /**
     * Returns the first site of the run that has its API where a site has it, whatever its case.
     *
     * @param api where the site has it
     * @return the first, which may be the site itself
     */
    SiteFacts.Api first(SiteFacts.Api api) {
        return firstByEndpoint.getOrDefault(fold(api.endpoint()), api);
    }

    /** The files of two hosts whose identifiers differ in case only would be one on some file systems; the DNS knows no case. */
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
