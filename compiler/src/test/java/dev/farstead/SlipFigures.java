// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What came of slips: counted by kind, with those listed that stand for themselves. Not thread-safe. */
final class SlipFigures {
    private enum Outcome {
        FIRST,
        AMONG,
        KNOWN
    }

    private static final int FAULTS_SHOWN = 20;

    private final Map<Slip.Kind, Map<Outcome, Integer>> counts = new EnumMap<>(Slip.Kind.class);
    private final Set<String> known = new TreeSet<>();
    private final Set<String> among = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /** Judges what was suggested for a slip: the word that was meant comes first, but for others that are as near. */
    void suggested(String where, String meant, Slip slip, List<String> suggestions, Set<String> others) {
        int index = suggestions.indexOf(meant);
        boolean excused = index > 0
                && suggestions.subList(0, index).stream()
                        .allMatch(other -> others.contains(other) && slip.isAsNear(other, meant));
        if (index == 0) {
            count(slip, Outcome.FIRST);
        } else if (excused) {
            count(slip, Outcome.AMONG);
            among.add(entry(where, meant, slip) + ": " + String.join(", ", suggestions));
        } else {
            fault(where, meant, slip, "suggests " + suggestions);
        }
    }

    /** Notes a slip that gives another word that may stand there. */
    void known(String where, String meant, Slip slip) {
        count(slip, Outcome.KNOWN);
        known.add(entry(where, meant, slip));
    }

    void fault(String where, String meant, Slip slip, String what) {
        faults.add(where + ": " + slip.text() + " for " + meant + " " + what);
    }

    private void count(Slip slip, Outcome outcome) {
        counts.computeIfAbsent(slip.kind(), kind -> new EnumMap<>(Outcome.class))
                .merge(outcome, 1, Integer::sum);
    }

    private static String entry(String where, String meant, Slip slip) {
        return "`" + slip.text() + "` for `" + meant + "` in " + where;
    }

    int tried() {
        return counts.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToInt(count -> count)
                .sum();
    }

    void holds() {
        assertThat(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)))
                .as("%d of %d", faults.size(), tried())
                .isEmpty();
    }

    /** Returns a table and lists, in Markdown. */
    String table() {
        StringBuilder text = new StringBuilder("""
                | slip | tried | error at the word | right word first | right word after one as near | another word of the language |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Slip.Kind kind : Slip.Kind.values()) {
            if (counts.containsKey(kind)) {
                row(kind.words(), counts.getOrDefault(kind, Map.of()), text);
            }
        }
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        counts.values()
                .forEach(outcomes -> outcomes.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum)));
        row("all", all, text);
        list("As near as another word:", among, text);
        list("Another word of the language, so no slip that can be seen:", known, text);
        return text.toString();
    }

    private static void row(String name, Map<Outcome, Integer> outcomes, StringBuilder text) {
        int first = outcomes.getOrDefault(Outcome.FIRST, 0);
        int later = outcomes.getOrDefault(Outcome.AMONG, 0);
        int words = outcomes.getOrDefault(Outcome.KNOWN, 0);
        text.append("| ").append(name).append(" | ").append(first + later + words);
        text.append(" | ").append(first + later).append(" | ").append(first);
        text.append(" | ").append(later).append(" | ").append(words).append(" |\n");
    }

    private static void list(String head, Set<String> entries, StringBuilder text) {
        if (!entries.isEmpty()) {
            text.append('\n').append(head).append("\n\n");
            entries.forEach(entry -> text.append("- ").append(entry).append('\n'));
        }
    }
}
