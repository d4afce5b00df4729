// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A word as it stands there when a finger slipped once.
 *
 * @param kind how it slipped
 * @param text what stands there, another text than the word
 */
record Slip(Kind kind, String text) {
    /** The ways to slip. */
    enum Kind {
        /** Another letter stands in the place of one. */
        SUBSTITUTION,
        /** A letter is upper case instead of lower, or lower instead of upper. */
        CASE,
        /** A letter is missing. */
        DELETION,
        /** A letter stands there twice. */
        DOUBLING,
        /** Two neighbours changed places. */
        SWAP;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns every slip of a word, each text once. */
    static Collection<Slip> of(String word) {
        Map<String, Slip> slips = new LinkedHashMap<>();
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i + 1);
            char letter = word.charAt(i);
            char lower = Character.toLowerCase(letter);
            add(slips, Kind.CASE, before + (letter == lower ? Character.toUpperCase(letter) : lower) + after);
            for (char other = 'a'; other <= 'z'; other++) {
                add(slips, Kind.SUBSTITUTION, before + other + after);
            }
            add(slips, Kind.DELETION, before + after);
            add(slips, Kind.DOUBLING, before + letter + letter + after);
            if (!after.isEmpty()) {
                add(slips, Kind.SWAP, before + after.charAt(0) + letter + after.substring(1));
            }
        }
        slips.remove(word);
        slips.remove("");
        return slips.values();
    }

    /** What two ways lead to, such as the deletion of either of two equal letters, counts once. */
    private static void add(Map<String, Slip> slips, Kind kind, String text) {
        slips.putIfAbsent(text, new Slip(kind, text));
    }

    /** Returns whether another word is as near to what stands there as the word that was meant. */
    boolean isAsNear(String other, String meant) {
        return distance(text, other) <= distance(text, meant);
    }

    /**
     * Returns in how many steps one text becomes another, by the textbook: a letter changed, left out, put in, or swapped with its
     * neighbour, none of them touched twice.
     */
    static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, table);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int least(String a, String b, int i, int j, int[][] table) {
        int changed = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = List.of(changed, table[i - 1][j] + 1, table[i][j - 1] + 1).stream()
                .min(Integer::compare)
                .orElseThrow();
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
