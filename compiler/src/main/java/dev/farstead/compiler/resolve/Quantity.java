// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * An amount of bytes, written as Kubernetes writes quantities.
 *
 * @param bytes the amount, 0 or more
 * @param text how it was written, such as {@code 16Gi}
 */
public record Quantity(BigDecimal bytes, String text) {
    private static final Map<String, Long> SUFFIXES = Map.of(
            "",
            1L,
            "k",
            1_000L,
            "M",
            1_000_000L,
            "G",
            1_000_000_000L,
            "T",
            1_000_000_000_000L,
            "Ki",
            1L << 10,
            "Mi",
            1L << 20,
            "Gi",
            1L << 30,
            "Ti",
            1L << 40);

    /**
     * Reads a quantity.
     *
     * @param text digits, perhaps a fraction, and one of the suffixes {@code k M G T Ki Mi Gi Ti} or none
     * @return the quantity, or empty for another form
     */
    public static Optional<Quantity> parse(String text) {
        int end = 0;
        while (end < text.length() && (Character.digit(text.charAt(end), 10) >= 0 || text.charAt(end) == '.')) {
            end++;
        }
        Long factor = SUFFIXES.get(text.substring(end));
        String number = text.substring(0, end);
        if (factor == null || number.isEmpty() || number.length() > 15 || !number.matches("[0-9]+(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(new BigDecimal(number).multiply(BigDecimal.valueOf(factor)), text));
    }

    @Override
    public String toString() {
        return text;
    }
}
