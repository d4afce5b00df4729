// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** The address of the Kubernetes API: one choice. */
@Value.Immutable
@SpecStyle
public interface ControlPlaneEndpoint {
    /**
     * Returns the virtual IP address.
     *
     * @return the virtual IP address
     */
    Optional<Located<AddressChoice>> vip();

    /**
     * Returns the name that dynamic DNS gives to the host that leads.
     *
     * @return the name that dynamic DNS gives to the host that leads
     */
    Optional<Located<String>> ddns();

    /**
     * Returns name or address of a load balancer outside the cluster.
     *
     * @return name or address of a load balancer outside the cluster
     */
    Optional<Located<AddressChoice>> loadBalancer();
}
