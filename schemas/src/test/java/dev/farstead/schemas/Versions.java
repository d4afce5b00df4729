// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;

/** Short forms for tests. */
final class Versions {
    private Versions() {}

    static KubernetesMinor minor(String text) {
        return KubernetesMinor.parse(text).orElseThrow();
    }

    static KubernetesVersion version(String text) {
        return KubernetesVersion.parse(text).orElseThrow();
    }
}
