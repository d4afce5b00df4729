// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import dev.farstead.cli.print.Style;
import java.util.Locale;
import java.util.function.BiFunction;

/** How a matrix looks. */
public enum MatrixFormat {
    /** Columns for people. */
    TABLE(TableText::of),
    /** Comma-separated values with a header. */
    CSV((matrix, style) -> CsvText.of(matrix)),
    /** All that is known, for programs. */
    JSON((matrix, style) -> JsonText.of(matrix)),
    /** A page for a browser, with nothing outside itself. */
    HTML((matrix, style) -> MatrixPage.of(matrix));

    private final BiFunction<Matrix, Style, String> printer;

    MatrixFormat(BiFunction<Matrix, Style, String> printer) {
        this.printer = printer;
    }

    /**
     * Returns the word that options use.
     *
     * @return lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Shows a matrix.
     *
     * @param matrix the matrix
     * @param style colours, or none
     * @return text with line ends
     */
    public String print(Matrix matrix, Style style) {
        return printer.apply(matrix, style);
    }
}
