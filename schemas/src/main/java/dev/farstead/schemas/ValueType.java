// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** What a key or an argument takes. */
public enum ValueType {
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A whole number. */
    INTEGER,
    /** A number with a fraction. */
    DECIMAL,
    /** A text. */
    TEXT,
    /** Several texts. */
    LIST,
    /** Pairs of a name and a text. */
    MAP,
    /** A length of time as Go writes it, such as {@code 1m30s}. */
    DURATION
}
