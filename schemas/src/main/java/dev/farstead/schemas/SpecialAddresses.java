// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * A range of addresses that mean the same wherever they are.
 *
 * @param range the range, such as {@code 10.0.0.0/8}
 * @param use who has the addresses
 * @param source the registry
 */
public record SpecialAddresses(String range, Use use, String source) {
    static SpecialAddresses read(JsonRecord fact) {
        return new SpecialAddresses(
                fact.text("range"), fact.parse(fact.text("use"), Constants.of(Use.class)), fact.source());
    }

    /** Who has the addresses of a range. */
    public enum Use {
        /** Machines of a private network. */
        PRIVATE,
        /** Set aside for documents and tests: nobody's servers have them. */
        NOBODY,
        /** A host itself, many machines or none: no single other machine has them. */
        NO_MACHINE,
        /** Machines on one link; no router passes them on. */
        LINK
    }
}
