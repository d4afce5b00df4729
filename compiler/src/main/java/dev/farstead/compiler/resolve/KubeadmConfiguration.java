// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import io.vavr.collection.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the configuration of kubeadm together. Thread-safe. */
final class KubeadmConfiguration {
    KubernetesConfig resolve(
            ConfigChoices choices,
            Optional<Sourced<IpPrefix>> podCidr,
            Optional<Sourced<IpPrefix>> serviceCidr,
            Map<String, List<Located<ConfigValue>>> passedOn) {
        return new KubeadmConfig(
                new Branch(LinkedHashMap.empty(), choices.flavor().origin()));
    }
}
