// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Sourced;
import java.util.Optional;

/**
 * What the Kubernetes and network packs are set to. A site that overrides nothing shares the settings of its profile.
 *
 * @param podCidr the range of pod addresses; absent where the text is none
 * @param serviceCidr the range of service addresses; absent where the text is none
 * @param config the configuration of the distribution
 */
public record ClusterSettings(
        Optional<Sourced<IpPrefix>> podCidr, Optional<Sourced<IpPrefix>> serviceCidr, KubernetesConfig config) {}
