// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;

/**
 * A whole number, written in decimal.
 *
 * @param value the number
 * @param origin where it comes from
 */
public record OutputInteger(long value, Origin origin) implements OutputNode {
    /**
     * Returns a number that was resolved.
     *
     * @param number the value with its origin
     * @return the node
     */
    public static OutputInteger of(Sourced<Integer> number) {
        return new OutputInteger(number.value(), number.origin());
    }
}
