// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.model.origin.Sourced;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The host of a registry: what stands before the first slash.
 *
 * @param registry what is written: host, optional port, and for images optional parts behind them
 * @param whenGone what happens when images do not stay there
 */
record RegistryHost(Sourced<String> registry, String whenGone) {
    private static final String LATER_HOST = "a host that is installed later finds no image";

    /** Returns the registries of a profile: those that its images are pushed to, built from and pulled from. */
    static Stream<RegistryHost> of(ProfileContext context) {
        ResolvedProfile profile = context.profile();
        return Stream.of(
                        ofImages(context),
                        profile.baseImage().stream()
                                .map(image -> new RegistryHost(image, "a build after that finds no base image"))
                                .filter(RegistryHost::isNamed),
                        profile.content().flatMap(ResolvedContent::registry).map(ResolvedRegistry::domain).stream()
                                .map(domain -> new RegistryHost(domain, LATER_HOST)))
                .flatMap(hosts -> hosts);
    }

    static Stream<RegistryHost> ofImages(ProfileContext context) {
        return context.profile().image().stream().map(image -> new RegistryHost(image.registry(), LATER_HOST));
    }

    String hostAndPort() {
        int slash = registry.value().indexOf('/');
        return slash < 0 ? registry.value() : registry.value().substring(0, slash);
    }

    String host() {
        int colon = hostAndPort().indexOf(':');
        return colon < 0 ? hostAndPort() : hostAndPort().substring(0, colon);
    }

    /** Says why nothing answers there; empty where something may. */
    Optional<String> fault() {
        if (!isHost()) {
            return Optional.of("`" + hostAndPort() + "` names no registry");
        }
        if (!hasPort()) {
            return Optional.of("the port of `" + hostAndPort() + "` is not between 1 and " + Hosts.LARGEST_PORT);
        }
        return Hosts.isHost(host())
                ? Optional.empty()
                : Optional.of("`" + host() + "` is neither a DNS name nor an IPv4 address");
    }

    /** A base image may do without: it then comes from Docker Hub. */
    private boolean isNamed() {
        return registry.value().contains("/") && isHost();
    }

    /** A first part without dot and port names a namespace of Docker Hub, unless it is localhost. */
    boolean isHost() {
        return hostAndPort().contains(".")
                || hostAndPort().contains(":")
                || hostAndPort().equals("localhost");
    }

    private boolean hasPort() {
        int colon = hostAndPort().indexOf(':');
        return colon < 0 || Hosts.isPort(Integer.parseInt(hostAndPort().substring(colon + 1)));
    }
}
