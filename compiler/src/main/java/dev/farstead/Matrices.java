// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.check.AxisCheck;
import dev.farstead.model.finding.Explanation;
import dev.farstead.schemas.AxisMatrix;
import dev.farstead.schemas.AxisRow;
import dev.farstead.schemas.AxisSpace;
import dev.farstead.schemas.AxisTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes matrices of the axis table. */
final class Matrices {
    /** The axes of a matrix when nothing else is asked for. */
    private static final List<String> COLUMNS =
            List.of("mode", "os.family", "kubernetes.flavor", "kubernetes.minor", "fips", "registration");

    private static final String AGENT = "agent";
    private static final String REGISTRATION = "registration";

    /** What registers is the agent. */
    private static final List<String> WITHOUT_AGENT = List.of("absent");

    private static final String UNREGISTERED = "none";

    private final AxisTable table;

    Matrices(AxisTable table) {
        this.table = table;
    }

    /**
     * Makes the matrix of the usual axes; values that are asked for replace those of an axis, or fix another one. Hosts without the agent
     * register nowhere, which need not be asked for.
     */
    Matrix of(Map<String, List<String>> asked) {
        asked.forEach(this::check);
        Map<String, List<String>> distinct = new LinkedHashMap<>();
        asked.forEach(
                (name, values) -> distinct.put(name, values.stream().distinct().toList()));
        return matrix(distinct);
    }

    private Matrix matrix(Map<String, List<String>> asked) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String name : COLUMNS) {
            columns.put(
                    name,
                    asked.getOrDefault(name, table.axis(name).orElseThrow().written()));
        }
        Map<String, String> fixed = new LinkedHashMap<>();
        asked.forEach((name, values) -> {
            if (values.size() > 1 || columns.containsKey(name)) {
                columns.put(name, values);
            } else {
                fixed.put(name, values.get(0));
            }
        });
        if (WITHOUT_AGENT.equals(asked.get(AGENT)) && !asked.containsKey(REGISTRATION)) {
            columns.put(REGISTRATION, List.of(UNREGISTERED));
            fixed.put(REGISTRATION, UNREGISTERED);
        }
        if (!columns.containsKey(AGENT)) {
            fixed.putIfAbsent(AGENT, "present");
        }
        List<Matrix.Row> rows = new AxisMatrix(new AxisSpace(table))
                .rows(columns, fixed).stream().map(Matrices::row).toList();
        return new Matrix(
                table.axes().stream()
                        .map(axis -> new Matrix.Axis(
                                axis.name(),
                                axis.kind(),
                                axis.path(),
                                axis.values().stream()
                                        .map(value -> value.text())
                                        .toList()))
                        .toList(),
                List.copyOf(columns.keySet()),
                fixed,
                rows,
                reasons(rows));
    }

    private void check(String name, List<String> values) {
        List<String> known = table
                .axis(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no axis `" + name + "`: the axes are "
                        + table.axes().stream().map(axis -> axis.name()).collect(Collectors.joining(", "))))
                .values()
                .stream()
                .map(value -> value.text())
                .toList();
        for (String value : Objects.requireNonNull(values, () -> "values of " + name)) {
            if (!known.contains(value)) {
                throw new IllegalArgumentException("the axis `" + name + "` has no value `" + value
                        + "`: its values are " + String.join(", ", known));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value is given for the axis `" + name + "`");
        }
    }

    private static Matrix.Row row(AxisRow row) {
        return new Matrix.Row(
                List.copyOf(row.values().values()),
                switch (row.verdict()) {
                    case POSSIBLE -> Matrix.Verdict.POSSIBLE;
                    case CONDITIONAL -> Matrix.Verdict.CONDITIONAL;
                    case IMPOSSIBLE -> Matrix.Verdict.IMPOSSIBLE;
                },
                row.codes(),
                row.restrictions().stream()
                        .map(found ->
                                new Matrix.Restriction(found.axis(), found.value(), found.excluded(), found.codes()))
                        .toList(),
                row.nearest().stream()
                        .map(repair -> new Matrix.Change(repair.changes(), repair.lowersProtection()))
                        .toList(),
                row.example());
    }

    private List<Explanation> reasons(List<Matrix.Row> rows) {
        Set<String> named = rows.stream()
                .flatMap(row -> Stream.concat(
                        row.codes().stream(), row.restrictions().stream().flatMap(found -> found.codes().stream())))
                .collect(Collectors.toSet());
        return AxisCheck.explanations(table)
                .filter(explanation -> named.contains(explanation.code()))
                .sorted(Comparator.comparing(Explanation::code))
                .toList();
    }
}
