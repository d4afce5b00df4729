// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** What a text has to be beyond its type. */
public enum ValueForm {
    /** Labels of a node, as {@code key=value} joined by commas. */
    LABELS,
    /** Taints of a node, as {@code key=value:Effect} or {@code key:Effect} joined by commas. */
    TAINTS
}
