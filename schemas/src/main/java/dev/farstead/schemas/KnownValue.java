// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;

/** A value that a key knows by name. */
record KnownValue(String value, Availability availability) {
    static KnownValue read(JsonRecord fact) {
        return new KnownValue(fact.text("value"), Availability.take(fact));
    }

    /** Returns the names of those that a release knows. */
    static List<String> names(List<KnownValue> values, KubernetesVersion version) {
        return values.stream()
                .filter(value -> value.knownIn(version))
                .map(KnownValue::value)
                .toList();
    }

    boolean knownIn(KubernetesVersion version) {
        return availability.holds(version);
    }
}
