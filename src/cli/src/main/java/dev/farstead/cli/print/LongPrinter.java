// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Range;
import java.util.stream.Stream;

/** A finding with the lines that it is about, what would happen, and the ways out. */
public final class LongPrinter implements FindingPrinter {
    private final SourceLines lines;
    private final Style style;

    /**
     * Prepares to print.
     *
     * @param lines the lines of the sources
     * @param style colours, or none
     */
    public LongPrinter(SourceLines lines, Style style) {
        this.lines = lines;
        this.style = style;
    }

    @Override
    public String print(Finding finding) {
        int digits = Stream.concat(
                        finding.range().stream(), finding.related().stream().map(Related::range))
                .mapToInt(range -> String.valueOf(range.start().line()).length())
                .max()
                .orElse(1);
        String margin = " ".repeat(digits);
        StringBuilder text = new StringBuilder();
        text.append(style.severity(finding.severity(), finding.severity().text() + '[' + finding.code() + ']'))
                .append(style.bold(": " + FindingPrinter.headline(finding)))
                .append('\n');
        finding.range()
                .ifPresent(range ->
                        place(text, margin, "--> ", range, '^', finding.label().orElse(""), finding));
        for (Related related : finding.related()) {
            place(text, margin, "::: ", related.range(), '-', related.label(), finding);
        }
        finding.values().forEach(value -> remark(text, margin, "values", value));
        finding.effect().ifPresent(effect -> remark(text, margin, "effect", effect));
        finding.fixes().forEach(fix -> remark(text, margin, "fix", fix.text()));
        remark(text, margin, "more", "farstead explain " + finding.code());
        return text.append('\n').toString();
    }

    private void place(
            StringBuilder text, String margin, String arrow, Range range, char mark, String label, Finding finding) {
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
            Excerpt excerpt = Excerpt.of(finding.shown(range, line), range);
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

    private void remark(StringBuilder text, String margin, String name, String words) {
        text.append(style.frame(margin + " ="))
                .append(' ')
                .append(style.bold(name + ":"))
                .append(' ')
                .append(Visible.text(words))
                .append('\n');
    }
}
