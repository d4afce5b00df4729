// SPDX-License-Identifier: Apache-2.0
package dev.farstead.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record with a component of each kind. */
@SuppressWarnings("ArrayRecordComponent")
record Values(
        boolean flag,
        byte small,
        short little,
        char letter,
        int number,
        long wide,
        float part,
        double real,
        @Nullable String text,
        List<Integer> items,
        int[] array) {
    /** Without components. */
    record None() {}
}
