// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The specification of a profile. */
@Value.Immutable
@SpecStyle
public interface ProfileSpec {
    /**
     * Returns the cluster mode.
     *
     * @return the cluster mode
     */
    Located<ClusterMode> mode();

    /**
     * Returns the agent; absent for hosts without it.
     *
     * @return the agent; absent for hosts without it
     */
    Optional<Located<AgentSpec>> agent();

    /**
     * Returns the operating system.
     *
     * @return the operating system
     */
    Located<OsSpec> os();

    /**
     * Returns Kubernetes.
     *
     * @return Kubernetes
     */
    Located<KubernetesSpec> kubernetes();

    /**
     * Returns whether FIPS 140 is enforced.
     *
     * @return whether FIPS 140 is enforced
     */
    Optional<Located<Boolean>> fips();

    /**
     * Returns the cluster network.
     *
     * @return the cluster network
     */
    Located<NetworkSpec> network();

    /**
     * Returns the cluster storage.
     *
     * @return the cluster storage
     */
    Optional<Located<StorageSpec>> storage();

    /**
     * Returns the images to build; absent for hosts without the agent.
     *
     * @return the images to build; absent for hosts without the agent
     */
    Optional<Located<ImageSpec>> image();

    /**
     * Returns where images come from at sites that can't reach the internet.
     *
     * @return where images come from at sites that can't reach the internet
     */
    Optional<Located<ContentSpec>> content();

    /**
     * Returns the host classes by name.
     *
     * @return the host classes by name
     */
    Located<Map<String, Located<HostClass>>> hostClasses();

    /**
     * Returns the defaults for what a site may say.
     *
     * @return the defaults for what a site may say
     */
    Optional<Located<SiteSpec>> site();
}
