// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import java.util.Locale;

/**
 * Tells a name that was mistyped from one that is another's. Names of a kind differ in their numbers, or in a short mark at the end, so
 * these tell nothing: a slip differs in case, in a separator, in zeros before a number, or in one letter of a longer word. Stateless and
 * thread-safe.
 */
public final class Slip {
    /** In a shorter word each letter may mean something: {@code lab-a}, {@code lab-b}. */
    private static final int SHORTEST_WORD = 4;

    private Slip() {}

    /**
     * Tells whether a name is another one but for a slip.
     *
     * @param typed what was typed
     * @param known the name that may be meant
     * @return false where they are equal
     */
    public static boolean is(String typed, String known) {
        if (typed.equals(known) || Math.abs(typed.length() - known.length()) > SHORTEST_WORD) {
            return false;
        }
        String a = even(typed);
        String b = even(known);
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < a.length() - start
                && end < b.length() - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        String typedPart = a.substring(start, a.length() - end);
        String knownPart = b.substring(start, b.length() - end);
        if (typedPart.isEmpty() && knownPart.isEmpty()) {
            return true;
        }
        if (typedPart.length() + knownPart.length() == 1 && (typedPart + knownPart).equals("-")) {
            return !isBetweenDigits(typedPart.isEmpty() ? b : a, start);
        }
        return isOneLetter(typedPart, knownPart) && wordAt(b, start) >= SHORTEST_WORD;
    }

    /** Returns a name in lower case, with one kind of separator and without zeros before numbers. */
    private static String even(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder even = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean leading = c == '0'
                    && i + 1 < lower.length()
                    && isDigit(lower.charAt(i + 1))
                    && (even.isEmpty() || !isDigit(even.charAt(even.length() - 1)));
            if (!leading) {
                even.append(c == '_' || c == '.' ? '-' : c);
            }
        }
        return even.toString();
    }

    private static boolean isBetweenDigits(String name, int at) {
        return at > 0 && at + 1 < name.length() && isDigit(name.charAt(at - 1)) && isDigit(name.charAt(at + 1));
    }

    /** Tells whether a letter is left out, added or another one, or two were swapped. */
    private static boolean isOneLetter(String typed, String known) {
        boolean letters = (typed + known).chars().allMatch(Slip::isLetter);
        boolean swapped = typed.length() == 2
                && known.length() == 2
                && typed.charAt(0) == known.charAt(1)
                && typed.charAt(1) == known.charAt(0);
        return letters && (swapped || (typed.length() <= 1 && known.length() <= 1));
    }

    private static int wordAt(String name, int at) {
        int from = at;
        while (from > 0 && isLetter(name.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < name.length() && isLetter(name.charAt(to))) {
            to++;
        }
        return to - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c);
    }
}
