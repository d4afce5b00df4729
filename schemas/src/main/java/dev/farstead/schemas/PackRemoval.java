// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * What a choice takes out of the values of an argument.
 *
 * @param choice the choice
 * @param argument the flag without dashes, of whichever component
 * @param values the values that must not stay
 * @param inferred whether it is our reading, since no document of the packs states it
 * @param source the document
 */
public record PackRemoval(PackChoice choice, String argument, List<String> values, boolean inferred, String source) {
    /** Copies the list. */
    public PackRemoval {
        values = List.copyOf(values);
    }

    static PackRemoval read(JsonRecord fact) {
        return new PackRemoval(
                fact.parse(fact.text("choice"), Constants.of(PackChoice.class)),
                fact.text("argument"),
                fact.texts("values"),
                fact.flag("inferred"),
                fact.source());
    }
}
