// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.spec.ConfigValue;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.util.Optional;

/** A configuration that nests, as kubeadm reads it. Persistent. */
public sealed interface ConfigTree {
    /**
     * Returns where the value comes from.
     *
     * @return the origin
     */
    Origin origin();

    /**
     * A map, in the order of the output.
     *
     * @param entries the values by key
     * @param origin where the map comes from
     */
    record Branch(LinkedHashMap<String, ConfigTree> entries, Origin origin) implements ConfigTree {
        /**
         * Finds a value.
         *
         * @param keys the keys on the way to it
         * @return the value, or empty where a key is missing on the way
         */
        public Optional<ConfigTree> find(String... keys) {
            Optional<ConfigTree> found = Optional.of(this);
            for (String key : keys) {
                found = found.filter(Branch.class::isInstance)
                        .flatMap(tree -> ((Branch) tree).entries().get(key).toJavaOptional());
            }
            return found;
        }
    }

    /**
     * A list.
     *
     * @param items the items in order
     * @param origin where the list comes from
     */
    record Items(Vector<ConfigTree> items, Origin origin) implements ConfigTree {}

    /**
     * A single value.
     *
     * @param value the value: text, number or truth
     * @param origin where it comes from
     */
    record Leaf(ConfigValue value, Origin origin) implements ConfigTree {}
}
