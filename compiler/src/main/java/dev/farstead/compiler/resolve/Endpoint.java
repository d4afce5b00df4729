// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpAddress;

/** Where the API of a cluster is reached. */
public sealed interface Endpoint {
    /**
     * Returns what hosts and users connect to.
     *
     * @return a name or an address, without port
     */
    String host();

    /**
     * A virtual address that moves between the control-plane hosts.
     *
     * @param address the address
     */
    record Vip(IpAddress address) implements Endpoint {
        @Override
        public String host() {
            return address.toString();
        }
    }

    /**
     * A name that dynamic DNS gives to the host that leads.
     *
     * @param host the name
     */
    record DynamicName(String host) implements Endpoint {}

    /**
     * A load balancer outside the cluster.
     *
     * @param host its name or address
     */
    record LoadBalancer(String host) implements Endpoint {}
}
