// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/** A value as a pack's defaults give it. */
public sealed interface PackValue {
    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements PackValue {}

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Numeral(int value) implements PackValue {}

    /**
     * A truth value.
     *
     * @param value the value
     */
    record Bool(boolean value) implements PackValue {}

    /**
     * A list of texts.
     *
     * @param values the items in order
     */
    record Items(List<String> values) implements PackValue {
        /** Copies the items. */
        public Items {
            values = List.copyOf(values);
        }
    }
}
