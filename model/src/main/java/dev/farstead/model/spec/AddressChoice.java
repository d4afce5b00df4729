// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;

/** An address, given by number or in full. */
public sealed interface AddressChoice {
    /**
     * The n-th address of the site's LAN.
     *
     * @param number n, from 1; the network address itself is number 0
     */
    record HostNumber(Located<Integer> number) implements AddressChoice {}

    /**
     * An address in full.
     *
     * @param text the address, for an interface with its prefix length
     */
    record Literal(Located<String> text) implements AddressChoice {}
}
