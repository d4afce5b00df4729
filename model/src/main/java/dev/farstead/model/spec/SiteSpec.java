// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The specification of a site; in a profile, the defaults for it. */
@Value.Immutable
@SpecStyle
public interface SiteSpec {
    /**
     * Returns the name of the profile; a site gives it, a profile does not.
     *
     * @return the name of the profile; a site gives it, a profile does not
     */
    Optional<Located<String>> profile();

    /**
     * Returns the registration.
     *
     * @return the registration
     */
    Optional<Located<Registration>> registration();

    /**
     * Returns the API endpoint.
     *
     * @return the API endpoint
     */
    Optional<Located<ControlPlaneEndpoint>> controlPlaneEndpoint();

    /**
     * Returns the token that hosts without the agent join the cluster with.
     *
     * @return the token that hosts without the agent join the cluster with
     */
    Optional<Located<SecretRef>> clusterToken();

    /**
     * Returns the network of the place.
     *
     * @return the network of the place
     */
    Optional<Located<SiteNetwork>> network();

    /**
     * Returns what differs for Kubernetes.
     *
     * @return what differs for Kubernetes
     */
    Optional<Located<SiteKubernetes>> kubernetes();

    /**
     * Returns the users on each host.
     *
     * @return the users on each host
     */
    Optional<Located<List<Located<User>>>> users();

    /**
     * Returns the hosts, merged by name.
     *
     * @return the hosts, merged by name
     */
    Optional<Located<List<Located<Host>>>> hosts();
}
