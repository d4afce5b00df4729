// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.SecretRef;
import dev.farstead.model.spec.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A site with its layers merged: what rules check and emitters write. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedSite {
    /**
     * Returns the site as it was written.
     *
     * @return the site as it was written
     */
    Located<Site> spec();

    /**
     * Returns the profile.
     *
     * @return the profile
     */
    ResolvedProfile profile();

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
     * Returns the labels of the cluster.
     *
     * @return the labels of the cluster
     */
    Map<String, Sourced<String>> labels();

    /**
     * Returns the registration.
     *
     * @return the registration
     */
    ResolvedRegistration registration();

    /**
     * Returns where the API is reached.
     *
     * @return where the API is reached
     */
    Optional<Sourced<Endpoint>> endpoint();

    /**
     * Returns the virtual address of the API.
     *
     * @return the virtual address, or empty where the API is reached otherwise
     */
    default Optional<Sourced<IpAddress>> vip() {
        return endpoint()
                .filter(found -> found.value() instanceof Endpoint.Vip)
                .map(found -> found.map(value -> ((Endpoint.Vip) value).address()));
    }

    /**
     * Returns the token that hosts without the agent join with.
     *
     * @return the token that hosts without the agent join with
     */
    Optional<Sourced<SecretRef>> clusterToken();

    /**
     * Returns the network of the place.
     *
     * @return the network of the place
     */
    ResolvedNetwork network();

    /**
     * Returns the cluster settings, the profile's own object where the site overrides nothing.
     *
     * @return the cluster settings, the profile's own object where the site overrides nothing
     */
    ClusterSettings cluster();

    /**
     * Returns the users on each host.
     *
     * @return the users on each host
     */
    List<ResolvedUser> users();

    /**
     * Returns the hosts: those of the profile in its order, then the site's own.
     *
     * @return the hosts: those of the profile in its order, then the site's own
     */
    List<ResolvedHost> hosts();

    /**
     * Returns where hosts of the profile are dropped.
     *
     * @return an origin for each of them
     */
    List<Origin> droppedHosts();

    /**
     * Returns the hosts of a role.
     *
     * @param role the role
     * @return those hosts in order
     */
    default List<ResolvedHost> hosts(HostRole role) {
        return hosts().stream()
                .filter(host -> host.role().filter(r -> r.value() == role).isPresent())
                .toList();
    }

    /**
     * Returns the hosts that run workloads, and so storage. Control-plane hosts do where there is no worker.
     *
     * @return those hosts in order
     */
    default List<ResolvedHost> workloadHosts() {
        List<ResolvedHost> workers = hosts(HostRole.WORKER);
        return workers.isEmpty() ? hosts() : workers;
    }

    /**
     * Tells whether the packs of this site are set differently from the profile's.
     *
     * @return whether the site overrides anything
     */
    default boolean overridesCluster() {
        return !cluster().equals(profile().cluster());
    }
}
