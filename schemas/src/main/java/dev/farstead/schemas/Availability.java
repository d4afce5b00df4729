// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * The releases that know a name.
 *
 * <p>A name often enters several maintained minors at once, each in a patch of its own. So {@code since} lists one patch for each of these minors; a
 * minor behind the last listed one has it from its first release, and one before the first listed one never gets it. An empty list means that the
 * oldest minor of the catalogue has it already.
 *
 * @param since the first patch in each minor that it entered late, in order
 * @param until the last minor that has it; empty when the newest one of the catalogue still does
 */
record Availability(List<KubernetesVersion> since, Optional<KubernetesMinor> until) {
    static final Availability ALWAYS = new Availability(List.of(), Optional.empty());

    Availability {
        since = List.copyOf(since);
    }

    /** Takes the members {@code since} (patches, or minors for a minor's first release) and {@code until}. */
    static Availability take(JsonRecord fact) {
        List<KubernetesVersion> since = fact.parsed("since", Availability::firstRelease);
        for (int i = 1; i < since.size(); i++) {
            if (since.get(i).minor().minor() != since.get(i - 1).minor().minor() + 1) {
                throw fact.fault("lists minors that do not follow each other");
            }
        }
        return new Availability(since, fact.optionalParsed("until", KubernetesMinor::parse));
    }

    private static Optional<KubernetesVersion> firstRelease(String text) {
        return KubernetesVersion.parse(text)
                .or(() -> KubernetesMinor.parse(text).map(minor -> new KubernetesVersion(minor, 0)));
    }

    Presence in(KubernetesVersion version, Optional<String> replacedBy) {
        for (KubernetesVersion first : since) {
            if (version.compareTo(first) < 0) {
                return new Presence.NotYet(first);
            }
            if (version.minor().equals(first.minor())) {
                return new Presence.Present();
            }
        }
        if (until.isPresent() && version.minor().compareTo(until.get()) > 0) {
            return new Presence.Gone(until.get(), replacedBy);
        }
        return new Presence.Present();
    }

    boolean holds(KubernetesVersion version) {
        return in(version, Optional.empty()).isPresent();
    }
}
