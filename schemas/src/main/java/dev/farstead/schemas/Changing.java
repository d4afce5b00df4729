// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text that changes from one minor to the next, such as a default.
 *
 * @param earlier the texts of older minors, each under the last minor that has it
 * @param latest the text from then on; empty where there is none
 */
record Changing(NavigableMap<KubernetesMinor, String> earlier, Optional<String> latest) {
    /** Takes a member, and its older forms from the member of the same name followed by {@code Until}. An empty text stands for none. */
    static Changing take(JsonRecord fact, String key) {
        NavigableMap<KubernetesMinor, String> earlier = new TreeMap<>();
        fact.entries(key + "Until", JsonRecord::text)
                .forEach((minor, text) -> earlier.put(fact.parse(minor, KubernetesMinor::parse), text));
        return new Changing(earlier, fact.optionalText(key));
    }

    Optional<String> in(KubernetesMinor minor) {
        var entry = earlier.ceilingEntry(minor);
        return entry == null ? latest : Optional.of(entry.getValue()).filter(text -> !text.isEmpty());
    }
}
