// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Kubernetes, as the profile wants it. */
@Value.Immutable
@SpecStyle
public interface KubernetesSpec {
    /**
     * Returns the distribution.
     *
     * @return the distribution
     */
    Located<Flavor> flavor();

    /**
     * Returns the minor or patch release.
     *
     * @return the minor or patch release
     */
    Located<String> version();

    /**
     * Returns the hardening of Kubernetes.
     *
     * @return the hardening of Kubernetes
     */
    Optional<Located<Hardening>> hardening();

    /**
     * Returns what is passed on to the distribution, by key.
     *
     * @return what is passed on to the distribution, by key
     */
    Optional<Located<Map<String, Located<ConfigValue>>>> config();
}
