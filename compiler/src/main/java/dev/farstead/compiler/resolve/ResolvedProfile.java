// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.spelling.KnownNames;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Profile;
import dev.farstead.schemas.AgentRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** A profile whose text is refined and whose defaults are filled in; shared by all its sites. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedProfile {
    /**
     * Returns the profile as it was written.
     *
     * @return the profile as it was written
     */
    Located<Profile> spec();

    /**
     * Returns the name.
     *
     * @return the name
     */
    Sourced<String> name();

    /**
     * Returns the description for people.
     *
     * @return the description for people
     */
    Optional<Sourced<String>> description();

    /**
     * Returns the cluster mode.
     *
     * @return the cluster mode
     */
    Sourced<ClusterMode> mode();

    /**
     * Returns the agent release as it was written; absent for hosts without the agent.
     *
     * @return the agent release as it was written; absent for hosts without the agent
     */
    Optional<Sourced<String>> agentVersion();

    /**
     * Tells whether the agent runs on the hosts.
     *
     * @return false for hosts that cloud-init sets up
     */
    default boolean hasAgent() {
        return agentVersion().isPresent();
    }

    /**
     * Returns the agent release; absent where the catalogue has none of that name.
     *
     * @return the agent release; absent where the catalogue has none of that name
     */
    Optional<AgentRelease> agent();

    /**
     * Returns the operating system.
     *
     * @return the operating system
     */
    Sourced<OsFamily> osFamily();

    /**
     * Returns the version of the operating system.
     *
     * @return the version of the operating system
     */
    Sourced<String> osVersion();

    /**
     * Returns the distribution that the base image is built from; absent where the profile should say it and does not.
     *
     * @return the distribution that the base image is built from; absent where the profile should say it and does not
     */
    Optional<Sourced<OsDistribution>> osDistribution();

    /**
     * Returns the image that the build stands on; absent where the build chooses it.
     *
     * @return the image that the build stands on; absent where the build chooses it
     */
    Optional<Sourced<String>> baseImage();

    /**
     * Returns the hardening of the image.
     *
     * @return the hardening of the image
     */
    Sourced<Hardening> imageHardening();

    /**
     * Returns the Kubernetes distribution.
     *
     * @return the Kubernetes distribution
     */
    Sourced<Flavor> flavor();

    /**
     * Returns the patch release of Kubernetes.
     *
     * @return the patch release of Kubernetes
     */
    Optional<Sourced<KubernetesVersion>> kubernetesVersion();

    /**
     * Returns the hardening of Kubernetes.
     *
     * @return the hardening of Kubernetes
     */
    Sourced<Hardening> kubernetesHardening();

    /**
     * Returns whether FIPS 140 is enforced.
     *
     * @return whether FIPS 140 is enforced
     */
    Sourced<Boolean> fips();

    /**
     * Returns the cluster settings that hold where a site says nothing.
     *
     * @return the cluster settings that hold where a site says nothing
     */
    ClusterSettings cluster();

    /**
     * Returns the container network.
     *
     * @return the container network
     */
    Sourced<CniName> cni();

    /**
     * Returns the pack of the container network; absent for hosts without the agent, or where its version is missing.
     *
     * @return the pack of the container network; absent for hosts without the agent, or where its version is missing
     */
    Optional<ResolvedPack> cniPack();

    /**
     * Returns the pack of the container storage.
     *
     * @return the pack of the container storage
     */
    Optional<ResolvedPack> csi();

    /**
     * Returns the images to build; absent for hosts without the agent.
     *
     * @return the images to build; absent for hosts without the agent
     */
    Optional<ResolvedImage> image();

    /**
     * Returns where images come from at sites that can't reach the internet.
     *
     * @return where images come from at sites that can't reach the internet
     */
    Optional<ResolvedContent> content();

    /**
     * Returns the packs above Kubernetes, in the order of their layers.
     *
     * @return network, storage and registry, as far as they are packs
     */
    default List<ResolvedPack> packs() {
        return Stream.of(cniPack(), csi(), content().flatMap(ResolvedContent::registryPack))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns the host classes by name.
     *
     * @return the host classes by name
     */
    Map<String, ResolvedHostClass> hostClasses();

    /**
     * Returns the names of the host classes, for hosts that name none of them.
     *
     * @return the names, prepared once for all sites
     */
    @Value.Lazy
    default KnownNames hostClassNames() {
        return KnownNames.of(hostClasses().keySet());
    }

    /**
     * Returns the number of hosts that run workloads at a site that names none itself.
     *
     * @return workers, or all hosts where there is no worker
     */
    int workloadHostCount();
}
