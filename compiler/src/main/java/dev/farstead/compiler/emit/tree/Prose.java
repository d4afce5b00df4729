// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text for people, some of it literal. The writer escapes both kinds, so a name from a specification can't break the document.
 *
 * @param spans the parts in order
 */
public record Prose(List<Span> spans) {
    /** Copies the spans. */
    public Prose {
        spans = List.copyOf(spans);
    }

    /**
     * A part of a line.
     *
     * @param text the text
     * @param literal whether it is shown as code
     */
    public record Span(String text, boolean literal) {}

    /**
     * Returns a line from parts that are text and literal in turn, text first.
     *
     * @param parts text, literal, text, …
     * @return the line
     */
    public static Prose of(String... parts) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                spans.add(new Span(parts[i], i % 2 == 1));
            }
        }
        return new Prose(spans);
    }
}
