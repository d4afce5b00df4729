// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.KubernetesSpec;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.SiteKubernetes;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.ComponentBuild;
import dev.farstead.schemas.OwnedArguments;
import dev.farstead.schemas.ProviderRelease;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one layer of a specification passes on to a Kubernetes distribution.
 *
 * @param profile the profile that it belongs to
 * @param catalogue the facts
 * @param version the exact release that reads it
 * @param values what is passed on, by key
 * @param hosts the number of hosts that get it; 0 where only the profile is known
 */
record PassedConfig(
        ResolvedProfile profile,
        Catalogue catalogue,
        KubernetesVersion version,
        Map<String, Located<ConfigValue>> values,
        int hosts) {
    private static final String K3S = "k3s";

    /** Returns the layers of a profile: that for everything it runs, then that for its sites. */
    static Stream<PassedConfig> ofProfile(ProfileContext context) {
        ProfileSpec spec = context.profile().spec().value().spec().value();
        Optional<Located<KubernetesSpec>> own = Optional.of(spec.kubernetes());
        return Stream.concat(
                layer(
                        context.profile(),
                        context.catalogue(),
                        own.flatMap(found -> found.value().config()),
                        0),
                layer(context.profile(), context.catalogue(), spec.site().flatMap(PassedConfig::config), 0));
    }

    /** Returns the layer that a site writes itself. */
    static Stream<PassedConfig> ofSite(SiteContext context) {
        return layer(
                context.profile(),
                context.catalogue(),
                config(context.site().spec().value().spec()),
                context.site().hosts().size());
    }

    /** Returns all layers that reach the hosts of a site, farthest first. */
    static Stream<PassedConfig> reaching(SiteContext context) {
        ProfileContext profile =
                new ProfileContext(context.profile(), context.catalogue(), context.today(), context.space());
        return Stream.concat(ofProfile(profile), ofSite(context));
    }

    private static Optional<Located<Map<String, Located<ConfigValue>>>> config(Located<SiteSpec> site) {
        return site.value().kubernetes().map(Located::value).flatMap(SiteKubernetes::config);
    }

    /** Without an exact release nothing can be said. */
    private static Stream<PassedConfig> layer(
            ResolvedProfile profile,
            Catalogue catalogue,
            Optional<Located<Map<String, Located<ConfigValue>>>> config,
            int hosts) {
        return profile.kubernetesVersion().stream()
                .flatMap(version -> config.stream()
                        .map(map -> new PassedConfig(profile, catalogue, version.value(), map.value(), hosts)));
    }

    /** Returns the distribution as specifications write it. */
    String flavor() {
        return profile.flavor().value().text();
    }

    boolean isK3s() {
        return flavor().equals(K3S);
    }

    /** Returns whether the configuration is that of kubeadm: sections with fields, where K3s and RKE2 have flat keys. */
    boolean isKubeadm() {
        return catalogue.configKeys(flavor()).isEmpty();
    }

    /** Returns what the distribution gives its components itself. */
    OwnedArguments owned() {
        return catalogue.ownedArguments(flavor()).orElseThrow();
    }

    /** Returns the program that reads the configuration, as its makers write its name. */
    String program() {
        return owned().program();
    }

    /** Returns the program with its release, for messages. */
    String release() {
        return program() + " " + version;
    }

    /** Returns the build of the components that the distribution brings. */
    ComponentBuild build() {
        return isK3s() ? ComponentBuild.K3S : ComponentBuild.UPSTREAM;
    }

    /** Returns the provider that hands flat keys to the hosts. */
    Optional<ProviderRelease> provider() {
        return profile.agent().flatMap(release -> catalogue.provider(release, flavor()));
    }

    /** Returns what becomes of the node when a component ends at what it reads; K3s is one process with its components. */
    String with(String componentEnds) {
        return componentEnds + (isK3s() ? ", and K3s with it" : ", over and over");
    }
}
