// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges every combination of some axes over all values of the others; thread-safe. */
public final class AxisMatrix {
    private static final int NEAREST = 3;

    private final AxisSpace space;
    private final AxisRepairs repairs;

    /**
     * Prepares a matrix.
     *
     * @param space the table
     */
    public AxisMatrix(AxisSpace space) {
        this.space = space;
        this.repairs = new AxisRepairs(space);
    }

    /**
     * Judges.
     *
     * @param rows the values of each axis whose combinations are the rows
     * @param fixed the value of each other axis that is not free
     * @return the rows in the order of the table, the last axis fastest
     */
    public List<AxisRow> rows(Map<String, List<String>> rows, Map<String, String> fixed) {
        int[] base = space.combination(fixed);
        for (int axis = 0; axis < base.length; axis++) {
            // What no constraint speaks of changes nothing: one of its values stands for all.
            if (base[axis] == AxisSpace.UNKNOWN && !space.isNamed(axis)) {
                base[axis] = 0;
            }
        }
        AxisBest anywhere = new AxisBest(space);
        space.visit(base, anywhere::add);
        Map<List<Integer>, AxisBest> known = new HashMap<>();
        List<AxisRow> judged = new ArrayList<>();
        for (Map<String, String> values : combinations(rows)) {
            judged.add(row(values, base, anywhere, known));
        }
        return judged;
    }

    private static List<Map<String, String>> combinations(Map<String, List<String>> rows) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : rows.entrySet()) {
            combinations = combinations.stream()
                    .flatMap(shorter -> axis.getValue().stream().map(value -> with(shorter, axis.getKey(), value)))
                    .toList();
        }
        return combinations;
    }

    private static Map<String, String> with(Map<String, String> values, String axis, String value) {
        Map<String, String> longer = new LinkedHashMap<>(values);
        longer.put(axis, value);
        return longer;
    }

    private AxisRow row(Map<String, String> values, int[] base, AxisBest anywhere, Map<List<Integer>, AxisBest> known) {
        int[] chosen = space.combination(values);
        int[] pattern = IntStream.range(0, base.length)
                .map(axis -> chosen[axis] == AxisSpace.UNKNOWN ? base[axis] : chosen[axis])
                .toArray();
        AxisBest here = known.computeIfAbsent(judged(pattern), same -> {
            AxisBest best = new AxisBest(space);
            space.visit(pattern, best::add);
            return best;
        });
        int[] best = here.best().clone();
        for (int axis = 0; axis < best.length; axis++) {
            if (chosen[axis] != AxisSpace.UNKNOWN) {
                best[axis] = chosen[axis];
            }
        }
        Map<String, String> example = space.named(best);
        if (!space.isValid(best)) {
            return new AxisRow(
                    values,
                    AxisRow.Verdict.IMPOSSIBLE,
                    codes(best, Severity.ERROR),
                    List.of(),
                    repairs.nearest(example, NEAREST),
                    example);
        }
        List<AxisRow.Restriction> restrictions = restrictions(pattern, here, anywhere);
        List<String> codes = Stream.concat(
                        codes(best, Severity.WARNING).stream(),
                        restrictions.stream().flatMap(found -> found.codes().stream()))
                .distinct()
                .sorted()
                .toList();
        AxisRow.Verdict verdict = codes.isEmpty() ? AxisRow.Verdict.POSSIBLE : AxisRow.Verdict.CONDITIONAL;
        return new AxisRow(values, verdict, codes, restrictions, List.of(), example);
    }

    /** Rows that differ only in what no constraint speaks of are judged once. */
    private List<Integer> judged(int[] pattern) {
        return IntStream.range(0, pattern.length)
                .mapToObj(axis -> space.isNamed(axis) ? pattern[axis] : 0)
                .toList();
    }

    private List<AxisRow.Restriction> restrictions(int[] pattern, AxisBest here, AxisBest anywhere) {
        List<AxisRow.Restriction> found = new ArrayList<>();
        for (int axis = 0; axis < pattern.length; axis++) {
            if (pattern[axis] != AxisSpace.UNKNOWN || !isOpen(axis, pattern)) {
                continue;
            }
            Axis named = space.table().axes().get(axis);
            for (int value = 0; value < named.values().size(); value++) {
                boolean meant =
                        named.within().isEmpty() || !named.values().get(value).absent();
                if (meant && here.isWorse(axis, value, anywhere)) {
                    int[] best = here.best(axis, value);
                    boolean excluded = !space.isValid(best);
                    found.add(new AxisRow.Restriction(
                            named.name(),
                            named.values().get(value).text(),
                            excluded,
                            reasons(pattern, axis, value, best, excluded ? Severity.ERROR : Severity.WARNING)));
                }
            }
        }
        return found;
    }

    /** An axis within another is no choice where the other has a different value. */
    private boolean isOpen(int axis, int[] pattern) {
        Map<String, String> known = space.named(pattern);
        return space.table().axes().get(axis).within().entrySet().stream()
                .allMatch(entry ->
                        !known.containsKey(entry.getKey()) || entry.getValue().contains(known.get(entry.getKey())));
    }

    /** Where the row and the value alone say why, nothing else needs saying. */
    private List<String> reasons(int[] pattern, int axis, int value, int[] best, Severity severity) {
        int[] pair = pattern.clone();
        pair[axis] = value;
        return Stream.of(pair, best)
                .map(combination -> codes(combination, severity))
                .filter(codes -> !codes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> codes(int[] combination, Severity severity) {
        return space.broken(combination, severity).stream()
                .map(AxisConstraint::code)
                .toList();
    }
}
