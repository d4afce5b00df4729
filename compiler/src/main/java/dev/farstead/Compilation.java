// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * The result of compiling.
 *
 * @param findings all findings: in input order, within a source by offset, then by code
 * @param outputs the output set; absent where there is an error, or where only a check was asked for
 */
public record Compilation(List<Finding> findings, Optional<OutputSet> outputs) {
    /** Copies the findings. */
    public Compilation {
        findings = List.copyOf(findings);
    }

    /**
     * Tells whether there is an error.
     *
     * @return whether a finding is an error: then nothing was emitted, nor would be
     */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
