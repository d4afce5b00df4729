// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the configuration of the chosen Kubernetes distribution together. Thread-safe. */
final class KubernetesConfiguration {
    private final FileConfiguration file;
    private final KubeadmConfiguration kubeadm;

    KubernetesConfiguration(Catalogue catalogue) {
        this.file = new FileConfiguration(catalogue);
        this.kubeadm = new KubeadmConfiguration(catalogue);
    }

    /**
     * Resolves the configuration.
     *
     * @param choices what the profile chooses
     * @param podCidr the range of pod addresses
     * @param serviceCidr the range of service addresses
     * @param passedOn what specifications pass on: by key the values of all layers, farthest first
     * @return the configuration
     */
    KubernetesConfig resolve(
            ConfigChoices choices,
            Optional<Sourced<IpPrefix>> podCidr,
            Optional<Sourced<IpPrefix>> serviceCidr,
            Map<String, List<Located<ConfigValue>>> passedOn) {
        return choices.flavor().value().isKubeadm()
                ? kubeadm.resolve(choices, podCidr, serviceCidr, passedOn)
                : file.resolve(choices, podCidr, serviceCidr, passedOn);
    }
}
