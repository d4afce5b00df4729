// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import dev.farstead.cli.print.Style;
import dev.farstead.model.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A matrix in columns, and below it what each code means. */
final class TableText {
    private static final String GAP = "  ";

    private TableText() {}

    static String of(Matrix matrix, Style style) {
        List<Integer> widths = IntStream.range(0, matrix.columns().size())
                .mapToObj(column -> matrix.rows().stream()
                        .mapToInt(row -> row.values().get(column).length())
                        .reduce(matrix.columns().get(column).length(), Math::max))
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(style.bold(cells(matrix.columns(), widths) + "verdict")).append('\n');
        for (Matrix.Row row : matrix.rows()) {
            text.append(cells(row.values(), widths))
                    .append(verdict(row, style))
                    .append(why(row))
                    .append('\n');
        }
        text.append('\n');
        matrix.reasons()
                .forEach(reason -> text.append(style.bold(reason.code()))
                        .append(GAP)
                        .append(reason.title())
                        .append('\n'));
        return text.append(totals(matrix)).append('\n').toString();
    }

    private static String cells(List<String> values, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            text.append(values.get(i))
                    .append(" ".repeat(widths.get(i) - values.get(i).length()))
                    .append(GAP);
        }
        return text.toString();
    }

    private static String verdict(Matrix.Row row, Style style) {
        String word = row.verdict().text();
        return switch (row.verdict()) {
            case POSSIBLE -> word;
            case CONDITIONAL -> style.severity(Severity.WARNING, word);
            case IMPOSSIBLE -> style.severity(Severity.ERROR, word);
        };
    }

    private static String why(Matrix.Row row) {
        List<String> parts = new ArrayList<>();
        if (row.verdict() == Matrix.Verdict.IMPOSSIBLE) {
            parts.add(String.join(" ", row.codes()));
        }
        String excluded = RowWords.restrictions(row, true);
        if (!excluded.isEmpty()) {
            parts.add("without " + excluded);
        }
        String warned = RowWords.restrictions(row, false);
        if (!warned.isEmpty()) {
            parts.add("warning with " + warned);
        }
        return parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    }

    private static String totals(Matrix matrix) {
        return Arrays.stream(Matrix.Verdict.values())
                        .map(verdict -> matrix.rows().stream()
                                        .filter(row -> row.verdict() == verdict)
                                        .count()
                                + " " + verdict.text())
                        .collect(Collectors.joining(", "))
                + "; `farstead explain CODE` says more";
    }
}
