// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import java.util.Collection;
import java.util.List;

/** How findings quote and list. */
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /**
     * Quotes a word of the author's or the language's.
     *
     * @param text the word
     * @return it in backticks, cut where it is long; what can't be seen is escaped by the finding
     */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("`");
        // A backtick would end the quote.
        text.codePoints().limit(LONGEST).forEach(c -> quoted.appendCodePoint(c == '`' ? '\'' : c));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            quoted.append('…');
        }
        return quoted.append('`').toString();
    }

    /**
     * Lists alternatives.
     *
     * @param words the alternatives, at least one
     * @return such as {@code `a`, `b` or `c`}
     */
    static String anyOf(Collection<String> words) {
        List<String> quoted = words.stream().map(Words::quote).toList();
        int last = quoted.size() - 1;
        return last < 1
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    /**
     * Names a node.
     *
     * @param node the node
     * @return its key in backticks
     */
    static String called(Node node) {
        return node.place().path().isEmpty() ? "the document" : quote(node.name());
    }
}
