// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.FlavorFacts;
import java.util.Optional;

/** Says in a run-sheet what the network of a site has to have before its hosts are set up, so that they find the API. */
final class EndpointNeeds {
    private EndpointNeeds() {}

    /**
     * Returns what somebody has to see to.
     *
     * @param site the site
     * @param flavor its distribution, for the ports
     * @return the sentence; nothing for a virtual address, which the hosts bring themselves
     */
    static Optional<Prose> of(ResolvedSite site, FlavorFacts flavor) {
        Sourced<Endpoint> endpoint = Values.needed(site.endpoint());
        if (endpoint.value() instanceof Endpoint.LoadBalancer balancer) {
            return Optional.of(Prose.of(
                            "The load balancer ",
                            balancer.host(),
                            " passes TCP " + ports(flavor) + " to " + servers(site) + ". It does not end TLS.")
                    .from(
                            endpoint.origin(),
                            site.profile().flavor().origin(),
                            Members.of(site, HostRole.CONTROL_PLANE)));
        }
        if (endpoint.value() instanceof Endpoint.DynamicName name) {
            return Optional.of(Prose.of(
                            "The DHCP server of the LAN gives a lease under the name ",
                            name.host(),
                            ", and registers the name in the DNS that hosts and users ask.")
                    .from(endpoint.origin()));
        }
        return Optional.empty();
    }

    private static String ports(FlavorFacts flavor) {
        return flavor.joinPort() == flavor.apiPort()
                ? "port " + flavor.apiPort()
                : "ports " + flavor.apiPort() + " and " + flavor.joinPort();
    }

    private static String servers(ResolvedSite site) {
        int count = site.hosts(HostRole.CONTROL_PLANE).size();
        return count == 1
                ? "the control-plane host"
                : "the " + count + " control-plane hosts, and only to those that answer";
    }
}
