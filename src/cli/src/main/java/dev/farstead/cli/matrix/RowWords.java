// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.matrix;

import dev.farstead.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a row of a matrix says. */
final class RowWords {
    private RowWords() {}

    /** Returns the values of other axes that are excluded, or that bring a warning, such as {@code arch=arm64}, separated by blanks. */
    static String restrictions(Matrix.Row row, boolean excluded) {
        return row.restrictions().stream()
                .filter(found -> found.excluded() == excluded)
                .map(found -> found.axis() + '=' + found.value())
                .collect(Collectors.joining(" "));
    }

    /** Returns each of the nearest possible combinations, such as {@code fips=false (lowers protection)}. */
    static List<String> nearest(Matrix.Row row) {
        List<String> words = new ArrayList<>();
        for (Matrix.Change change : row.nearest()) {
            String values = change.values().entrySet().stream()
                    .map(entry -> entry.getKey() + '=' + entry.getValue())
                    .collect(Collectors.joining(" and "));
            words.add(values + (change.lowersProtection() ? " (lowers protection)" : ""));
        }
        return words;
    }
}
