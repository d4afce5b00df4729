// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** What a text has to be beyond its type. */
public enum ValueForm {
    /** Labels of a node, as {@code key=value} joined by commas. */
    LABELS,
    /** Taints of a node, as {@code key=value:Effect} or {@code key:Effect} joined by commas. */
    TAINTS,
    /** A schedule, as five columns such as {@code 0 0 * * *} or as a word such as {@code @daily}. */
    SCHEDULE
}
