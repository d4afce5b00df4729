// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.source.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules across sites look at.
 *
 * @param name name of the site
 * @param hosts its hosts in order
 */
public record SiteFacts(String name, List<Host> hosts) {
    /** Copies the hosts. */
    public SiteFacts {
        hosts = List.copyOf(hosts);
    }

    /**
     * A host, as the fleet sees it.
     *
     * @param site name of its site
     * @param name its name within the site
     * @param uid its identifier
     * @param place where its name was written
     */
    public record Host(String site, String name, String uid, Place place) {}

    /**
     * Returns the facts of a site.
     *
     * @param site the site
     * @return its facts
     */
    public static SiteFacts of(ResolvedSite site) {
        List<Host> hosts = new ArrayList<>();
        for (ResolvedHost host : site.hosts()) {
            hosts.add(new Host(
                    site.name().value(),
                    host.name().value(),
                    host.uid().value(),
                    Written.place(host.name()).orElse(host.place())));
        }
        return new SiteFacts(site.name().value(), hosts);
    }
}
