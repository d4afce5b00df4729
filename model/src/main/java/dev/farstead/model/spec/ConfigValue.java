// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that is passed on to another program after it was checked against what that program accepts. */
public sealed interface ConfigValue {
    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements ConfigValue {}

    /**
     * A number.
     *
     * @param value the number
     * @param written how it was written
     */
    record Numeral(BigDecimal value, String written) implements ConfigValue {}

    /**
     * A truth value.
     *
     * @param value the value
     */
    record Bool(boolean value) implements ConfigValue {}

    /**
     * A list.
     *
     * @param items the items in order
     */
    record Items(List<Located<ConfigValue>> items) implements ConfigValue {
        /** Copies the items. */
        public Items {
            items = List.copyOf(new ArrayList<>(items));
        }
    }

    /**
     * A map.
     *
     * @param entries the entries in order
     */
    record Entries(Map<String, Located<ConfigValue>> entries) implements ConfigValue {
        /** Copies the entries, keeping their order. */
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
