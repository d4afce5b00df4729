// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.finding.Finding;
import java.util.List;

/**
 * A resolved value, and what was found on the way.
 *
 * @param value the value
 * @param findings what can't be refined, in no particular order
 * @param <T> type of the value
 */
public record Resolution<T>(T value, List<Finding> findings) {
    /** Copies the findings. */
    public Resolution {
        findings = List.copyOf(findings);
    }
}
