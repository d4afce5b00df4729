// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
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

        WriteReport report = OutputFolder.at(folder).write(set(FIRST));

        assertThat(contents(folder)).isEqualTo(withIndex(FIRST));
        assertThat(report.units())
                .containsExactly(
                        Map.entry("profiles/p", Change.NEW),
                        Map.entry("sites/a", Change.NEW),
                        Map.entry("sites/gone", Change.NEW));
    }

    @Test
    void anUnchangedSetTouchesNothing() throws Exception {
        OutputFolder.at(temporary).write(set(FIRST));
        Map<String, FileTime> before = times(temporary);

        WriteReport report = new OutputFolder(temporary, new StoppingDisk(0)).write(set(FIRST));

        assertThat(report.nothingChanged()).isTrue();
        assertThat(times(temporary)).isEqualTo(before);
    }

    @Test
    void replacesChangedUnitsAndRemovesWhatIsNoLongerProduced() throws Exception {
        OutputFolder.at(temporary).write(set(FIRST));

        WriteReport report = OutputFolder.at(temporary).write(set(SECOND));

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
        OutputFolder.at(temporary).write(set(FIRST));
        put(FOREIGN, "mine\n");
        put("sites/gone/mine.txt", "mine too\n");
        put("elsewhere.txt", "not below a unit\n");

        OutputFolder.at(temporary).write(set(SECOND));

        assertThat(contents(temporary))
                .containsAllEntriesOf(withIndex(SECOND))
                .containsEntry(FOREIGN, "mine\n")
                .containsEntry("sites/gone/mine.txt", "mine too\n")
                .containsEntry("elsewhere.txt", "not below a unit\n")
                .doesNotContainKey("sites/gone/cluster.yaml");
    }

    @Test
    void anEditedFileThatIsNoLongerProducedStays() throws Exception {
        OutputFolder.at(temporary).write(set(FIRST));
        put("sites/gone/cluster.yaml", "gone: edited\n");

        WriteReport report = OutputFolder.at(temporary).write(set(SECOND));

        assertThat(report.kept()).containsExactly("sites/gone/cluster.yaml");
        assertThat(contents(temporary)).containsEntry("sites/gone/cluster.yaml", "gone: edited\n");
    }

    @Test
    void aForeignFileInTheWayIsRefusedBeforeAnythingIsWritten() throws Exception {
        put("sites/a/cluster.yaml", "mine\n");

        assertThatThrownBy(() -> OutputFolder.at(temporary).write(set(FIRST)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("no earlier run wrote it");
        assertThat(contents(temporary)).isEqualTo(Map.of("sites/a/cluster.yaml", "mine\n"));
    }

    @Test
    void aForeignIndexIsRefused() throws Exception {
        put("index.json", "{\"name\": \"a web application\"}");

        assertThatThrownBy(() -> OutputFolder.at(temporary).write(set(FIRST))).hasMessageContaining("is no index");
    }

    @Test
    void aLinkInPlaceOfAUnitIsRefused() throws Exception {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Path folder = temporary.resolve("out");
        Files.createDirectories(folder.resolve("sites"));
        Files.createSymbolicLink(folder.resolve("sites/a"), elsewhere);

        assertThatThrownBy(() -> OutputFolder.at(folder).write(set(FIRST))).hasMessageContaining("is not a folder");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFileAndALoopAreNoFolders() throws Exception {
        put("file", "");
        Files.createSymbolicLink(temporary.resolve("loop"), temporary.resolve("loop"));

        assertThatThrownBy(() -> OutputFolder.at(temporary.resolve("file")).write(set(FIRST)))
                .hasMessageContaining("it is not a folder");
        assertThatThrownBy(
                        () -> OutputFolder.at(temporary.resolve("file/below")).write(set(FIRST)))
                .hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> OutputFolder.at(temporary.resolve("loop")).write(set(FIRST)))
                .isInstanceOf(OutputException.class);
    }

    @Test
    void modesAreExact() throws Exception {
        List<FileToWrite> files = set(FIRST).stream()
                .map(file ->
                        file.path().endsWith("user-data") ? new FileToWrite(file.path(), file.bytes(), 0600) : file)
                .toList();

        OutputFolder.at(temporary).write(files);

        assertThat(mode("sites/a/hosts/x/user-data")).isEqualTo("rw-------");
        assertThat(mode("sites/a/cluster.yaml")).isEqualTo("rw-r--r--");
        Files.setPosixFilePermissions(
                temporary.resolve("sites/a/hosts/x/user-data"), PosixFilePermissions.fromString("rw-r--r--"));
        OutputFolder.at(temporary).write(files);
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
                OutputFolder.at(folder).write(set(FIRST));
                Files.writeString(folder.resolve(FOREIGN), "mine\n");
                finished = runs(folder, steps);

                assertUnitsAreWhole(folder);
                OutputFolder.at(folder).write(set(next));

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
            new OutputFolder(folder, new StoppingDisk(steps)).write(set(SECOND));
            return true;
        } catch (StoppingDisk.Stopped e) {
            return false;
        }
    }

    /** A unit that is there under its own name is the old one or the new one, never a mixture. */
    private static void assertUnitsAreWhole(Path folder) throws IOException {
        Map<String, String> there = contents(folder);
        for (String unit : List.of("profiles/p/", "sites/a/", "sites/new/", "sites/gone/")) {
            Map<String, String> found = below(unit, there);
            found.remove(FOREIGN);
            assertThat(found).isIn(below(unit, FIRST), below(unit, SECOND), Map.of());
        }
    }

    private static Map<String, String> below(String unit, Map<String, String> files) {
        Map<String, String> below = new TreeMap<>(files);
        below.keySet().removeIf(path -> !path.startsWith(unit));
        return below;
    }

    private static List<FileToWrite> set(Map<String, String> files) {
        List<FileToWrite> set = new ArrayList<>();
        withIndex(files)
                .forEach((path, text) -> set.add(new FileToWrite(path, text.getBytes(StandardCharsets.UTF_8), 0644)));
        return set;
    }

    private static Map<String, String> withIndex(Map<String, String> files) {
        List<String> entries = new ArrayList<>();
        files.forEach(
                (path, text) -> entries.add("{\"path\": \"" + path + "\", \"digest\": \"" + digest(text) + "\"}"));
        Map<String, String> all = new TreeMap<>(files);
        all.put("index.json", "{\"format\": \"farstead-index/v1\", \"files\": [" + String.join(", ", entries) + "]}");
        return all;
    }

    private static String digest(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                contents.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return contents;
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
