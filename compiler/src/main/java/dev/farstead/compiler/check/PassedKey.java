// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ConfigKeys;
import dev.farstead.schemas.ValueType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key that a specification passes on to K3s or RKE2.
 *
 * @param in the layer that writes it
 * @param name the key
 * @param value its value
 */
record PassedKey(PassedConfig in, String name, Located<ConfigValue> value) {
    /** Returns the keys of a profile: those for everything it runs, then those for its sites. */
    static Stream<PassedKey> ofProfile(ProfileContext context) {
        return PassedConfig.ofProfile(context).flatMap(PassedKey::of);
    }

    /** Returns the keys that a site writes itself. */
    static Stream<PassedKey> ofSite(SiteContext context) {
        return PassedConfig.ofSite(context).flatMap(PassedKey::of);
    }

    /** Returns the keys of a layer; none where it is for kubeadm. */
    static Stream<PassedKey> of(PassedConfig in) {
        return in.isKubeadm()
                ? Stream.empty()
                : in.values().entrySet().stream().map(entry -> new PassedKey(in, entry.getKey(), entry.getValue()));
    }

    KubernetesVersion version() {
        return in.version();
    }

    /** Returns the keys of the distribution. */
    ConfigKeys keys() {
        return in.catalogue().configKeys(in.flavor()).orElseThrow();
    }

    /** Returns what is known of the key; empty for a key that no release has. */
    Optional<ConfigKey> fact() {
        return keys().key(name);
    }

    /** Returns who sets the key instead; empty for a key that can be passed on. */
    Optional<String> owner() {
        return isOfK3sOnly()
                ? Optional.empty()
                : OwnedSettings.key(name, in.profile().agent().isPresent());
    }

    /** Returns whether the key is one that K3s has and the distribution of the profile does not. */
    boolean isOfK3sOnly() {
        return !in.isK3s()
                && fact().isEmpty()
                && in.catalogue().k3sKeys().key(name).isPresent();
    }

    /** Returns whether hosts of one cluster need different values. */
    boolean perHost() {
        return fact().filter(ConfigKey::perHost).isPresent();
    }

    /** Returns the key's fact where the release has the key and a specification may set it: then its value counts. */
    Optional<ConfigKey> usable() {
        return owner().isPresent()
                ? Optional.empty()
                : fact().filter(key -> key.in(version()).isPresent());
    }

    /** Returns the type that both the distribution and the provider take. */
    ValueType type(ConfigKey key) {
        Optional<ValueType> worker = in.provider().flatMap(release -> release.workerType(name));
        boolean single = key.type() == ValueType.LIST
                && worker.filter(type -> type == ValueType.TEXT).isPresent();
        return single ? ValueType.TEXT : key.type();
    }
}
