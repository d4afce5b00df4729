// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.ValueType;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms in which flags of Go programs take values. What repeats does so possessively: it must not take a stack frame each time. */
final class GoValues {
    private static final Set<String> BOOLEANS =
            Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}|0x[0-9A-Fa-f]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern DURATION =
            Pattern.compile("[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h))++)");
    private static final Pattern PAIRS = Pattern.compile("([^=,<]+[=<][^,]*(,[^=,<]+[=<][^,]*)*+)?");

    private static final Pattern AMOUNT =
            Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?");

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private GoValues() {}

    /** Returns whether a text has the form of a type. */
    static boolean fits(ValueType type, String text) {
        return switch (type) {
            case BOOLEAN -> BOOLEANS.contains(text);
            case INTEGER -> INTEGER.matcher(text).matches();
            case DECIMAL -> DECIMAL.matcher(text).matches();
            case DURATION -> DURATION.matcher(text).matches();
            case MAP -> PAIRS.matcher(text).matches();
            case TEXT, LIST -> true;
        };
    }

    /** Returns whether a type holds several values. */
    static boolean isList(ValueType type) {
        return type == ValueType.LIST || type == ValueType.MAP;
    }

    /** Returns whether a number is a whole one of 64 bits. */
    static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(LARGEST) <= 0;
    }

    /** Returns whether a text is an amount as Kubernetes writes it. */
    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    /** Returns whether a text that has the form of a truth value means true. */
    static boolean isTrue(String text) {
        return text.equals("1") || text.startsWith("t") || text.startsWith("T");
    }

    /** Returns what a field takes, in words. */
    static String words(FieldType type) {
        return switch (type) {
            case BOOLEAN -> words(ValueType.BOOLEAN);
            case INTEGER -> words(ValueType.INTEGER);
            case DECIMAL -> words(ValueType.DECIMAL);
            case TEXT -> words(ValueType.TEXT);
            case DURATION -> words(ValueType.DURATION);
            case INTERVAL -> words(ValueType.DURATION) + ", or a whole number of nanoseconds";
            case TIME -> "a moment such as `2024-10-22T08:00:00Z`";
            case QUANTITY -> "an amount such as `10Mi`";
            case TEXTS -> words(ValueType.LIST);
            case MAP -> "texts by name";
            case SWITCHES -> "`true` or `false` by name";
            case QUANTITIES -> "amounts by name";
            case LISTS -> "lists of texts by name";
            case OBJECT -> "a map of fields";
            case OBJECTS -> "a list of maps";
        };
    }

    /** Returns what a type takes, in words. */
    static String words(ValueType type) {
        return switch (type) {
            case BOOLEAN -> "`true` or `false`";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case TEXT -> "a text";
            case LIST -> "a list of texts";
            case MAP -> "pairs such as `name=value`";
            case DURATION -> "a length of time such as `1m30s`";
        };
    }
}
