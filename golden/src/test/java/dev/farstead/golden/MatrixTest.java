// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.Matrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pins the matrix of cluster mode, operating system, flavor, minor release, FIPS mode and registration: every combination. */
final class MatrixTest {
    private static final Path FILE = Path.of("matrix.csv");

    private final Matrix matrix = Farstead.create().matrix(Map.of());

    @Test
    void theMatrixIsTheOneThatWasRead() {
        String rows = matrix.rows().stream().map(row -> line(row) + "\n").collect(Collectors.joining());
        Pinned.holds(FILE, String.join(",", matrix.columns()) + ",verdict,codes,excluded,warned\n" + rows);
    }

    private static String line(Matrix.Row row) {
        return Stream.concat(
                        row.values().stream(),
                        Stream.of(
                                row.verdict().text(),
                                String.join(" ", row.codes()),
                                restrictions(row, true),
                                restrictions(row, false)))
                .collect(Collectors.joining(","));
    }

    private static String restrictions(Matrix.Row row, boolean excluded) {
        return row.restrictions().stream()
                .filter(found -> found.excluded() == excluded)
                .map(found -> found.axis() + "=" + found.value())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyCombinationHasOneRow() {
        int combinations = IntStream.range(0, matrix.columns().size())
                .mapToLong(column -> matrix.rows().stream()
                        .map(row -> row.values().get(column))
                        .distinct()
                        .count())
                .mapToInt(Math::toIntExact)
                .reduce(1, Math::multiplyExact);
        assertThat(combinations).isGreaterThan(500);
        assertThat(matrix.rows()).hasSize(combinations);
        assertThat(matrix.rows()).extracting(Matrix.Row::values).doesNotHaveDuplicates();
    }

    @Test
    void everyVerdictSaysWhy() {
        assertThat(matrix.rows()).allSatisfy(row -> {
            assertThat(row.codes().isEmpty()).isEqualTo(row.verdict() == Matrix.Verdict.POSSIBLE);
            assertThat(row.nearest().isEmpty()).isEqualTo(row.verdict() != Matrix.Verdict.IMPOSSIBLE);
            assertThat(row.restrictions().isEmpty() || row.verdict() == Matrix.Verdict.CONDITIONAL)
                    .isTrue();
        });
        List<String> named = matrix.rows().stream()
                .flatMap(row -> row.codes().stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(matrix.reasons()).extracting(reason -> reason.code()).containsExactlyElementsOf(named);
    }
}
