// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import java.util.List;

/**
 * A way out of a finding.
 *
 * @param text what to do, in one line, without a full stop
 * @param edits the changes that do it; empty where only a person can
 * @param applicability whether a program may apply the edits unasked
 */
public record Fix(String text, List<Edit> edits, Applicability applicability) {
    /** Whether the edits of a fix can be applied by a program. */
    public enum Applicability {
        /** The edits do what the author meant. */
        SAFE,
        /** The edits are a likely guess, to be confirmed. */
        GUESS,
        /** There are no edits, only advice. */
        ADVICE
    }

    /** Copies the edits; what the text quotes can be seen, whatever was written. */
    public Fix {
        text = VisibleText.of(text);
        edits = List.copyOf(edits);
    }

    /**
     * Returns advice that has no edits.
     *
     * @param text what to do
     * @return the advice
     */
    public static Fix advice(String text) {
        return new Fix(text, List.of(), Applicability.ADVICE);
    }

    /**
     * Returns a fix of one edit.
     *
     * @param text what to do
     * @param edit the change
     * @param applicability whether a program may apply it unasked
     * @return the fix
     */
    public static Fix of(String text, Edit edit, Applicability applicability) {
        return new Fix(text, List.of(edit), applicability);
    }
}
