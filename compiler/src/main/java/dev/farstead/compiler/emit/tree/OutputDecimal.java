// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.math.BigDecimal;

/**
 * A number with a fraction, written with a point and without an exponent, which readers see in different ways.
 *
 * @param value the number
 * @param origin where it comes from
 */
public record OutputDecimal(BigDecimal value, Origin origin) implements OutputNode {
    /**
     * Returns the number as it is written.
     *
     * @return digits, a point and digits, with a minus before them for a negative number
     */
    public String text() {
        return value.setScale(Math.max(value.stripTrailingZeros().scale(), 1)).toPlainString();
    }
}
