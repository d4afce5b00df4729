// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import java.util.stream.Stream;

/**
 * An item of a list that a specification passes on to K3s or RKE2.
 *
 * @param key the key that holds the list
 * @param item the item
 */
record PassedItem(PassedKey key, Located<ConfigValue> item) {
    /** Returns the items of a key; none where it holds no list. */
    static Stream<PassedItem> of(PassedKey key) {
        return key.value().value() instanceof ConfigValue.Items list
                ? list.items().stream().map(item -> new PassedItem(key, item))
                : Stream.empty();
    }

    /** Returns the item as text, the way it is written out; empty text for a list or a map. */
    String text() {
        return text(item.value());
    }

    static String text(ConfigValue value) {
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        if (value instanceof ConfigValue.Numeral number) {
            return number.written();
        }
        return value instanceof ConfigValue.Bool bool ? Boolean.toString(bool.value()) : "";
    }

    /** Returns whether the item is one value. */
    boolean single() {
        return !(item.value() instanceof ConfigValue.Items) && !(item.value() instanceof ConfigValue.Entries);
    }
}
