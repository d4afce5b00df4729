// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.below;
import static dev.farstead.cli.out.Sets.contents;
import static dev.farstead.cli.out.Sets.withIndex;
import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final Map<String, String> FIRST = new TreeMap<>(Map.of(
            "profiles/p/run-sheet.md", "sheet one\n",
            "sites/a/cluster.yaml", "a: one\n",
            "sites/a/hosts/x/user-data", "host: one\n",
            "sites/a/left-out-later.md", "old\n",
            "sites/gone/cluster.yaml", "gone: one\n"));
    private static final Map<String, String> SECOND = new TreeMap<>(Map.of(
            "profiles/p/run-sheet.md", "sheet two\n",
            "sites/a/cluster.yaml", "a: two\n",
            "sites/a/hosts/x/user-data", "host: one\n",
            "sites/new/cluster.yaml", "new: two\n"));
    private static final String FOREIGN = "sites/a/hosts/notes.txt";

    @TempDir
    Path temporary;

    @Test
    void writesWhatIsAskedFor() throws Exception {
        Path folder = temporary.resolve("deep/out");

        WriteReport report = write(OutputFolder.at(folder), FIRST);

        assertThat(contents(folder)).isEqualTo(withIndex(FIRST));
        assertThat(report.units())
                .containsExactly(
                        Map.entry("profiles/p", Change.NEW),
                        Map.entry("sites/a", Change.NEW),
                        Map.entry("sites/gone", Change.NEW));
    }

    @Test
    void anUnchangedSetTouchesNothing() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Map<String, FileTime> before = times(temporary);
        before.remove(temporary.toString());

        WriteReport report = write(OutputFolder.at(temporary), FIRST);

        assertThat(report.nothingChanged()).isTrue();
        assertThat(times(temporary)).containsAllEntriesOf(before).hasSize(before.size() + 1);
    }

    @Test
    void replacesChangedUnitsAndRemovesWhatIsNoLongerProduced() throws Exception {
        write(OutputFolder.at(temporary), FIRST);

        WriteReport report = write(OutputFolder.at(temporary), SECOND);

        assertThat(contents(temporary)).isEqualTo(withIndex(SECOND));
        assertThat(report.units())
                .containsExactly(
                        Map.entry("profiles/p", Change.CHANGED),
                        Map.entry("sites/a", Change.CHANGED),
                        Map.entry("sites/new", Change.NEW),
                        Map.entry("sites/gone", Change.REMOVED));
    }

    @Test
    void foreignFilesAreCarriedOver() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        put(FOREIGN, "mine\n");
        put("sites/gone/mine.txt", "mine too\n");
        put("elsewhere.txt", "not below a unit\n");

        write(OutputFolder.at(temporary), SECOND);

        assertThat(contents(temporary))
                .containsAllEntriesOf(withIndex(SECOND))
                .containsEntry(FOREIGN, "mine\n")
                .containsEntry("sites/gone/mine.txt", "mine too\n")
                .containsEntry("elsewhere.txt", "not below a unit\n")
                .doesNotContainKey("sites/gone/cluster.yaml");
    }

    @Test
    void anEditedFileThatIsNoLongerProducedStays() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        put("sites/gone/cluster.yaml", "gone: edited\n");

        WriteReport report = write(OutputFolder.at(temporary), SECOND);

        assertThat(report.kept()).containsExactly("sites/gone/cluster.yaml");
        assertThat(contents(temporary)).containsEntry("sites/gone/cluster.yaml", "gone: edited\n");
    }

    @Test
    void aForeignFileInTheWayIsRefusedBeforeAnythingOfItsUnitIsWritten() throws Exception {
        put("sites/a/cluster.yaml", "mine\n");

        assertThatThrownBy(() -> write(OutputFolder.at(temporary), FIRST))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("farstead did not write it");
        assertThat(contents(temporary))
                .isEqualTo(Map.of(
                        "sites/a/cluster.yaml", "mine\n",
                        "profiles/p/run-sheet.md", "sheet one\n",
                        ".farstead-writing", contents(temporary).get(".farstead-writing")));
    }

    @Test
    void aForeignIndexIsRefused() throws Exception {
        put("index.json", "{\"name\": \"a web application\"}");

        assertThatThrownBy(() -> write(OutputFolder.at(temporary), FIRST)).hasMessageContaining("is no index");
    }

    @Test
    void aLinkInPlaceOfAUnitIsRefused() throws Exception {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Path folder = temporary.resolve("out");
        Files.createDirectories(folder.resolve("sites"));
        Files.createSymbolicLink(folder.resolve("sites/a"), elsewhere);

        assertThatThrownBy(() -> write(OutputFolder.at(folder), FIRST)).hasMessageContaining("is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFileAndALoopAreNoFolders() throws Exception {
        put("file", "");
        Files.createSymbolicLink(temporary.resolve("loop"), temporary.resolve("loop"));

        assertThatThrownBy(() -> write(OutputFolder.at(temporary.resolve("file")), FIRST))
                .hasMessageContaining("it is not a folder");
        assertThatThrownBy(() -> write(OutputFolder.at(temporary.resolve("file/below")), FIRST))
                .hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> write(OutputFolder.at(temporary.resolve("loop")), FIRST))
                .isInstanceOf(OutputException.class);
    }

    @Test
    void modesAreExact() throws Exception {
        write(OutputFolder.at(temporary), FIRST);

        assertThat(mode("sites/a/hosts/x/user-data")).isEqualTo("rw-------");
        assertThat(mode("sites/a/cluster.yaml")).isEqualTo("rw-r--r--");
        Files.setPosixFilePermissions(
                temporary.resolve("sites/a/hosts/x/user-data"), PosixFilePermissions.fromString("rw-r--r--"));
        write(OutputFolder.at(temporary), FIRST);
        assertThat(mode("sites/a/hosts/x/user-data")).isEqualTo("rw-------");
    }

    /** Whatever step is the last one, the next run gives the new set, or the old one again, and loses no foreign file. */
    @Test
    void aRunThatIsStoppedAnywhereIsMended() throws Exception {
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            for (Map<String, String> next : List.of(SECOND, FIRST)) {
                Path folder = temporary.resolve(steps + "-" + next.size());
                write(OutputFolder.at(folder), FIRST);
                Files.writeString(folder.resolve(FOREIGN), "mine\n");
                finished = runs(folder, steps);

                assertUnitsAreWhole(folder);
                write(OutputFolder.at(folder), next);

                Map<String, String> expected = withIndex(next);
                expected.put(FOREIGN, "mine\n");
                assertThat(contents(folder)).as("stopped after %d steps", steps).isEqualTo(expected);
            }
            steps++;
        }
        assertThat(steps).isGreaterThan(20);
    }

    private static boolean runs(Path folder, int steps) throws OutputException {
        try {
            write(new OutputFolder(folder, new StoppingDisk(steps)), SECOND);
            return true;
        } catch (StoppingDisk.Stopped e) {
            return false;
        }
    }

    /** A unit that is there under its own name is the old one or the new one, never a mixture. */
    private static void assertUnitsAreWhole(Path folder) throws IOException {
        Map<String, String> there = contents(folder);
        for (String unit : List.of("profiles/p", "sites/a", "sites/new", "sites/gone")) {
            Map<String, String> found = below(unit, there);
            found.remove(FOREIGN);
            assertThat(found).isIn(below(unit, FIRST), below(unit, SECOND), Map.of());
        }
    }

    private static Map<String, FileTime> times(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                times.put(path.toString(), Files.getLastModifiedTime(path));
            }
        }
        return times;
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(path)));
    }

    private void put(String path, String text) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
