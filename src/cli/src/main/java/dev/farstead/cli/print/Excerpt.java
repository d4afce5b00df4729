// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.source.Range;

/**
 * One line of a source with a stretch of it to underline, as wide as a terminal shows them.
 *
 * @param text the line, tabs spread out; a long one is cut around the stretch
 * @param indent columns before the underline
 * @param width columns of the underline, at least 1
 */
record Excerpt(String text, int indent, int width) {
    private static final String TAB = "    ";
    private static final String CUT = "…";

    private static final int MOST_COLUMNS = 120;

    /** Thousands of marks on one character take no columns. */
    private static final int MOST_CHARACTERS = 4 * MOST_COLUMNS;

    /** How much of a cut line stands before the stretch. */
    private static final int COLUMNS_BEFORE = 40;

    /** Returns the excerpt of a range's first line; a range that ends on a later one is underlined to the end of this. */
    static Excerpt of(String line, Range range) {
        int[] characters = line.codePoints().toArray();
        int start = Math.min(range.start().column() - 1, characters.length);
        boolean oneLine = range.end().line() == range.start().line();
        int end = oneLine ? Math.min(range.end().column() - 1, characters.length) : characters.length;
        // A mark is underlined where the character stands that carries it.
        int from = base(characters, start);
        int first = first(characters, from, end);
        int last = last(characters, first);
        String cutBefore = first > 0 ? CUT : "";
        String cutBehind = last < characters.length ? CUT : "";
        StringBuilder text = new StringBuilder(cutBefore);
        for (int i = first; i < last; i++) {
            if (characters[i] == '\t') {
                text.append(TAB);
            } else {
                text.appendCodePoint(Visible.shown(characters[i]));
            }
        }
        int indent = cutBefore.length() + columns(characters, first, from);
        int width = columns(characters, from, Math.min(end, last));
        return new Excerpt(text.append(cutBehind).toString(), indent, Math.max(1, width));
    }

    private static int first(int[] characters, int from, int end) {
        if (columns(characters, 0, characters.length) <= MOST_COLUMNS || columns(characters, 0, end) < MOST_COLUMNS) {
            return 0;
        }
        int first = from;
        int columns = 0;
        while (first > 0 && columns + columns(characters[first - 1]) <= COLUMNS_BEFORE) {
            columns += columns(characters[--first]);
        }
        while (first < from && columns(characters[first]) == 0) {
            first++;
        }
        return first;
    }

    private static int last(int[] characters, int first) {
        int most = Math.min(characters.length, first + MOST_CHARACTERS);
        int last = first;
        int columns = 0;
        while (last < most && columns + columns(characters[last]) <= MOST_COLUMNS) {
            columns += columns(characters[last++]);
        }
        return last;
    }

    private static int base(int[] characters, int index) {
        int base = index;
        while (base > 0 && base < characters.length && columns(characters[base]) == 0) {
            base--;
        }
        return base;
    }

    private static int columns(int[] characters, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) {
            columns += columns(characters[i]);
        }
        return columns;
    }

    private static int columns(int c) {
        return c == '\t' ? TAB.length() : Visible.width(Visible.shown(c));
    }
}
