// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key that a distribution's configuration file takes. Immutable. */
public final class ConfigKeys {
    private final List<KubernetesMinor> minors;
    private final Map<String, ConfigKey> keys;

    private ConfigKeys(JsonRecord file) {
        minors = file.parsed("minors", KubernetesMinor::parse);
        keys = file.named("keys", ConfigKey::read, ConfigKey::name);
        file.end();
    }

    static ConfigKeys read(JsonRecord file) {
        return new ConfigKeys(file);
    }

    /**
     * Returns the minors that the catalogue covers.
     *
     * @return the minors, oldest first
     */
    public List<KubernetesMinor> minors() {
        return minors;
    }

    /**
     * Returns every key of every covered release.
     *
     * @return the keys, in the order of the distribution's own help
     */
    public Collection<ConfigKey> all() {
        return keys.values();
    }

    /**
     * Finds a key by its name.
     *
     * @param name the name, exactly
     * @return the key, also when only some releases know it
     */
    public Optional<ConfigKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /**
     * Returns the names that a command of a release knows: what a misspelt key may have meant.
     *
     * @param command the command
     * @param version the release
     * @return the names in order
     */
    public List<String> names(Command command, KubernetesVersion version) {
        return keys.values().stream()
                .filter(key -> key.in(command, version).isPresent())
                .map(ConfigKey::name)
                .toList();
    }
}
