// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Locale;
import java.util.Optional;

/** A build of the Kubernetes components. */
public enum Build {
    /** Every build. */
    EVERY,
    /** The binaries that the Kubernetes project releases, which hold the cloud providers of their time. */
    UPSTREAM,
    /** The components inside K3s. */
    K3S;

    static Optional<Build> parse(String text) {
        for (Build build : values()) {
            if (build.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(build);
            }
        }
        return Optional.empty();
    }
}
