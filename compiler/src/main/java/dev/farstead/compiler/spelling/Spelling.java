// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds known words that are close to a typed one. Stateless and thread-safe. */
public final class Spelling {
    /** No word is longer; what is longer was not typed by hand. */
    private static final int LONGEST = 100;

    /** A shorter beginning says too little about the rest. */
    private static final int SHORTEST_PREFIX = 3;

    /**
     * A word that may be meant.
     *
     * @param word the word
     * @param distance how far it is, without case and separators
     * @param written how far it is as both are written
     * @param sameStart whether both start with the same letter
     */
    private record Candidate(String word, int distance, int written, boolean sameStart) {}

    private Spelling() {}

    /**
     * Suggests what was meant. Words are compared without regard to case, {@code -}, {@code _} and {@code .}; the
     * distance is the number of letters that were left out, added, changed or swapped with their neighbour. A word is
     * suggested where at most a third of its letters differ, but always where one does, or where one of the two is the
     * other's beginning. Where words differ in nothing else, they alone are suggested.
     *
     * @param typed what was typed
     * @param known the words to choose from, in any order
     * @param max most suggestions, at least 0
     * @return the suggestions without repetition, the closest first; of equally close ones those that are closer as
     *     written first, then those that start with the same letter, then in alphabetical order
     */
    public static List<String> nearest(String typed, Collection<String> known, int max) {
        String wanted = fold(typed);
        if (wanted.isEmpty() || typed.length() > LONGEST) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String word : known) {
            String folded = fold(word);
            if (folded.isEmpty() || word.length() > LONGEST) {
                continue;
            }
            int threshold = Math.max(1, Math.max(wanted.length(), folded.length()) / 3);
            if (Math.abs(wanted.length() - folded.length()) > threshold && !isBeginning(wanted, folded)) {
                continue;
            }
            int distance = distance(wanted, folded);
            // One letter that becomes another is no likeness where there is no second letter.
            boolean alike = distance <= threshold && distance < Math.max(wanted.length(), folded.length());
            if (alike || isBeginning(wanted, folded)) {
                candidates.add(
                        new Candidate(word, distance, distance(typed, word), wanted.charAt(0) == folded.charAt(0)));
            }
        }
        boolean same = candidates.stream().anyMatch(candidate -> candidate.distance() == 0);
        return candidates.stream()
                .filter(candidate -> !same || candidate.distance() == 0)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparingInt(Candidate::written)
                        .thenComparing(Candidate::sameStart, Comparator.reverseOrder())
                        .thenComparing(Candidate::word))
                .map(Candidate::word)
                .distinct()
                .limit(max)
                .toList();
    }

    private static boolean isBeginning(String a, String b) {
        return Math.min(a.length(), b.length()) >= SHORTEST_PREFIX && (a.startsWith(b) || b.startsWith(a));
    }

    static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the optimal string alignment distance, from the last three rows of its table. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, beforeLast[j - 2] + 1);
                }
                row[j] = least;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
