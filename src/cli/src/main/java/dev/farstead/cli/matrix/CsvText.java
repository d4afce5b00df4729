// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import java.util.ArrayList;
import java.util.List;

/** A matrix as comma-separated values. No value holds a comma, a quote or a line end, so that none is quoted. */
final class CsvText {
    private CsvText() {}

    static String of(Matrix matrix) {
        StringBuilder text = new StringBuilder();
        line(text, matrix.columns(), List.of("verdict", "codes", "excluded", "warned"));
        for (Matrix.Row row : matrix.rows()) {
            line(
                    text,
                    row.values(),
                    List.of(
                            row.verdict().text(),
                            String.join(" ", row.codes()),
                            RowWords.restrictions(row, true),
                            RowWords.restrictions(row, false)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> values, List<String> further) {
        List<String> cells = new ArrayList<>(values);
        cells.addAll(further);
        text.append(String.join(",", cells)).append('\n');
    }
}
