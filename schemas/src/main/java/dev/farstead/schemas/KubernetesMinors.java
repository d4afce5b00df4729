// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Objects whose keys are minor releases. */
final class KubernetesMinors {
    private KubernetesMinors() {}

    /** Reads a member whose keys are minors, in order; an absent one is empty. */
    static <T> Map<KubernetesMinor, T> keys(JsonRecord fact, String key, BiFunction<JsonRecord, String, T> reader) {
        Map<KubernetesMinor, T> found = new LinkedHashMap<>();
        fact.entries(key, reader)
                .forEach((minor, value) -> found.put(fact.parse(minor, KubernetesMinor::parse), value));
        return Ordered.copy(found);
    }
}
