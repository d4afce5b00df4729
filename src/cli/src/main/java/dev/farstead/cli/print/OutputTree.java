// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.cli.out.Change;
import dev.farstead.cli.out.WriteReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run wrote: each file with who takes it and its size; for many sites only totals. */
public final class OutputTree {
    private OutputTree() {}

    /**
     * Shows what was done.
     *
     * @param written the folder and what is in it
     * @return text with line ends
     */
    public static String of(Written written) {
        Tally tally = written.tally();
        WriteReport report = written.report();
        if (report.nothingChanged()) {
            return "nothing changed: " + written.folder() + " holds these " + total(tally.all()) + " already\n";
        }
        StringBuilder text = new StringBuilder(written.folder()).append('\n');
        long sites = report.units().keySet().stream()
                .filter(unit -> unit.startsWith("sites/"))
                .count();
        if (tally.isFew() && sites <= Tally.MOST_SITES) {
            report.units().forEach((unit, change) -> unit(text, unit, change, tally.files(unit)));
        } else {
            totals(text, tally, report);
        }
        return text.append("  index.json lists ")
                .append(total(tally.all()))
                .append('\n')
                .toString();
    }

    private static void unit(StringBuilder text, String unit, Change change, List<Tally.Line> files) {
        text.append("  ").append(unit).append("  ").append(word(change));
        if (change == Change.EMPTIED) {
            text.append(": what farstead wrote is gone, files of others stay");
        }
        if (!files.isEmpty()) {
            long bytes = files.stream().mapToLong(Tally.Line::size).sum();
            text.append(", ").append(total(files.size(), bytes));
        }
        text.append('\n');
        if (change == Change.UNCHANGED) {
            return;
        }
        int widest = files.stream().mapToInt(file -> file.path().length()).max().orElse(0);
        for (Tally.Line file : files) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %-" + widest + "s  %-7s  %8s\n",
                    file.path(),
                    file.delivery().text(),
                    size(file.size())));
        }
    }

    private static void totals(StringBuilder text, Tally tally, WriteReport report) {
        Map<Change, Integer> changes = new TreeMap<>();
        report.units().values().forEach(change -> changes.merge(change, 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        changes.forEach((change, count) -> parts.add(count + " " + word(change)));
        text.append("  profiles and sites: ").append(String.join(", ", parts)).append('\n');
        tally.byDelivery()
                .forEach((delivery, total) ->
                        text.append(String.format(Locale.ROOT, "    %-7s  %s\n", delivery, total(total))));
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static String total(Tally.Total total) {
        return total(total.files(), total.bytes());
    }

    private static String total(long files, long bytes) {
        return Summary.counted(files, "file") + ", " + size(bytes);
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " B" : String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
    }
}
