// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceScalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as the YAML 1.2 core schema writes them. */
public final class NumberText {
    /** What 64 bits hold has no more digits; to read a longer text takes time that grows with its square. */
    private static final int LONGEST = 1100;

    private NumberText() {}

    /**
     * Reads a number.
     *
     * @param text a whole number (decimal, {@code 0o} octal or {@code 0x} hexadecimal) or a decimal fraction
     * @return its exact value, or empty where 64-bit floating point has none: {@code .inf}, {@code .nan}, {@code
     *     1e999}, {@code 1e-999}, and more than 1,100 characters. Programs that take the number would read infinity, zero or
     *     another number, and to write it out could take gigabytes
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.startsWith("0x")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
        }
        if (text.startsWith("0o")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
        }
        try {
            double rounded = Double.parseDouble(text);
            if (!Double.isFinite(rounded)) {
                return Optional.empty();
            }
            BigDecimal exact = new BigDecimal(text);
            if (rounded == 0) {
                // A zero keeps its exponent, and would be written out with that many digits.
                return exact.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
            }
            return Optional.of(exact);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a scalar is no number, or one that programs hold.
     *
     * @param scalar the scalar
     * @return false for a number such as {@code .inf}
     */
    static boolean fits(SourceScalar scalar) {
        return switch (scalar.type()) {
            case INTEGER, FLOAT -> parse(scalar.text()).isPresent();
            case TEXT, BOOLEAN, NULL -> true;
        };
    }
}
