// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;

/**
 * A network interface.
 *
 * @param place where it was written
 * @param name name of the interface
 * @param address its address with prefix length, host bits included
 */
public record ResolvedInterface(Place place, String name, Sourced<IpPrefix> address) {}
