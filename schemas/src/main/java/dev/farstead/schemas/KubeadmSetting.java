// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;

/** A field of kubeadm's configuration, or an argument of a component in it, with its value. Immutable. */
public final class KubeadmSetting {
    private final List<String> path;
    private final PackValue value;
    private final Availability availability;
    private final String source;

    private KubeadmSetting(JsonRecord fact) {
        List<String> keys = new ArrayList<>(List.of(fact.text("at").split("\\.")));
        keys.add(fact.text("key"));
        path = List.copyOf(keys);
        value = fact.value("value");
        availability = Availability.take(fact);
        source = fact.source();
    }

    static KubeadmSetting read(JsonRecord fact) {
        return new KubeadmSetting(fact);
    }

    /**
     * Returns where the field stands.
     *
     * @return the keys from the root of {@code cluster.config} on, such as {@code clusterConfiguration, apiServer, extraArgs, profiling}
     */
    public List<String> path() {
        return path;
    }

    /**
     * Returns the value.
     *
     * @return the value; an argument that is a set has its members as items
     */
    public PackValue value() {
        return value;
    }

    /**
     * Returns whether this is an argument of a component, whose value is a text whatever it means.
     *
     * @return true below {@code extraArgs} and {@code kubeletExtraArgs}
     */
    public boolean isArgument() {
        return KubeadmPaths.isArgument(path);
    }

    boolean appliesTo(KubernetesVersion version) {
        return availability.holds(version);
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path, or the document
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
