// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.below;
import static dev.farstead.cli.out.Sets.contents;
import static dev.farstead.cli.out.Sets.withIndex;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder in which an old set stands beside what others put there, and a new set that is to take its place: units that are new, changed,
 * unchanged and no longer part of it.
 *
 * @param before the old set with its index
 * @param after the new set with its index
 * @param ofOthers what a run must never lose
 */
record Fleet(Map<String, String> before, Map<String, String> after, Map<String, String> ofOthers) {
    static final Map<String, String> OLD = set(0, 5, "old");
    static final Map<String, String> NEW = set(2, 6, "new");

    /** What a run must never lose; the last two were written by the old run and edited since. */
    private static final Map<String, String> OF_OTHERS = new TreeMap<>(Map.of(
            "elsewhere.txt", "mine, below no unit\n",
            "sites/foreign/cluster.yaml", "mine, a folder beside\n",
            "sites/s0/mine.txt", "mine, in a unit that goes\n",
            "sites/s3/hosts/notes.txt", "mine, in a unit that changes\n",
            "sites/s4/empty/folder", "folder",
            "sites/s4/link", "link to ../../elsewhere.txt",
            "sites/s1/cluster.yaml", "edited\n",
            "sites/s1/hosts/a/user-data", "edited secret\n"));

    private static final Fleet SMALL = new Fleet(withIndex(OLD), withIndex(NEW), OF_OTHERS);

    private static Map<String, String> set(int first, int end, String content) {
        Map<String, String> files = new TreeMap<>();
        files.put("profiles/p/run-sheet.md", "sheet " + content + "\n");
        for (int i = first; i < end; i++) {
            // Every third site is the same in both sets.
            String own = i % 3 == 2 ? "same" : content;
            files.put("sites/s" + i + "/cluster.yaml", "cluster: " + own + "\n");
            files.put("sites/s" + i + "/hosts/a/user-data", "token: s3cret " + own + "\n");
            files.put(
                    "sites/s" + i + "/hosts/" + content + "/meta-data",
                    "host: " + own + "\n".repeat(i % 3 == 2 ? 0 : 1));
        }
        files.keySet().removeIf(path -> path.matches("sites/s2/hosts/(old|new)/.*"));
        return files;
    }

    /** Makes the folder that a trial begins with. */
    static void lay(Path folder) throws IOException, OutputException {
        Sets.write(new OutputFolder(folder, SteppedDisk.quiet()), OLD);
        SMALL.addOfOthers(folder);
    }

    /** Checks a folder in which the old set was laid and a run ended early. */
    static int assertWhole(Path folder) throws IOException {
        return SMALL.checkWhole(folder);
    }

    /** Checks a folder in which the old set was laid and a run came to its end. */
    static void assertNew(Path folder) throws IOException {
        SMALL.checkAfter(folder);
    }

    void addOfOthers(Path folder) throws IOException {
        for (Map.Entry<String, String> file : ofOthers.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (file.getValue().equals("folder")) {
                Files.createDirectories(path);
            } else if (file.getValue().startsWith("link to ")) {
                Files.createSymbolicLink(path, Path.of(file.getValue().substring("link to ".length())));
            } else {
                Files.createDirectories(path.resolveSibling(""));
                Files.writeString(path, file.getValue());
                Files.setLastModifiedTime(path, justAfter(folder.resolve(Known.INDEX)));
            }
        }
    }

    /** File times may be coarser than a test is quick. */
    private static FileTime justAfter(Path file) throws IOException {
        return FileTime.from(Files.getLastModifiedTime(file).toInstant().plus(Duration.ofSeconds(1)));
    }

    /**
     * Checks a folder in which a run ended early: every unit is old or new, nothing of others is lost, the index is whole.
     *
     * @return units that stand under their hidden name only, since the run ended between moving the old one away and the new one in place
     */
    int checkWhole(Path folder) throws IOException {
        Map<String, String> there = contents(folder);
        assertThat(there.get(Known.INDEX)).isIn(before.get(Known.INDEX), after.get(Known.INDEX));
        int hidden = 0;
        for (String unit : units()) {
            Map<String, String> found = below(unit, there);
            if (!Files.exists(folder.resolve(unit))) {
                String aside = unit.replace("/", "/.") + ".farstead-old";
                below(aside, there).forEach((path, text) -> found.put(unit + path.substring(aside.length()), text));
                hidden += found.isEmpty() ? 0 : 1;
            }
            assertThat(found).as(unit).isIn(withOthers(unit, before), withOthers(unit, after));
            there.keySet().removeAll(found.keySet());
        }
        Map<String, String> outside = new TreeMap<>(ofOthers);
        outside.keySet().removeIf(path -> units().stream().anyMatch(unit -> path.startsWith(unit + '/')));
        assertThat(there).containsAllEntriesOf(outside);
        return hidden;
    }

    void checkAfter(Path folder) throws IOException {
        Map<String, String> expected = new TreeMap<>(after);
        expected.putAll(ofOthers);
        assertThat(contents(folder)).isEqualTo(expected);
    }

    /** Tells whether the folder holds the new set already. */
    boolean isAfter(Path folder) throws IOException {
        Map<String, String> expected = new TreeMap<>(after);
        expected.putAll(ofOthers);
        return contents(folder).equals(expected);
    }

    private Set<String> units() {
        Set<String> units = new TreeSet<>();
        for (Map<String, String> set : List.of(before, after)) {
            set.keySet().stream()
                    .filter(path -> !path.equals(Known.INDEX))
                    .forEach(path -> units.add(Unit.pathOf(path)));
        }
        return units;
    }

    private Map<String, String> withOthers(String unit, Map<String, String> set) {
        Map<String, String> files = below(unit, set);
        files.putAll(below(unit, ofOthers));
        return files;
    }
}
