// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import dev.farstead.Output;
import dev.farstead.OutputUnit;
import dev.farstead.model.output.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the files of a set as they come; the files themselves are remembered for a few sites only. Not thread-safe. */
public final class Tally {
    static final int MOST_SITES = 20;

    private final Map<String, List<Line>> units = new LinkedHashMap<>();
    private final Map<String, Total> byDelivery = new TreeMap<>();
    private final Total all = new Total();
    private int sites;
    private boolean indexed;

    /**
     * A file.
     *
     * @param path its path within its folder
     * @param delivery who takes it
     * @param size in bytes
     */
    record Line(String path, Delivery delivery, long size) {}

    /** A number of files and their bytes. */
    static final class Total {
        private long files;
        private long bytes;

        private void add(long size) {
            files++;
            bytes += size;
        }

        long files() {
            return files;
        }

        long bytes() {
            return bytes;
        }
    }

    /**
     * Counts a folder.
     *
     * @param unit the folder
     */
    public void add(OutputUnit unit) {
        if (unit.path().startsWith("sites/")) {
            sites++;
        }
        List<Line> lines = new ArrayList<>();
        for (Output file : unit.files()) {
            count(file.delivery(), file.size());
            lines.add(new Line(file.path().substring(unit.path().length() + 1), file.delivery(), file.size()));
        }
        if (isFew()) {
            units.put(unit.path(), lines);
        } else {
            units.clear();
        }
    }

    /**
     * Counts bytes of {@code index.json}.
     *
     * @param bytes how many
     */
    public void addIndex(int bytes) {
        Total index = byDelivery.computeIfAbsent(Delivery.PEOPLE.text(), delivery -> new Total());
        if (!indexed) {
            indexed = true;
            index.files++;
            all.files++;
        }
        index.bytes += bytes;
        all.bytes += bytes;
    }

    private void count(Delivery delivery, long size) {
        byDelivery.computeIfAbsent(delivery.text(), text -> new Total()).add(size);
        all.add(size);
    }

    /** Tells whether the sites are so few that their files are shown. */
    boolean isFew() {
        return sites <= MOST_SITES;
    }

    /** Returns the files of a folder of few. */
    List<Line> files(String unit) {
        return units.getOrDefault(unit, List.of());
    }

    Map<String, Total> byDelivery() {
        return byDelivery;
    }

    Total all() {
        return all;
    }
}
