// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.Range;

/**
 * A part of a source.
 *
 * @param source its name
 * @param from where it starts, in UTF-16 units
 * @param to where it ends
 */
record Span(String source, int from, int to) {
    static Span of(Range range) {
        return new Span(range.source(), range.start().offset(), range.end().offset());
    }

    /** Tells whether two parts share a character, or touch. */
    boolean meets(Span other) {
        return source.equals(other.source) && from <= other.to && other.from <= to;
    }
}
