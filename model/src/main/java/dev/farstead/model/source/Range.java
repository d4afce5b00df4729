// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

/**
 * A stretch of one source text, from {@code start} up to but not including {@code end}.
 *
 * @param source name of the source as the caller gave it
 * @param start first position
 * @param end position behind the last character; equal to {@code start} for an empty stretch
 */
public record Range(String source, Position start, Position end) {
    /** Checks that the range does not end before it starts. */
    public Range {
        if (end.offset() < start.offset()) {
            throw new IllegalArgumentException("range ends before it starts: " + start + " to " + end);
        }
    }
}
