// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

/** Types plain scalars by the core schema of YAML 1.2.2, section 10.3.2, in one pass over the text. */
final class CoreScalars {
    private CoreScalars() {}

    static SourceScalar.Type type(String text) {
        if (text.isEmpty()) {
            return SourceScalar.Type.NULL;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            return number(text);
        }
        return switch (text) {
            case "~", "null", "Null", "NULL" -> SourceScalar.Type.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> SourceScalar.Type.BOOLEAN;
            default -> SourceScalar.Type.TEXT;
        };
    }

    private static SourceScalar.Type number(String text) {
        int length = text.length();
        if (length > 2 && text.charAt(0) == '0') {
            char base = text.charAt(1);
            if (base == 'x') {
                return allDigits(text, 2, 16) ? SourceScalar.Type.INTEGER : SourceScalar.Type.TEXT;
            }
            if (base == 'o') {
                return allDigits(text, 2, 8) ? SourceScalar.Type.INTEGER : SourceScalar.Type.TEXT;
            }
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        int whole = signed ? 1 : 0;
        int at = digits(text, whole);
        int digits = at - whole;
        if (at == length) {
            return digits > 0 ? SourceScalar.Type.INTEGER : SourceScalar.Type.TEXT;
        }
        if (text.charAt(at) == '.') {
            int fraction = at + 1;
            at = digits(text, fraction);
            digits += at - fraction;
            if (digits == 0) {
                return special(text, whole) ? SourceScalar.Type.FLOAT : SourceScalar.Type.TEXT;
            }
        }
        if (digits == 0) {
            return SourceScalar.Type.TEXT;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < length && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            at = digits(text, exponent);
            if (at == exponent) {
                return SourceScalar.Type.TEXT;
            }
        }
        return at == length ? SourceScalar.Type.FLOAT : SourceScalar.Type.TEXT;
    }

    private static boolean special(String text, int dot) {
        return switch (text.substring(dot)) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> dot == 0;
            default -> false;
        };
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean allDigits(String text, int from, int radix) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return true;
    }
}
