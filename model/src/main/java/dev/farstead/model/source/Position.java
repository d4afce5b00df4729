// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

/**
 * A position in a source text.
 *
 * @param line line number, from 1
 * @param column column in Unicode code points, from 1
 * @param offset index in UTF-16 code units from the start of the text, from 0: what {@link String#substring} takes
 */
public record Position(int line, int column, int offset) {
    /** Checks that line and column start at 1 and the offset at 0. */
    public Position {
        if (line < 1 || column < 1 || offset < 0) {
            throw new IllegalArgumentException("position out of range: " + line + ":" + column + " at " + offset);
        }
    }
}
