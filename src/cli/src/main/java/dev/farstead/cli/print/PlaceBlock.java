// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.source.Range;
import java.util.function.UnaryOperator;

/** Shows a place of a source: its name and position, and its line with a stretch underlined. */
final class PlaceBlock {
    private final SourceLines lines;
    private final Style style;

    PlaceBlock(SourceLines lines, Style style) {
        this.lines = lines;
        this.style = style;
    }

    /**
     * Appends a place.
     *
     * @param margin as wide as the line numbers
     * @param arrow what leads to the name
     * @param mark what underlines
     * @param label what stands behind the underline, or empty
     * @param shown gives the line as it may be shown
     */
    void append(
            StringBuilder text,
            String margin,
            String arrow,
            Range range,
            char mark,
            String label,
            UnaryOperator<String> shown) {
        String bar = style.frame(margin + " |");
        text.append(style.frame(margin + arrow))
                .append(Visible.text(range.source()))
                .append(':')
                .append(range.start().line())
                .append(':')
                .append(range.start().column())
                .append('\n')
                .append(bar)
                .append('\n');
        lines.line(range.source(), range.start().line()).ifPresent(line -> {
            Excerpt excerpt = Excerpt.of(shown.apply(line), range);
            String number = String.valueOf(range.start().line());
            text.append(style.frame(margin.substring(number.length()) + number + " |"))
                    .append(excerpt.text().isEmpty() ? "" : " " + excerpt.text())
                    .append('\n')
                    .append(bar)
                    .append(' ')
                    .append(" ".repeat(excerpt.indent()))
                    .append(style.bold(String.valueOf(mark).repeat(excerpt.width())))
                    .append(label.isEmpty() ? "" : " " + Visible.text(label))
                    .append('\n')
                    .append(bar)
                    .append('\n');
        });
    }
}
