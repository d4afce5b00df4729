// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Optional;

/** Whether a program knows a name in a given release. */
public sealed interface Presence {
    /** The release knows it. */
    record Present() implements Presence {}

    /**
     * A later release knows it.
     *
     * @param since the next release that does
     */
    record NotYet(KubernetesVersion since) implements Presence {}

    /**
     * Only earlier releases knew it.
     *
     * @param until the last minor release that did
     * @param replacedBy the name that took its place
     */
    record Gone(KubernetesMinor until, Optional<String> replacedBy) implements Presence {}

    /** No release of this command or build knows it: it belongs to another one. */
    record Elsewhere() implements Presence {}

    /**
     * Returns whether the release knows it.
     *
     * @return true for {@link Present}
     */
    default boolean isPresent() {
        return this instanceof Present;
    }
}
