// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.DiskType;
import dev.farstead.model.axis.DiskUse;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import java.util.Optional;

/**
 * A disk.
 *
 * @param place where it was written
 * @param device the device path
 * @param size the size; absent where the text is none
 * @param type the kind
 * @param use what it is for
 */
public record ResolvedDisk(
        Place place,
        Sourced<String> device,
        Optional<Sourced<Quantity>> size,
        Sourced<DiskType> type,
        Sourced<DiskUse> use) {}
