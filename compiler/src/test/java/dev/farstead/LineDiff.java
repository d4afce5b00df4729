// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.List;

/** What differs between two lists of lines, aligned by a longest common subsequence. */
final class LineDiff {
    private LineDiff() {}

    /**
     * Lines that stand where others stood.
     *
     * @param removed indices of the lines that are gone
     * @param added indices of the lines that came
     */
    record Hunk(List<Integer> removed, List<Integer> added) {}

    static List<Hunk> of(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int first = start;
        return between(before.subList(first, before.size() - end), after.subList(first, after.size() - end)).stream()
                .map(hunk -> new Hunk(
                        hunk.removed.stream().map(i -> i + first).toList(),
                        hunk.added.stream().map(i -> i + first).toList()))
                .toList();
    }

    private static List<Hunk> between(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Hunk> hunks = new ArrayList<>();
        List<Integer> removed = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                close(hunks, removed, added);
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                removed.add(i++);
            } else {
                added.add(j++);
            }
        }
        close(hunks, removed, added);
        return hunks;
    }

    private static void close(List<Hunk> hunks, List<Integer> removed, List<Integer> added) {
        if (!removed.isEmpty() || !added.isEmpty()) {
            hunks.add(new Hunk(List.copyOf(removed), List.copyOf(added)));
            removed.clear();
            added.clear();
        }
    }
}
