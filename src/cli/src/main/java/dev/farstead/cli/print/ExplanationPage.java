// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.model.finding.Explanation;

/** The page of a code. */
public final class ExplanationPage {
    private static final int WIDTH = 80;

    private ExplanationPage() {}

    /**
     * Lays out a page.
     *
     * @param explanation what stands behind the code
     * @param style colours, or none
     * @return text with line ends
     */
    public static String of(Explanation explanation, Style style) {
        StringBuilder text = new StringBuilder();
        text.append(style.severity(
                        explanation.severity(), explanation.severity().text() + '[' + explanation.code() + ']'))
                .append(style.bold(": " + explanation.title()))
                .append("\n\n")
                .append(wrapped(explanation.why()))
                .append('\n');
        if (!explanation.rows().isEmpty()) {
            text.append("covers: ")
                    .append(String.join(", ", explanation.rows()))
                    .append('\n');
        }
        if (!explanation.source().isEmpty()) {
            text.append("source: ")
                    .append(explanation.source())
                    .append(explanation.inferred() ? " (inferred: no document states it)" : "")
                    .append('\n');
        }
        example(text, style.bold("good"), explanation.good());
        example(text, style.bold("bad"), explanation.bad());
        return text.toString();
    }

    private static void example(StringBuilder text, String title, String example) {
        if (!example.isBlank()) {
            text.append('\n').append(title).append(":\n");
            example.lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
        }
    }

    private static String wrapped(String words) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : words.strip().split("\\s+", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += word.length() + (column == 0 ? 0 : 1);
        }
        return text.append('\n').toString();
    }
}
