// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;

/** An address: given by number, in full or, for an interface, by a DHCP server. */
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

    /**
     * The address that a DHCP server gives to an interface.
     *
     * @param chosen always true
     */
    record Dhcp(Located<Boolean> chosen) implements AddressChoice {}
}
