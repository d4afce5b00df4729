// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.util.Locale;
import java.util.Set;

/**
 * The form in which a text stands in YAML. The rules are stricter than either version of YAML: a text is plain only if no reader of 1.1
 * or 1.2 types it as anything but a string, and a literal block only if no reader changes a character of it.
 */
final class YamlScalars {
    /** Words that a reader of 1.1 or 1.2 takes for a Boolean, null or a number, in whatever case. */
    private static final Set<String> RESERVED =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "none", "nil");

    private static final int LONGEST_RESERVED = 5;
    /** What a character may be part of; a set of these bits for each character of ASCII, since this is asked of every character written. */
    private static final int PLAIN = 1;

    /** Digits, and what stands between and behind them in numbers. */
    private static final int NUMBER_LIKE = 2;

    /** Letters that stand in no number, base prefix, date or special float. */
    private static final int NEVER_IN_NUMBER = 4;

    private static final byte[] KINDS = kinds();

    private static final String HEX = "0123456789ABCDEF";

    private YamlScalars() {}

    /** Tells whether the text may stand without quotes. */
    static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0) {
            return false;
        }
        char first = text.charAt(0);
        boolean numeric = first == '.' || isDigit(first);
        if (!numeric && !isLetter(first) && first != '_' && first != '/') {
            return false;
        }
        int some = 0;
        int all = NUMBER_LIKE;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int kinds = c < KINDS.length ? KINDS[c] : 0;
            if ((kinds & PLAIN) == 0) {
                return false;
            }
            if (c == ' ' && (numeric || i + 1 == length || text.charAt(i + 1) == ' ')) {
                return false;
            }
            if (c == ':' && (i + 1 == length || text.charAt(i + 1) == ' ')) {
                return false;
            }
            some |= kinds;
            all &= kinds;
        }
        return numeric ? (some & NEVER_IN_NUMBER) != 0 : (all & NUMBER_LIKE) == 0 && !isReserved(text);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        mark(kinds, PLAIN, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _-./:=+@,");
        mark(kinds, NUMBER_LIKE, "0123456789eE_.+-");
        mark(kinds, NEVER_IN_NUMBER, "GHJKLMPQRSUVWYghjklmpqrsuvwy");
        return kinds;
    }

    private static void mark(byte[] kinds, int kind, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] |= (byte) kind;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isReserved(String text) {
        return text.length() <= LONGEST_RESERVED && RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether the text may stand as a literal block, {@code |} if it ends with a line feed and {@code |-} if not. It has two lines
     * or ends its only one, begins with neither blank nor break, ends with at most one break, and holds no tab, no other special
     * character and no line that ends with a blank.
     */
    static boolean isLiteral(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) == ' ' || text.charAt(0) == '\n') {
            return false;
        }
        boolean broken = false;
        char previous = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (previous == ' ' || (previous == '\n' && i + 1 == length)) {
                    return false;
                }
                broken = true;
            } else if (SpecialCharacters.contains(c)) {
                return false;
            }
            previous = c;
        }
        return broken && previous != ' ';
    }

    /** Appends the text in double quotes, on one line. Astral characters stand as themselves: half of the readers refuse their pairs. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (!SpecialCharacters.contains(c)) {
                out.append(c);
            } else if (c < 0xA0) {
                out.append("\\x");
                hex(out, c, 2);
            } else {
                out.append("\\u");
                hex(out, c, 4);
            }
        }
        out.append('"');
    }

    private static void hex(StringBuilder out, char c, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
