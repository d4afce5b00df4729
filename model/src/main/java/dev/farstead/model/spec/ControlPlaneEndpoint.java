// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** The address of the Kubernetes API: one choice. */
@Value.Immutable
@SpecStyle
public interface ControlPlaneEndpoint {
    /**
     * Returns the virtual IP address.
     *
     * @return the virtual IP address
     */
    Optional<Located<AddressChoice>> vip();
}
