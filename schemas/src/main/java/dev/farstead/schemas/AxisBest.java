// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Of many combinations, the best one with each value: that with the fewest errors, then warnings; of equal ones the first. Not thread-safe. */
final class AxisBest {
    private final AxisSpace space;
    private final int[][] ranks;
    private final int[][][] combinations;
    private int rank = Integer.MAX_VALUE;
    private int @Nullable [] best;

    AxisBest(AxisSpace space) {
        this.space = space;
        int axes = space.table().axes().size();
        this.ranks = new int[axes][];
        this.combinations = new int[axes][][];
        for (int axis = 0; axis < axes; axis++) {
            int values = space.table().axes().get(axis).values().size();
            ranks[axis] = new int[values];
            Arrays.fill(ranks[axis], Integer.MAX_VALUE);
            combinations[axis] = new int[values][0];
        }
    }

    /** Takes part of a combination, which is copied where it is kept. */
    void add(int[] combination) {
        int found = space.rank(combination);
        if (found < rank) {
            rank = found;
            best = combination.clone();
        }
        for (int axis = 0; axis < combination.length; axis++) {
            int value = combination[axis];
            if (found < ranks[axis][value]) {
                ranks[axis][value] = found;
                combinations[axis][value] = combination.clone();
            }
        }
    }

    int[] best() {
        if (best == null) {
            throw new IllegalStateException("no combination was added");
        }
        return best;
    }

    int[] best(int axis, int value) {
        return combinations[axis][value];
    }

    /** Tells whether a value is worse off here than in other combinations, where it is possible. */
    boolean isWorse(int axis, int value, AxisBest others) {
        int there = others.ranks[axis][value];
        return there < AxisSpace.ERROR && ranks[axis][value] > there;
    }
}
