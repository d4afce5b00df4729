// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Map;

/**
 * Changes that make a refused combination possible; none of them can be left out.
 *
 * @param changes the new value of each axis that changes, in the order of the table
 * @param lowersProtection whether one of them gives up a value that protects the site
 */
public record AxisRepair(Map<String, String> changes, boolean lowersProtection) {
    /** Copies the changes. */
    public AxisRepair {
        changes = Ordered.copy(changes);
    }
}
