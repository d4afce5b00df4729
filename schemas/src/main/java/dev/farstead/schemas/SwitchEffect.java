// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.Optional;

/** What becomes of a cluster all of whose servers have a switch on. Immutable. */
public final class SwitchEffect {
    private final String effect;
    private final Optional<Availability> alone;
    private final String source;

    private SwitchEffect(JsonRecord fact) {
        effect = fact.text("effect");
        alone = fact.optionalObject("alone").map(Availability::take);
        source = fact.source();
        fact.end();
    }

    static SwitchEffect read(JsonRecord fact) {
        return new SwitchEffect(fact);
    }

    /**
     * Returns what happens.
     *
     * @return the effect in the words of a finding
     */
    public String effect() {
        return effect;
    }

    /**
     * Tells whether a cluster of one server is whole with the switch, where nothing names a server to that one.
     *
     * @param version the release
     * @return whether it is
     */
    public boolean isFineAlone(KubernetesVersion version) {
        return alone.filter(releases -> releases.holds(version)).isPresent();
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return effect;
    }
}
