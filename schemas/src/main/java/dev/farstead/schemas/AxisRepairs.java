// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Finds the possible combinations that are nearest to a refused one.
 *
 * <p>Every possible combination differs from a refused one in an axis of the constraint that is broken first; so only changes of such axes are
 * tried, one after the other, and none is missed. Thread-safe.
 */
public final class AxisRepairs {
    private final AxisSpace space;

    /**
     * Prepares the search.
     *
     * @param space the table
     */
    public AxisRepairs(AxisSpace space) {
        this.space = space;
    }

    /**
     * Returns the smallest sets of changes after which a combination breaks no error. Of sets of one size, those come first that keep the
     * protection of the site, bring fewer warnings, and leave the axes alone that stand first in the table.
     *
     * @param chosen values by axis; unknown ones are neither judged nor changed
     * @param most how many sets are wanted
     * @return the sets; those that lower protection last; empty when the combination is possible or nothing helps
     */
    public List<AxisRepair> nearest(Map<String, String> chosen, int most) {
        int[] start = space.combination(chosen);
        if (space.isValid(start)) {
            return List.of();
        }
        List<int[]> found = new ArrayList<>();
        int known = (int)
                IntStream.of(start).filter(value -> value != AxisSpace.UNKNOWN).count();
        for (int size = 1; size <= known && found.size() < most; size++) {
            List<int[]> ofSize = new ArrayList<>();
            search(start, start.clone(), size, ofSize);
            ofSize.removeIf(candidate -> found.stream().anyMatch(smaller -> contains(start, candidate, smaller)));
            ofSize.sort(order(start));
            found.addAll(ofSize.subList(0, Math.min(ofSize.size(), most - found.size())));
        }
        return found.stream()
                .map(combination -> repair(start, combination))
                .sorted(Comparator.comparing(AxisRepair::lowersProtection))
                .toList();
    }

    private void search(int[] start, int[] current, int changesLeft, List<int[]> found) {
        int[] conflict = space.conflict(current);
        if (conflict.length == 0) {
            // With changes left over it was found before, among the smaller sets.
            if (changesLeft == 0 && found.stream().noneMatch(known -> Arrays.equals(known, current))) {
                found.add(current.clone());
            }
            return;
        }
        if (changesLeft == 0) {
            return;
        }
        for (int axis : conflict) {
            if (current[axis] != start[axis]) {
                continue;
            }
            int values = space.table().axes().get(axis).values().size();
            for (int value = 0; value < values; value++) {
                if (value != start[axis]) {
                    current[axis] = value;
                    search(start, current, changesLeft - 1, found);
                }
            }
            current[axis] = start[axis];
        }
    }

    /** Tells whether one set of changes contains another, whole. */
    private static boolean contains(int[] start, int[] candidate, int[] smaller) {
        return IntStream.range(0, start.length)
                .allMatch(axis -> smaller[axis] == start[axis] || smaller[axis] == candidate[axis]);
    }

    private Comparator<int[]> order(int[] start) {
        ToIntFunction<int[]> mostFundamental = combination -> IntStream.range(0, start.length)
                .filter(axis -> combination[axis] != start[axis])
                .findFirst()
                .orElse(0);
        return Comparator.<int[], Boolean>comparing(combination -> lowersProtection(start, combination))
                .thenComparingInt(combination -> space.rank(combination))
                .thenComparing(Comparator.comparingInt(mostFundamental).reversed())
                .thenComparing(Arrays::compare);
    }

    private boolean lowersProtection(int[] start, int[] combination) {
        return IntStream.range(0, start.length)
                .filter(axis -> combination[axis] != start[axis])
                .anyMatch(axis ->
                        space.table().axes().get(axis).values().get(start[axis]).protects());
    }

    private AxisRepair repair(int[] start, int[] combination) {
        Map<String, String> changes = new LinkedHashMap<>(space.named(combination));
        space.named(start).forEach((axis, value) -> changes.remove(axis, value));
        return new AxisRepair(changes, lowersProtection(start, combination));
    }
}
