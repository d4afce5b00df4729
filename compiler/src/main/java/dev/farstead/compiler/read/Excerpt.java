// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import java.util.Locale;

/** Quotes an author's words in a message: short, on one line, nothing invisible. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder("`");
        int at = 0;
        for (int i = 0; i < LONGEST && at < text.length(); i++) {
            int c = text.codePointAt(at);
            out.append(character(c));
            at += Character.charCount(c);
        }
        if (at < text.length()) {
            out.append('…');
        }
        return out.append('`').toString();
    }

    /** Returns a character as it may stand in a message. */
    static String character(int c) {
        boolean shown = switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        return shown ? Character.toString(c) : String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
    }
}
