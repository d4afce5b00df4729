// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** Where images come from at sites that can't reach the internet. */
@Value.Immutable
@SpecStyle
public interface ContentSpec {
    /**
     * Returns the file of the cluster definition, exported from the management plane and built into the installer.
     *
     * @return the file of the cluster definition, exported from the management plane and built into the installer
     */
    Optional<Located<String>> clusterDefinition();

    /**
     * Returns the name of the content bundle that is built into the installer.
     *
     * @return the name of the content bundle that is built into the installer
     */
    Optional<Located<String>> bundle();

    /**
     * Returns the registry that hosts pull images from.
     *
     * @return the registry that hosts pull images from
     */
    Optional<Located<RegistrySpec>> registry();

    /**
     * Returns the registry that runs in the cluster.
     *
     * @return the registry that runs in the cluster
     */
    Optional<Located<InClusterRegistry>> inClusterRegistry();
}
