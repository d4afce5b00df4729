// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.DiskType;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** A disk of a host class. */
@Value.Immutable
@SpecStyle
public interface Disk {
    /**
     * Returns the device path.
     *
     * @return the device path
     */
    Located<String> device();

    /**
     * Returns the size, such as {@code 240Gi}.
     *
     * @return the size, such as {@code 240Gi}
     */
    Located<String> size();

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    Located<DiskType> type();

    /**
     * Returns what it is for.
     *
     * @return what it is for
     */
    Located<DiskUse> use();
}
