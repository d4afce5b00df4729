// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.RegistryName;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import java.util.Optional;
import org.immutables.value.Value;

/** Where images come from at sites that can't reach the internet. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedContent {
    /**
     * Returns where it was written.
     *
     * @return where it was written
     */
    Place place();

    /**
     * Returns the file of the cluster definition.
     *
     * @return the file of the cluster definition
     */
    Optional<Sourced<String>> clusterDefinition();

    /**
     * Returns the name of the content bundle.
     *
     * @return the name of the content bundle
     */
    Optional<Sourced<String>> bundle();

    /**
     * Returns the registry that hosts pull images from.
     *
     * @return the registry that hosts pull images from
     */
    Optional<ResolvedRegistry> registry();

    /**
     * Returns the registry that runs in the cluster.
     *
     * @return the registry that runs in the cluster
     */
    Optional<Sourced<RegistryName>> inClusterRegistry();

    /**
     * Returns the pack of the registry that runs in the cluster.
     *
     * @return the pack of the registry that runs in the cluster
     */
    Optional<ResolvedPack> registryPack();
}
