// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.source.Place;

/**
 * A network interface that a DHCP server gives an address.
 *
 * @param place where it was written
 * @param name name of the interface
 */
public record DynamicInterface(Place place, String name) {}
