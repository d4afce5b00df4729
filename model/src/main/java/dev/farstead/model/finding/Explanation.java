// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import java.util.List;

/**
 * What stands behind a code: the page that {@code farstead explain} prints, and what its tests run.
 *
 * @param code the code, such as {@code NET-014}
 * @param severity the severity of its findings
 * @param title the rule in one line, lower case, no full stop
 * @param why what happens on the node or in the build when it is broken, in whole sentences
 * @param rows rows of the constraint catalogue that it covers, such as {@code C-123}; empty for a rule of the language itself
 * @param source where the rule comes from: upstream repository, tag and path, or document; empty for a rule of the language itself
 * @param inferred whether no document states the rule and it was concluded from code or samples
 * @param good a specification, or the part of one, that keeps the rule
 * @param bad the same with the rule broken
 */
public record Explanation(
        String code,
        Severity severity,
        String title,
        String why,
        List<String> rows,
        String source,
        boolean inferred,
        String good,
        String bad) {
    /** Copies the rows. */
    public Explanation {
        rows = List.copyOf(rows);
    }
}
