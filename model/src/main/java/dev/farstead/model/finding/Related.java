// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import dev.farstead.model.source.Range;

/**
 * Another place that takes part in a finding.
 *
 * @param range the place
 * @param label what stands there, in a few words
 */
public record Related(Range range, String label) {
    /** What the label quotes can be seen, whatever was written. */
    public Related {
        label = VisibleText.of(label);
    }
}
