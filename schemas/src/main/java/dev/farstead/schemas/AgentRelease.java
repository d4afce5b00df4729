// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A release of the Palette agent together with the CanvOS tag of the same number, which builds its images. Immutable. */
public final class AgentRelease {
    private final AgentVersion version;
    private final EdgeCli edgeCli;
    private final AgentKey mode;
    private final String airGappedMode;
    private final Optional<AgentKey> multiNode;
    private final Optional<AgentKey> loadBalancer;
    private final Map<String, Map<KubernetesMinor, List<Integer>>> patches;
    private final String patchesSource;
    private final Map<String, List<String>> osVersions;
    private final String osVersionsSource;
    private final Map<String, String> providers;
    private final Optional<String> kairos;
    private final Map<String, String> suffixes;
    private final LocalUiFacts localUi;
    private final String imageHost;
    private final String fipsImageHost;
    private final String source;

    private AgentRelease(JsonRecord fact) {
        version = fact.parse(fact.text("version"), AgentVersion::parse);
        edgeCli = EdgeCli.read(fact.object("edgeCli"));
        JsonRecord management = fact.object("mode");
        airGappedMode = management.text("airGapped");
        mode = AgentKey.read(management);
        multiNode = fact.optionalObject("multiNode").map(AgentKey::read);
        loadBalancer = fact.optionalObject("loadBalancer").map(AgentKey::read);
        JsonRecord kubernetes = fact.object("kubernetes");
        patches = kubernetes.entries(
                "patches", (flavors, flavor) -> KubernetesMinors.keys(flavors, flavor, JsonRecord::integers));
        patchesSource = kubernetes.source();
        kubernetes.end();
        JsonRecord systems = fact.object("operatingSystems");
        osVersions = systems.entries("versions", JsonRecord::texts);
        osVersionsSource = systems.source();
        systems.end();
        providers = fact.entries("providers", JsonRecord::text);
        kairos = fact.optionalText("kairos");
        suffixes = fact.entries("suffixes", JsonRecord::text);
        localUi = LocalUiFacts.read(fact.object("localUi"));
        imageHost = fact.text("imageHost");
        fipsImageHost = fact.text("fipsImageHost");
        source = fact.source();
    }

    static AgentRelease read(JsonRecord fact) {
        return new AgentRelease(fact);
    }

    /**
     * Returns the version.
     *
     * @return the version, which is also that of CanvOS
     */
    public AgentVersion version() {
        return version;
    }

    /**
     * Returns the program whose content bundles this agent reads.
     *
     * @return its releases
     */
    public EdgeCli edgeCli() {
        return edgeCli;
    }

    /**
     * Returns the key below {@code stylus} that says whether a host is managed centrally.
     *
     * @return the key that this agent reads
     */
    public String modeKey() {
        return mode.key();
    }

    /**
     * Returns the value of {@link #modeKey} for a host that no management plane manages.
     *
     * @return the value that this agent reads
     */
    public String airGappedMode() {
        return airGappedMode;
    }

    /**
     * Returns where {@link #modeKey} and {@link #airGappedMode} are stated.
     *
     * @return the document
     */
    public String modeKeySource() {
        return mode.source();
    }

    /**
     * Returns the key that lets hosts without a management plane form a cluster of several.
     *
     * @return the key, or empty for an agent whose clusters have one host there
     */
    public Optional<AgentKey> multiNode() {
        return multiNode;
    }

    /**
     * Returns the key that leaves the endpoint of the API to a load balancer outside the cluster.
     *
     * @return the key, or empty for an agent that always brings its own virtual address
     */
    public Optional<AgentKey> loadBalancer() {
        return loadBalancer;
    }

    /**
     * Returns the Kubernetes releases that this release builds.
     *
     * @param flavor the distribution as specifications write it, such as {@code k3s}
     * @param minor the minor release
     * @return the patch releases, oldest first; empty when it builds none
     */
    public List<KubernetesVersion> patches(String flavor, KubernetesMinor minor) {
        return patches.getOrDefault(flavor, Map.of()).getOrDefault(minor, List.of()).stream()
                .map(patch -> new KubernetesVersion(minor, patch))
                .toList();
    }

    /**
     * Returns the minors that this release builds.
     *
     * @param flavor the distribution as specifications write it
     * @return the minors, oldest first
     */
    public List<KubernetesMinor> minors(String flavor) {
        return patches.getOrDefault(flavor, Map.of()).keySet().stream().sorted().toList();
    }

    /**
     * Returns what a plain minor means.
     *
     * @param flavor the distribution as specifications write it
     * @param minor the minor release
     * @return the newest patch release that this release builds; empty when it builds none
     */
    public Optional<KubernetesVersion> newest(String flavor, KubernetesMinor minor) {
        List<KubernetesVersion> built = patches(flavor, minor);
        return built.isEmpty() ? Optional.empty() : Optional.of(built.get(built.size() - 1));
    }

    /**
     * Returns where {@link #patches} is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String patchesSource() {
        return patchesSource;
    }

    /**
     * Returns the versions of an operating system for which this release has base images.
     *
     * @param family the family as specifications write it, such as {@code ubuntu}
     * @return the versions, oldest first; empty for a family without base images
     */
    public List<String> osVersions(String family) {
        return osVersions.getOrDefault(family, List.of());
    }

    /**
     * Returns where {@link #osVersions} is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String osVersionsSource() {
        return osVersionsSource;
    }

    /**
     * Returns the release of the provider that turns pack values into a node's configuration.
     *
     * @param flavor the distribution as specifications write it
     * @return the tag, such as {@code v4.5.1}; empty for a flavor that this release does not build
     */
    public Optional<String> provider(String flavor) {
        return Optional.ofNullable(providers.get(flavor));
    }

    /**
     * Returns the release of Kairos below the images.
     *
     * @return the tag, or empty when it is not known
     */
    public Optional<String> kairos() {
        return kairos;
    }

    /**
     * Returns what the build appends to a Kubernetes release to get that of the distribution.
     *
     * @param flavor the distribution as specifications write it
     * @return the suffix, such as {@code rke2r1}, or empty when it is not known or there is none
     */
    public Optional<String> suffix(String flavor) {
        return Optional.ofNullable(suffixes.get(flavor));
    }

    /**
     * Returns the page that a host serves itself.
     *
     * @return where it is served
     */
    public LocalUiFacts localUi() {
        return localUi;
    }

    /**
     * Returns where the build fetches the agent's images.
     *
     * @param fips whether images for FIPS mode are meant
     * @return host and path
     */
    public String imageHost(boolean fips) {
        return fips ? fipsImageHost : imageHost;
    }

    /**
     * Returns where everything else here is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
