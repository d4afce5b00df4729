// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.KubernetesSpec;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.SiteKubernetes;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ProviderRelease;
import dev.farstead.schemas.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A key that a specification passes on to K3s, in the layer that writes it.
 *
 * @param profile the profile that it belongs to
 * @param catalogue the facts
 * @param version the exact release that reads it
 * @param name the key
 * @param value its value
 * @param hosts the number of hosts that get it; 0 where only the profile is known
 */
record PassedKey(
        ResolvedProfile profile,
        Catalogue catalogue,
        KubernetesVersion version,
        String name,
        Located<ConfigValue> value,
        int hosts) {
    /** Keys whose value differs from host to host. */
    private static final Set<String> PER_HOST = Set.of(
            "node-name", "node-ip", "node-external-ip", "node-internal-dns", "node-external-dns", "advertise-address");

    /** Returns the keys of a profile: those for everything it runs, then those for its sites. */
    static Stream<PassedKey> ofProfile(ProfileContext context) {
        ProfileSpec spec = context.profile().spec().value().spec().value();
        Optional<Located<KubernetesSpec>> own = Optional.of(spec.kubernetes());
        return Stream.concat(
                layer(
                        context.profile(),
                        context.catalogue(),
                        own.flatMap(found -> found.value().config()),
                        0),
                layer(context.profile(), context.catalogue(), spec.site().flatMap(PassedKey::config), 0));
    }

    /** Returns the keys that a site writes itself. */
    static Stream<PassedKey> ofSite(SiteContext context) {
        return layer(
                context.profile(),
                context.catalogue(),
                config(context.site().spec().value().spec()),
                context.site().hosts().size());
    }

    private static Optional<Located<Map<String, Located<ConfigValue>>>> config(Located<SiteSpec> site) {
        return site.value().kubernetes().map(Located::value).flatMap(SiteKubernetes::config);
    }

    /** Without an exact release nothing can be said. */
    private static Stream<PassedKey> layer(
            ResolvedProfile profile,
            Catalogue catalogue,
            Optional<Located<Map<String, Located<ConfigValue>>>> config,
            int hosts) {
        return profile.kubernetesVersion().stream()
                .flatMap(version -> config.stream()
                        .flatMap(map -> map.value().entrySet().stream())
                        .map(entry -> new PassedKey(
                                profile, catalogue, version.value(), entry.getKey(), entry.getValue(), hosts)));
    }

    /** Returns what is known of the key; empty for a key that no release has. */
    Optional<ConfigKey> fact() {
        return catalogue.k3sKeys().key(name);
    }

    /** Returns who sets the key instead; empty for a key that can be passed on. */
    Optional<String> owner() {
        return OwnedSettings.key(name);
    }

    /** Returns whether hosts of one cluster need different values. */
    boolean perHost() {
        return PER_HOST.contains(name);
    }

    /** Returns the key's fact where the release has the key and a specification may set it: then its value counts. */
    Optional<ConfigKey> usable() {
        return owner().isPresent()
                ? Optional.empty()
                : fact().filter(key -> key.in(version).isPresent());
    }

    /** Returns the provider that hands the key to the hosts. */
    Optional<ProviderRelease> provider() {
        return profile.agent().map(catalogue::k3sProvider);
    }

    /** Returns the type that both K3s and the provider take. */
    ValueType type(ConfigKey key) {
        Optional<ValueType> worker = provider().flatMap(release -> release.workerType(name));
        boolean single = key.type() == ValueType.LIST
                && worker.filter(type -> type == ValueType.TEXT).isPresent();
        return single ? ValueType.TEXT : key.type();
    }

    /** Returns K3s with its release, for messages. */
    String k3s() {
        return "K3s " + version;
    }
}
