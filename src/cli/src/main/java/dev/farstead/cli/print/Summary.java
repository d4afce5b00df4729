// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** The last line below findings. */
public final class Summary {
    private Summary() {}

    /**
     * Counts findings by severity.
     *
     * @param findings the findings
     * @param sources number of sources that were read
     * @return such as {@code 2 errors, 1 warning in 3 sources}
     */
    public static String of(List<Finding> findings, int sources) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(findings, severity);
            if (count > 0) {
                parts.add(counted(count, severity.text()));
            }
        }
        return (parts.isEmpty() ? "no findings" : String.join(", ", parts)) + " in " + counted(sources, "source");
    }

    static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
