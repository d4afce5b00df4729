// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

/** Characters that some reader drops, folds or takes for a line break, or that people can't see. */
final class SpecialCharacters {
    private SpecialCharacters() {}

    /** Returns a text with another character in the place of each of these but some that may stay. */
    static String replace(String text, char replacement, String kept) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (contains(c) && kept.indexOf(c) < 0) {
                if (out == null) {
                    out = new StringBuilder(text);
                }
                out.setCharAt(i, replacement);
            }
        }
        return out == null ? text : out.toString();
    }

    /**
     * Tells whether a character must not stand as itself: controls, foreign line separators, no-break blank, byte order mark, characters
     * without width or that turn the direction of writing, and non-characters.
     */
    static boolean contains(char c) {
        if (c < 0x7F) {
            return c < 0x20;
        }
        if (c <= 0xA0) {
            return true;
        }
        if (c < 0x200B) {
            return c == 0xAD || c == 0x61C;
        }
        return c <= 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || c >= 0xFFFE;
    }
}
