// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.source.Range;

/**
 * One line of a source with a stretch of it to underline, as wide as a terminal shows them.
 *
 * @param text the line, tabs spread out
 * @param indent columns before the underline
 * @param width columns of the underline, at least 1
 */
record Excerpt(String text, int indent, int width) {
    private static final String TAB = "    ";

    /** Longer lines are cut around the underlined stretch. */
    private static final int MOST_CHARACTERS = 160;

    private static final int BEFORE_STRETCH = 40;

    static Excerpt of(String line, Range range) {
        int[] characters = line.codePoints().toArray();
        int start = Math.min(range.start().column() - 1, characters.length);
        boolean oneLine = range.end().line() == range.start().line();
        int end = oneLine ? Math.min(range.end().column() - 1, characters.length) : characters.length;
        int first = characters.length > MOST_CHARACTERS ? Math.max(0, start - BEFORE_STRETCH) : 0;
        int last = Math.min(characters.length, first + MOST_CHARACTERS);
        StringBuilder text = new StringBuilder(first > 0 ? "…" : "");
        int indent = first > 0 ? 1 : 0;
        int width = 0;
        for (int i = first; i < last; i++) {
            int c = characters[i];
            text.append(c == '\t' ? TAB : Visible.text(Character.toString(c)));
            int columns = c == '\t' ? TAB.length() : Visible.width(c);
            indent += i < start ? columns : 0;
            width += i >= start && i < end ? columns : 0;
        }
        return new Excerpt(text.append(last < characters.length ? "…" : "").toString(), indent, Math.max(1, width));
    }
}
