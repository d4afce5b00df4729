// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** The cluster storage. */
@Value.Immutable
@SpecStyle
public interface StorageSpec {
    /**
     * Returns the container storage.
     *
     * @return the container storage
     */
    Located<CsiSpec> csi();
}
