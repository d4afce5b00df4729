// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A feature gate of the Kubernetes components. Immutable. */
public final class FeatureGate {
    private final String name;
    private final Availability availability;
    private final NavigableMap<KubernetesMinor, State> states;
    private final Map<String, KubernetesMinor> lackedBy;
    private final String source;

    private FeatureGate(JsonRecord fact) {
        name = fact.text("name");
        availability = Availability.take(fact);
        states =
                Collections.unmodifiableNavigableMap(new TreeMap<>(KubernetesMinors.keys(fact, "states", State::read)));
        lackedBy = fact.entries(
                "lackedBy",
                (components, component) -> components.parse(components.text(component), KubernetesMinor::parse));
        source = fact.source();
    }

    static FeatureGate read(JsonRecord fact) {
        return new FeatureGate(fact);
    }

    /** How far a feature has come. */
    public enum Stage {
        /** Off unless asked for, may change or leave. */
        ALPHA,
        /** Tested, mostly on. */
        BETA,
        /** Stable; the gate leaves some minors later. */
        GA,
        /** Keeps an old behaviour for a while. */
        DEPRECATED
    }

    /**
     * A gate in one minor release.
     *
     * @param stage how far the feature has come
     * @param on whether it is on unless told otherwise
     * @param locked whether telling otherwise ends the component
     */
    public record State(Stage stage, boolean on, boolean locked) {
        static State read(JsonRecord states, String minor) {
            JsonRecord state = states.object(minor);
            State read = new State(
                    state.parse(state.text("stage"), Constants.of(Stage.class)),
                    state.flag("on"),
                    state.flag("locked"));
            state.end();
            return read;
        }
    }

    /**
     * Returns the gate's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Tells whether a release knows the gate. A component ends when it is given one that it does not know.
     *
     * @param version the release; one behind the newest minor of the catalogue counts as the newest
     * @return whether it does, and since or until when
     */
    public Presence in(KubernetesVersion version) {
        return availability.in(version, Optional.empty());
    }

    /**
     * Tells whether a component of a release has a gate that the release knows. K3s runs all components in one process, which has the
     * gates of all.
     *
     * @param component the component
     * @param build the build of the component
     * @param version the release
     * @return false where the component ends when it is given the gate
     */
    public boolean isOf(String component, ComponentBuild build, KubernetesVersion version) {
        KubernetesMinor last = lackedBy.get(component);
        return build == ComponentBuild.K3S || last == null || last.compareTo(version.minor()) < 0;
    }

    /**
     * Returns the gate's state in a release.
     *
     * @param version the release
     * @return the state, or empty when the release does not know the gate
     */
    public Optional<State> state(KubernetesVersion version) {
        var entry = states.floorEntry(version.minor());
        return entry == null || !availability.holds(version) ? Optional.empty() : Optional.of(entry.getValue());
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
        return name;
    }
}
