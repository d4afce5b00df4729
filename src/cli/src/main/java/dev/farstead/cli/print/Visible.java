// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

/**
 * Text of other people on a terminal: no character of it may move the cursor, change colours, turn the direction of reading or hide. Where
 * terminals differ in how wide they show a character, it is replaced too, so that what stands below a line stands below the same
 * character everywhere: emoji that join, flags, skin tones and variation selectors.
 */
public final class Visible {
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    /**
     * Replaces every character that is not shown.
     *
     * @param text the text
     * @return the text with U+FFFD in the place of each such character
     */
    public static String text(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(shown(c)));
        return visible.toString();
    }

    /** Returns the character itself, or the one that stands in its place. */
    static int shown(int c) {
        return isShown(c) ? c : REPLACEMENT;
    }

    /** Tells whether a terminal shows a character, and all terminals equally wide. */
    static boolean isShown(int c) {
        if (c >= ' ' && c <= '~') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> !isInvisible(c) && !isPartOfEmoji(c);
        };
    }

    /** Letters and marks without a glyph. */
    private static boolean isInvisible(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    /** Skin tones, and the letters that pair up to flags. */
    private static boolean isPartOfEmoji(int c) {
        return (c >= 0x1F1E6 && c <= 0x1F1FF) || (c >= 0x1F3FB && c <= 0x1F3FF);
    }

    /** Returns how many columns a terminal gives a character that is shown: none to a mark on the character before it. */
    static int width(int c) {
        if (c <= '~') {
            return 1;
        }
        int type = Character.getType(c);
        boolean joins = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (c >= 0x1160 && c <= 0x11FF)
                || (c >= 0xD7B0 && c <= 0xD7FF);
        return joins ? 0 : WideCharacters.contains(c) ? 2 : 1;
    }
}
