// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** The cluster network. */
@Value.Immutable
@SpecStyle
public interface NetworkSpec {
    /**
     * Returns the range of pod addresses.
     *
     * @return the range of pod addresses
     */
    Located<String> podCidr();

    /**
     * Returns the range of service addresses.
     *
     * @return the range of service addresses
     */
    Located<String> serviceCidr();

    /**
     * Returns the container network.
     *
     * @return the container network
     */
    Located<CniSpec> cni();
}
