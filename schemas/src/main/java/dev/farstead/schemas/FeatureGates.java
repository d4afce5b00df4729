// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The feature gates of the Kubernetes components. Immutable. */
public final class FeatureGates {
    private final Map<String, FeatureGate> gates;

    private FeatureGates(JsonRecord file) {
        gates = file.named("gates", FeatureGate::read, FeatureGate::name);
        file.end();
    }

    static FeatureGates read(JsonRecord file) {
        return new FeatureGates(file);
    }

    /**
     * Returns every gate of every covered release.
     *
     * @return the gates in the order of their names
     */
    public Collection<FeatureGate> all() {
        return gates.values();
    }

    /**
     * Finds a gate.
     *
     * @param name the name, exactly
     * @return the gate, also when only some releases know it
     */
    public Optional<FeatureGate> gate(String name) {
        return Optional.ofNullable(gates.get(name));
    }

    /**
     * Returns the names that a component of a release knows: what a misspelt gate may have meant.
     *
     * @param version the release
     * @param component the component
     * @param build the build of the component
     * @return the names in order
     */
    public List<String> names(KubernetesVersion version, String component, ComponentBuild build) {
        return gates.values().stream()
                .filter(gate -> gate.in(version).isPresent() && gate.isOf(component, build, version))
                .map(FeatureGate::name)
                .toList();
    }
}
