// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.RegistryName;
import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** A registry that runs in the cluster, as a pack. */
@Value.Immutable
@SpecStyle
public interface InClusterRegistry {
    /**
     * Returns which one.
     *
     * @return which one
     */
    Located<RegistryName> name();

    /**
     * Returns the version of its pack.
     *
     * @return the version of its pack
     */
    Optional<Located<String>> version();
}
