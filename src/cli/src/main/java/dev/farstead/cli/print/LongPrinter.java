// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Related;
import java.util.stream.Stream;

/** A finding with the lines that it is about, what would happen, and the ways out. */
public final class LongPrinter implements FindingPrinter {
    private final PlaceBlock places;
    private final Style style;

    /**
     * Prepares to print.
     *
     * @param lines the lines of the sources
     * @param style colours, or none
     */
    public LongPrinter(SourceLines lines, Style style) {
        this.places = new PlaceBlock(lines, style);
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
                .ifPresent(range -> places.append(
                        text,
                        margin,
                        "--> ",
                        range,
                        '^',
                        finding.label().orElse(""),
                        line -> finding.shown(range, line)));
        for (Related related : finding.related()) {
            places.append(
                    text,
                    margin,
                    "::: ",
                    related.range(),
                    '-',
                    related.label(),
                    line -> finding.shown(related.range(), line));
        }
        String values = finding.sites().isEmpty()
                ? "values"
                : "values of " + Visible.text(finding.sites().get(0));
        finding.values().forEach(value -> remark(text, margin, values, value));
        finding.effect().ifPresent(effect -> remark(text, margin, "effect", effect));
        finding.fixes().forEach(fix -> remark(text, margin, "fix", fix.text()));
        remark(text, margin, "more", "farstead explain " + finding.code());
        return text.append('\n').toString();
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
