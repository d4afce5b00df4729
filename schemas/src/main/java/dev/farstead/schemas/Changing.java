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
        return new Changing(
                new TreeMap<>(KubernetesMinors.keys(fact, key + "Until", JsonRecord::text)), fact.optionalText(key));
    }

    Optional<String> in(KubernetesMinor minor) {
        var entry = earlier.ceilingEntry(minor);
        return entry == null ? latest : Optional.of(entry.getValue()).filter(text -> !text.isEmpty());
    }
}
