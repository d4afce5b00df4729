// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rules across sites look at.
 *
 * @param name name of the site
 * @param hosts its hosts in order
 * @param api where its API is; empty where another site may have it there too
 */
public record SiteFacts(String name, List<Host> hosts, Optional<Api> api) {
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
     * Where an API is, as the fleet sees it.
     *
     * @param site name of the site
     * @param endpoint the name or address, as it is written
     * @param place where that was written
     * @param named where the name of the site was written
     */
    public record Api(String site, String endpoint, Place place, Place named) {}

    static SiteFacts of(ResolvedSite site, AddressSpace space) {
        List<Host> hosts = new ArrayList<>();
        for (ResolvedHost host : site.hosts()) {
            hosts.add(new Host(
                    site.name().value(),
                    host.name().value(),
                    host.uid().value(),
                    Written.place(host.name()).orElse(host.place())));
        }
        return new SiteFacts(site.name().value(), hosts, api(site, space));
    }

    private static Optional<Api> api(ResolvedSite site, AddressSpace space) {
        return EndpointKindRules.reachedEverywhere(site, space)
                .flatMap(endpoint -> Written.place(endpoint)
                        .flatMap(place -> Written.place(site.name())
                                .map(named -> new Api(site.name().value(), endpoint.value(), place, named))));
    }
}
