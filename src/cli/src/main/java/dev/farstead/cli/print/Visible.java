// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

/** Text of other people on a terminal: no character of it may move the cursor, change colours or turn the direction of reading. */
public final class Visible {
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    /**
     * Replaces every character that a terminal would obey instead of showing.
     *
     * @param text the text
     * @return the text with U+FFFD in the place of each such character
     */
    public static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(isObeyed(c) ? REPLACEMENT : c));
        return visible.toString();
    }

    private static boolean isObeyed(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Returns how many columns a terminal gives a character. */
    static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
            return 0;
        }
        // The blocks whose characters are wide by the Unicode East Asian Width property, roughly: a table would be
        // exact.
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
