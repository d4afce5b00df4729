// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.HostRole;
import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A host of a site. */
@Value.Immutable
@SpecStyle
public interface Host {
    /**
     * Returns the name within the site.
     *
     * @return the name within the site
     */
    Located<String> name();

    /**
     * Returns the part it plays.
     *
     * @return the part it plays
     */
    Optional<Located<HostRole>> role();

    /**
     * Returns the name of its host class.
     *
     * @return the name of its host class
     */
    Optional<Located<String>> hostClass();

    /**
     * Returns the addresses by network interface.
     *
     * @return the addresses by network interface
     */
    Optional<Located<Map<String, Located<AddressChoice>>>> interfaces();

    /**
     * Returns whether a host of the profile is left out here.
     *
     * @return whether a host of the profile is left out here
     */
    Optional<Located<Boolean>> absent();
}
