// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisSpace;
import dev.farstead.schemas.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the axis table against what was written down by hand for each pair of values; the file says at its head what its words mean. */
final class ExpectedPairsTest {
    private static final Path FILE = Path.of("expected-pairs.csv");

    private final AxisSpace space = new AxisSpace(Catalogue.bundled().axes());
    private final ValidPairs pairs = new ValidPairs(space);

    /** A line of the file. */
    private record Expected(
            String axis, String value, String otherAxis, String otherValue, String verdict, String rows, String needs) {
        static Expected of(String line) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(7);
            return new Expected(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        String pair() {
            return axis + "=" + value + " " + otherAxis + "=" + otherValue;
        }
    }

    private static List<Expected> expected() {
        return Folder.text(FILE)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(Expected::of)
                .toList();
    }

    @Test
    void eachPairIsWhatTheHandWrote() {
        List<String> faults = new ArrayList<>();
        for (Expected expected : expected()) {
            String found = verdict(expected);
            if (!found.equals(expected.verdict())) {
                faults.add(expected.pair() + ": " + expected.verdict() + " by hand, " + found + " by the table");
            }
        }
        assertThat(faults).isEmpty();
    }

    private String verdict(Expected expected) {
        ValidPairs.Pair pair = pairs.of(expected.axis(), expected.value(), expected.otherAxis(), expected.otherValue());
        if (pair.isImpossible()) {
            return "impossible";
        }
        if (expected.needs().isEmpty()) {
            return pair.isClean() ? "possible" : "conditional";
        }
        String axis = expected.needs().substring(0, expected.needs().indexOf('='));
        Set<String> needed =
                Set.of(expected.needs().substring(axis.length() + 1).split("\\|", -1));
        boolean exact = pair.values(axis).equals(needed);
        // Were one value enough to ask for them, the other one would be no part of it.
        boolean ofBoth = Stream.of(
                        pairs.values(expected.axis(), expected.value(), axis),
                        pairs.values(expected.otherAxis(), expected.otherValue(), axis))
                .allMatch(alone -> alone.size() > needed.size());
        return exact && ofBoth ? "conditional" : "needs " + axis + "=" + String.join("|", pair.values(axis));
    }

    @Test
    void everyPairIsThere() {
        List<String> all = new ArrayList<>();
        List<Axis> axes = space.table().axes();
        for (int first = 0; first < axes.size(); first++) {
            for (Axis.Value value : axes.get(first).values()) {
                for (Axis other : axes.subList(first + 1, axes.size())) {
                    for (Axis.Value otherValue : other.values()) {
                        all.add(axes.get(first).name() + "=" + value.text() + " " + other.name() + "="
                                + otherValue.text());
                    }
                }
            }
        }
        assertThat(expected()).extracting(Expected::pair).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyRowOfTheTableIsNamedByHandToo() {
        Set<String> byHand = expected().stream()
                .flatMap(line -> Stream.of(line.rows().split(" ", -1)))
                .filter(row -> row.startsWith("C-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(space.table().constraints())
                .flatExtracting(AxisConstraint::rows)
                .isSubsetOf(byHand);
        assertThat(expected())
                .allMatch(line -> line.rows().isEmpty() == line.verdict().equals("possible"));
    }
}
