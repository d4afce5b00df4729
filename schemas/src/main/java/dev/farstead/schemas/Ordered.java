// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable copies of maps whose order is part of the fact; {@code Map.copyOf} forgets it. */
final class Ordered {
    private Ordered() {}

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
