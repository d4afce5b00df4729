// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of text for people, some of it literal. The writer escapes both kinds, so a name from a specification can't break the document.
 *
 * @param spans the parts in order
 * @param from where it comes from that the line says this, beside the block that it stands in
 */
public record Prose(List<Span> spans, List<Origin> from) {
    /** Copies the lists. */
    public Prose {
        spans = List.copyOf(spans);
        from = List.copyOf(from);
    }

    /**
     * A line that says the same in each document.
     *
     * @param spans the parts in order
     */
    public Prose(List<Span> spans) {
        this(spans, List.of());
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

    /**
     * Returns the line with what its words depend on.
     *
     * @param origins where they come from
     * @return the line
     */
    public Prose from(Origin... origins) {
        return from(Stream.of(origins));
    }

    /**
     * Returns the line with what its words depend on.
     *
     * @param origins where they come from
     * @return the line
     */
    public Prose from(Stream<Origin> origins) {
        return new Prose(spans, Stream.concat(from.stream(), origins).distinct().toList());
    }

    /**
     * Returns the words alone.
     *
     * @return the text of all parts
     */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
