// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

/** Quotes an author's words in a message: short. What can't be seen is escaped by the finding. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder("`");
        int at = 0;
        for (int i = 0; i < LONGEST && at < text.length(); i++) {
            int c = text.codePointAt(at);
            out.appendCodePoint(c);
            at += Character.charCount(c);
        }
        if (at < text.length()) {
            out.append('…');
        }
        return out.append('`').toString();
    }
}
