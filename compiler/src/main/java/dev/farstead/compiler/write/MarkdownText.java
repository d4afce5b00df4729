// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.Prose;

/** A line of prose in GitHub-flavoured Markdown, escaped so that nothing in it acts as markup. */
final class MarkdownText {
    /** Signs with a meaning inside a line: emphasis, code, links, HTML, entities, tables, strikes, formulas, ends of headings. */
    private static final AsciiSet INLINE = AsciiSet.of("\\`*_[]<>|~&#$");

    /** Signs with a meaning at the start of a line only: lists, rules and underlines of headings. */
    private static final String AT_START = "+-=";

    private MarkdownText() {}

    /** Returns the line outside tables; it may be empty. */
    static String line(Prose prose) {
        return render(prose, false);
    }

    /**
     * Returns the text of a table cell. Code that holds a bar stands as plain text there: readers disagree about a backslash before the
     * bar in code.
     */
    static String cell(Prose prose) {
        return render(prose, true);
    }

    private static String render(Prose prose, boolean inTable) {
        StringBuilder out = new StringBuilder();
        for (Prose.Span span : prose.spans()) {
            String text = oneLine(span.text());
            if (text.isEmpty()) {
                continue;
            }
            if (span.literal() && !(inTable && text.indexOf('|') >= 0)) {
                // Two code spans that touch would share their fences.
                if (out.length() > 0 && out.charAt(out.length() - 1) == '`') {
                    out.append(' ');
                }
                code(out, text);
            } else {
                escape(out, text);
            }
        }
        return trimmed(out);
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ordinal = (c == '.' || c == ')') && isNumber(out);
            // GitHub links bare addresses, and would take the escapes inside for a part of them.
            boolean link = (c == ':' && text.startsWith("//", i + 1)) || (c == '.' && text.startsWith("www", i - 3));
            if (INLINE.contains(c) || (AT_START.indexOf(c) >= 0 && isStart(out)) || ordinal || link) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** Tells whether only blanks stand before, which Markdown skips. */
    private static boolean isStart(StringBuilder out) {
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the line so far is a number: with a dot or bracket behind it, it would begin a list. */
    private static boolean isNumber(StringBuilder out) {
        boolean digits = false;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c != ' ' || digits) {
                return false;
            }
        }
        return digits;
    }

    private static void code(StringBuilder out, String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        // One blank on each side is taken away again by readers if both are there and something else is.
        boolean blank = text.isBlank();
        boolean padded = !blank
                && (text.charAt(0) == '`'
                        || text.endsWith("`")
                        || (text.charAt(0) == ' ' && text.charAt(text.length() - 1) == ' '));
        out.append(fence)
                .append(padded ? " " : "")
                .append(text)
                .append(padded ? " " : "")
                .append(fence);
    }

    /** Returns the length of the longest run of backticks. */
    static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Returns the text with a blank for each line break, control or character that can't be seen. */
    private static String oneLine(String text) {
        return SpecialCharacters.replace(text, ' ', "");
    }

    /** Takes blanks from both ends: four in front would make code, two behind a hard break. */
    private static String trimmed(StringBuilder line) {
        int start = 0;
        int end = line.length();
        while (start < end && line.charAt(start) == ' ') {
            start++;
        }
        while (end > start && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.substring(start, end);
    }
}
