// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers that a setting takes.
 *
 * @param least the smallest
 * @param most the largest; empty where there is none
 */
public record ValueRange(BigDecimal least, Optional<BigDecimal> most) {
    static ValueRange read(JsonRecord fact) {
        ValueRange range = new ValueRange(
                new BigDecimal(fact.text("least")), fact.optionalText("most").map(BigDecimal::new));
        fact.end();
        return range;
    }

    /**
     * Tells whether the setting takes a number.
     *
     * @param number the number
     * @return true where it is within the range
     */
    public boolean contains(BigDecimal number) {
        return number.compareTo(least) >= 0
                && most.filter(largest -> number.compareTo(largest) > 0).isEmpty();
    }
}
