// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.Output;
import dev.farstead.OutputSet;
import dev.farstead.cli.out.Change;
import dev.farstead.cli.out.WriteReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run wrote: each file with who takes it and its size; for many sites only totals. */
public final class OutputTree {
    private static final int MOST_SITES = 20;

    private OutputTree() {}

    /**
     * Shows what was done.
     *
     * @param written the folder and what is in it
     * @return text with line ends
     */
    public static String of(Written written) {
        OutputSet outputs = written.outputs();
        WriteReport report = written.report();
        if (report.nothingChanged()) {
            return "nothing changed: " + written.folder() + " holds these " + total(outputs.files()) + " already\n";
        }
        long sites = report.units().keySet().stream()
                .filter(unit -> unit.startsWith("sites/"))
                .count();
        Map<String, List<Output>> files = byUnit(outputs);
        StringBuilder text = new StringBuilder(written.folder()).append('\n');
        if (sites > MOST_SITES) {
            totals(text, outputs, report);
        } else {
            report.units().forEach((unit, change) -> unit(text, unit, change, files.getOrDefault(unit, List.of())));
        }
        return text.append("  index.json lists ")
                .append(total(outputs.files()))
                .append('\n')
                .toString();
    }

    private static void unit(StringBuilder text, String unit, Change change, List<Output> files) {
        text.append("  ").append(unit).append("  ").append(word(change));
        if (!files.isEmpty()) {
            text.append(", ").append(total(files));
        }
        text.append('\n');
        if (change == Change.UNCHANGED) {
            return;
        }
        int widest = files.stream()
                .mapToInt(file -> file.path().length() - unit.length() - 1)
                .max()
                .orElse(0);
        for (Output file : files) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %-" + widest + "s  %-7s  %8s\n",
                    file.path().substring(unit.length() + 1),
                    file.delivery().text(),
                    size(file.size())));
        }
    }

    private static void totals(StringBuilder text, OutputSet outputs, WriteReport report) {
        Map<Change, Integer> changes = new TreeMap<>();
        report.units().values().forEach(change -> changes.merge(change, 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        changes.forEach((change, count) -> parts.add(count + " " + word(change)));
        text.append("  profiles and sites: ").append(String.join(", ", parts)).append('\n');
        Map<String, List<Output>> byDelivery = new TreeMap<>();
        outputs.files()
                .forEach(file -> byDelivery
                        .computeIfAbsent(file.delivery().text(), delivery -> new ArrayList<>())
                        .add(file));
        byDelivery.forEach(
                (delivery, files) -> text.append(String.format(Locale.ROOT, "    %-7s  %s\n", delivery, total(files))));
    }

    private static Map<String, List<Output>> byUnit(OutputSet outputs) {
        Map<String, List<Output>> units = new LinkedHashMap<>();
        for (Output file : outputs.files()) {
            int second = file.path().indexOf('/', file.path().indexOf('/') + 1);
            if (second > 0) {
                units.computeIfAbsent(file.path().substring(0, second), unit -> new ArrayList<>())
                        .add(file);
            }
        }
        return units;
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static String total(List<Output> files) {
        long bytes = files.stream().mapToLong(Output::size).sum();
        return Summary.counted(files.size(), "file") + ", " + size(bytes);
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " B" : String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
    }
}
