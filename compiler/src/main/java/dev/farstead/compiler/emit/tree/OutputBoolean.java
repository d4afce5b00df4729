// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;

/**
 * A truth value.
 *
 * @param value the value
 * @param origin where it comes from
 */
public record OutputBoolean(boolean value, Origin origin) implements OutputNode {
    /**
     * Returns a truth value that was resolved.
     *
     * @param value the value with its origin
     * @return the node
     */
    public static OutputBoolean of(Sourced<Boolean> value) {
        return new OutputBoolean(value.value(), value.origin());
    }
}
