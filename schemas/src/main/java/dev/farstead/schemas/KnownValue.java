// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;

/** A value that a key knows by name. */
record KnownValue(String value, Availability availability) {
    static KnownValue read(JsonRecord fact) {
        return new KnownValue(fact.text("value"), Availability.take(fact));
    }

    boolean knownIn(KubernetesVersion version) {
        return availability.holds(version);
    }
}
