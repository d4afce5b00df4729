// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** What a field of a structured configuration takes. */
public enum FieldType {
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A whole number. */
    INTEGER,
    /** A number with a fraction. */
    DECIMAL,
    /** A text. */
    TEXT,
    /** A length of time as Go writes it, such as {@code 1m30s}. */
    DURATION,
    /** A length of time as Go writes it, or a whole number of nanoseconds. */
    INTERVAL,
    /** A moment, such as {@code 2024-10-22T08:00:00Z}. */
    TIME,
    /** An amount, as a number or as a text such as {@code 10Mi}. */
    QUANTITY,
    /** Several texts. */
    TEXTS,
    /** Texts by name. */
    MAP,
    /** Truth values by name. */
    SWITCHES,
    /** Amounts by name. */
    QUANTITIES,
    /** Lists of texts by name. */
    LISTS,
    /** A map with fields of its own. */
    OBJECT,
    /** Several maps with the same fields. */
    OBJECTS
}
