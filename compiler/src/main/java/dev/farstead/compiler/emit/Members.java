// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/** Where it comes from which hosts a site has, and in which role: the roles of those that it has, and the lines that drop others. */
final class Members {
    private Members() {}

    /**
     * Returns where the hosts of a site come from.
     *
     * @param site the site
     * @return the origin of their number
     */
    static Origin of(ResolvedSite site) {
        return from("the hosts of the site", site.hosts(), site);
    }

    static Origin of(ResolvedSite site, HostRole role) {
        return from("the hosts of this role", site.hosts(role), site);
    }

    private static Origin from(String reason, List<ResolvedHost> hosts, ResolvedSite site) {
        List<Origin> origins = new ArrayList<>();
        hosts.forEach(host -> origins.add(Origin.inferred(
                "host " + host.name().value(),
                Values.needed(host.role()).origin(),
                host.name().origin())));
        site.droppedHosts()
                .forEach(dropped -> origins.add(Origin.inferred("without the host that is dropped", dropped)));
        return new Origin.Inferred(reason, origins);
    }
}
