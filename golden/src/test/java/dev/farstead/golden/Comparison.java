// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares what a case gave with what its folder expects. */
final class Comparison {
    private final GoldenCase golden;
    private final Outcome outcome;
    private final List<String> faults = new ArrayList<>();

    private Comparison(GoldenCase golden, Outcome outcome) {
        this.golden = golden;
        this.outcome = outcome;
    }

    /** Returns what differs, in words and as differences; empty where all is as expected. */
    static List<String> faults(GoldenCase golden, Outcome outcome) {
        Comparison comparison = new Comparison(golden, outcome);
        comparison.folder();
        comparison.files();
        comparison.text(golden.findings(), outcome.findings());
        comparison.text(golden.origins(), golden.settings().pinned() ? outcome.origins() : Optional.empty());
        comparison.faults.addAll(OutputProperties.faults(golden, outcome));
        return comparison.faults;
    }

    private void folder() {
        if (outcome.input().sources().isEmpty()) {
            faults.add("there is no specification in " + golden.settings().specs());
        }
        golden.strangers().forEach(stranger -> faults.add("`" + stranger + "` is no part of a case"));
        boolean whole = Files.isDirectory(golden.expected());
        boolean difference = Files.isRegularFile(golden.expectedDiff());
        if (whole && difference) {
            faults.add("a case has either `expected` or `expected.diff`");
        }
        if (difference && golden.settings().base().isEmpty()) {
            faults.add("`expected.diff` needs `base: <area>/<case>` in case.yaml");
        }
        if (!whole && !difference && !Files.isRegularFile(golden.findings())) {
            faults.add("the case expects nothing: run with -Dgolden=update, then read what was written");
        }
    }

    private void files() {
        SortedMap<String, String> expected = expectedFiles();
        String difference =
                FileDiff.of(expected, outcome.files(golden.settings().pinned()));
        if (!difference.isEmpty()) {
            faults.add("the output set is not the expected one (-expected +actual):\n" + difference);
        }
    }

    private SortedMap<String, String> expectedFiles() {
        if (golden.settings().base().isEmpty() || !Files.isRegularFile(golden.expectedDiff())) {
            return Folder.read(golden.expected());
        }
        return FileDiff.apply(golden.baseFiles(), Folder.text(golden.expectedDiff()));
    }

    private void text(Path file, Optional<String> actual) {
        String difference = FileDiff.of(single(file, Folder.find(file)), single(file, actual));
        if (!difference.isEmpty()) {
            faults.add("not as expected (-expected +actual):\n" + difference);
        }
    }

    private static SortedMap<String, String> single(Path file, Optional<String> text) {
        SortedMap<String, String> files = new TreeMap<>();
        text.ifPresent(present -> files.put(Folder.name(file), present));
        return files;
    }
}
