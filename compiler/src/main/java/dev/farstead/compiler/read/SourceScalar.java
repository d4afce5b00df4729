// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Range;

/**
 * A scalar.
 *
 * @param range where it stands, quotes included
 * @param text the text, unescaped
 * @param type the type by the YAML 1.2 core schema; a quoted scalar is text
 * @param plain whether it was written without quotes
 */
public record SourceScalar(Range range, String text, Type type, boolean plain) implements SourceNode {
    /** The types of the YAML 1.2 core schema. */
    public enum Type {
        /** Text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number with a point or an exponent. */
        FLOAT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** Nothing. */
        NULL
    }
}
