// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisSpace;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the combinations without error say about each pair of values: which hold both, and what the other axes are in them. */
final class ValidPairs {
    private final List<Axis> axes;
    private final int[] first;
    private final boolean[][] clean;

    /** For each pair of values and each axis the values that it has in combinations with both, as bits. */
    private final int[][][] others;

    ValidPairs(AxisSpace space) {
        this.axes = space.table().axes();
        this.first = new int[axes.size()];
        int values = 0;
        for (int axis = 0; axis < first.length; axis++) {
            first[axis] = values;
            values += axes.get(axis).values().size();
        }
        this.clean = new boolean[values][values];
        this.others = new int[values][values][first.length];
        space.visit(space.unknown(), combination -> {
            if (space.isValid(combination)) {
                add(combination, space.isClean(combination));
            }
        });
    }

    private void add(int[] combination, boolean isClean) {
        for (int one = 0; one < combination.length; one++) {
            // A value with itself stands for the value alone.
            for (int two = one; two < combination.length; two++) {
                int value = first[one] + combination[one];
                int other = first[two] + combination[two];
                clean[value][other] |= isClean;
                for (int axis = 0; axis < combination.length; axis++) {
                    others[value][other][axis] |= 1 << combination[axis];
                }
            }
        }
    }

    /** What holds for the combinations with two values. */
    record Pair(ValidPairs all, int value, int other) {
        boolean isImpossible() {
            return all.others[value][other][0] == 0;
        }

        boolean isClean() {
            return all.clean[value][other];
        }

        Set<String> values(String axis) {
            return all.named(all.others[value][other], axis);
        }
    }

    /** Returns a pair; the first axis stands before the other one in the table. */
    Pair of(String axis, String value, String otherAxis, String otherValue) {
        return new Pair(this, number(axis, value), number(otherAxis, otherValue));
    }

    /** Returns the values that an axis has in combinations with a value of another one. */
    Set<String> values(String axis, String value, String wanted) {
        int number = number(axis, value);
        return named(others[number][number], wanted);
    }

    private Set<String> named(int[] bits, String name) {
        int axis = axis(name);
        Set<String> names = new TreeSet<>();
        for (int value = 0; value < axes.get(axis).values().size(); value++) {
            if ((bits[axis] >> value & 1) == 1) {
                names.add(axes.get(axis).values().get(value).text());
            }
        }
        return names;
    }

    private int number(String name, String text) {
        int axis = axis(name);
        return first[axis]
                + axes.get(axis).values().indexOf(axes.get(axis).value(text).orElseThrow());
    }

    private int axis(String name) {
        return axes.stream().map(Axis::name).toList().indexOf(name);
    }
}
