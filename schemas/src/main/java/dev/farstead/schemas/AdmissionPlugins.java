// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The admission plug-ins of kube-apiserver. Immutable. */
public final class AdmissionPlugins {
    private final Map<String, AdmissionPlugin> plugins;

    private AdmissionPlugins(JsonRecord file) {
        plugins = file.named("plugins", AdmissionPlugin::read, AdmissionPlugin::name);
        file.end();
    }

    static AdmissionPlugins read(JsonRecord file) {
        return new AdmissionPlugins(file);
    }

    /**
     * Returns every plug-in of every covered release.
     *
     * @return the plug-ins in the order of their names
     */
    public Collection<AdmissionPlugin> all() {
        return plugins.values();
    }

    /**
     * Finds a plug-in.
     *
     * @param name the name, exactly
     * @return the plug-in, also when only some releases have it
     */
    public Optional<AdmissionPlugin> plugin(String name) {
        return Optional.ofNullable(plugins.get(name));
    }

    /**
     * Returns the names that a release has: what a misspelt plug-in may have meant.
     *
     * @param version the release
     * @return the names in order
     */
    public List<String> names(KubernetesVersion version) {
        return plugins.values().stream()
                .filter(plugin -> plugin.in(version).isPresent())
                .map(AdmissionPlugin::name)
                .toList();
    }
}
