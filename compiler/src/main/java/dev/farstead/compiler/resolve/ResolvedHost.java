// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A host of a site. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedHost {
    /**
     * Returns where the host was written, nearest layer first.
     *
     * @return where the host was written, nearest layer first
     */
    Place place();

    /**
     * Returns the name within the site.
     *
     * @return the name within the site
     */
    Sourced<String> name();

    /**
     * Returns the identifier, unique in the tenant.
     *
     * @return the identifier, unique in the tenant
     */
    Sourced<String> uid();

    /**
     * Returns the part it plays.
     *
     * @return the part it plays
     */
    Optional<Sourced<HostRole>> role();

    /**
     * Returns its host class.
     *
     * @return its host class
     */
    Optional<Sourced<ResolvedHostClass>> hostClass();

    /**
     * Returns its network interfaces with a fixed address.
     *
     * @return its network interfaces with a fixed address
     */
    List<ResolvedInterface> interfaces();

    /**
     * Returns its network interfaces that ask a DHCP server.
     *
     * @return its network interfaces that ask a DHCP server
     */
    List<DynamicInterface> dynamicInterfaces();
}
