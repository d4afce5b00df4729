// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aUnitOfWhichFilesOfOthersStayIsNotCalledRemoved() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        put("sites/gone/mine.txt", "mine\n");

        WriteReport report = write(OutputFolder.at(temporary), SECOND);

        assertThat(report.units()).containsEntry("sites/gone", Change.EMPTIED);
        assertThat(write(OutputFolder.at(temporary), SECOND).units()).doesNotContainKey("sites/gone");
    }

    @Test
    void anEditedFileWhosePlaceIsNeededIsKeptAside() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        put("sites/a/cluster.yaml", "a: edited\n");

        WriteReport report = write(OutputFolder.at(temporary), FIRST);

        assertThat(report.aside()).containsExactly(Map.entry("sites/a/cluster.yaml", "sites/a/edited/cluster.yaml"));
        Map<String, String> once = with("sites/a/edited/cluster.yaml", "a: edited\n", withIndex(FIRST));
        assertThat(contents(temporary)).isEqualTo(once);
        assertThat(write(OutputFolder.at(temporary), FIRST).nothingChanged()).isTrue();

        put("sites/a/cluster.yaml", "a: edited again\n");
        write(OutputFolder.at(temporary), FIRST);
        assertThat(contents(temporary)).isEqualTo(with("sites/a/edited-2/cluster.yaml", "a: edited again\n", once));
    }

    @Test
    void anEditedSecretFileIsKeptAsideForItsOwnerAlone() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Path secret = temporary.resolve("sites/a/hosts/x/user-data");
        Files.writeString(secret, "host: edited\n");
        Files.setLastModifiedTime(secret, FileTime.from(Instant.now().plusSeconds(2)));

        write(OutputFolder.at(temporary), FIRST);

        assertThat(secret).hasContent("host: one\n");
        assertThat(temporary.resolve("sites/a/edited/hosts/x/user-data")).hasContent("host: edited\n");
        assertThat(mode("sites/a/edited/hosts/x/user-data")).isEqualTo("rw-------");
    }

    /** It may hold what whoever made the link wants to keep. */
    @Test
    void aLinkInThePlaceOfAFileIsKeptAside() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Path file = temporary.resolve("sites/a/cluster.yaml");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nowhere"));

        write(OutputFolder.at(temporary), FIRST);

        assertThat(contents(temporary))
                .isEqualTo(with("sites/a/edited/cluster.yaml", "link to nowhere", withIndex(FIRST)));
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

    @Test
    void aSecretFileThatWasEditedStays() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Path secret = temporary.resolve("sites/a/hosts/x/user-data");
        Files.setLastModifiedTime(secret, FileTime.from(Instant.now().plusSeconds(2)));

        WriteReport report = write(OutputFolder.at(temporary), Map.of("sites/a/cluster.yaml", "a: one\n"));

        assertThat(report.kept()).containsExactly("sites/a/hosts/x/user-data");
        assertThat(secret).hasContent("host: one\n");
        write(OutputFolder.at(temporary), Map.of());
        assertThat(secret).exists();
    }

    @Test
    void aSecretFileThatNobodyEditedGoes() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Files.delete(temporary.resolve("sites/a/cluster.yaml"));
        // Writes the unit again, but for the same index.
        write(OutputFolder.at(temporary), FIRST);

        WriteReport report = write(OutputFolder.at(temporary), Map.of());

        assertThat(report.kept()).isEmpty();
        assertThat(temporary.resolve("sites/a")).doesNotExist();
    }

    /** What an interrupted run put in place may have been edited since; the index knows nothing of it. */
    @Test
    void aFileOfAnInterruptedRunThatWasEditedStays() throws Exception {
        try (SetWriter writer = OutputFolder.at(temporary).begin()) {
            writer.unit("sites/a", List.of(Sets.file("sites/a/one.md", "one\n"), Sets.file("sites/a/two.md", "two\n")));
        }
        put("sites/a/two.md", "edited\n");

        WriteReport report = write(OutputFolder.at(temporary), Map.of());

        assertThat(report.notices()).singleElement().asString().contains("was interrupted");
        assertThat(contents(temporary)).isEqualTo(with("sites/a/two.md", "edited\n", withIndex(Map.of())));
    }

    /** A line without an end is a path that was cut off, and may be that of a file of somebody else. */
    @Test
    void aLineOfTheJournalThatWasCutOffSaysNothing() throws Exception {
        put("sites/a/note", "mine\n");
        put(Journal.NAME, "- sites/a/notes.md\n- sites/a/note");
        try (SetWriter writer = OutputFolder.at(temporary).begin()) {
            writer.unit("sites/b", List.of(Sets.file("sites/b/cluster.yaml", "b: one\n")));
        }

        write(OutputFolder.at(temporary), Map.of("sites/b/cluster.yaml", "b: two\n"));

        assertThat(contents(temporary))
                .isEqualTo(with("sites/a/note", "mine\n", withIndex(Map.of("sites/b/cluster.yaml", "b: two\n"))));
    }

    /** An index may have been edited by hand: nothing that it names outside the units of the folder is touched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "sites/../../outside.txt",
                "sites/a/../../../outside.txt",
                "/outside.txt",
                "outside.txt",
                "sites/outside.txt",
                "sites/./outside.txt",
                "sites//outside.txt"
            })
    void anIndexThatLiesHarmsNobody(String path) throws Exception {
        Path folder = temporary.resolve("one/two");
        Files.createDirectories(folder.resolve("sites"));
        List<Path> outside = List.of(
                temporary.resolve("outside.txt"),
                temporary.resolve("one/outside.txt"),
                folder.resolve("outside.txt"),
                folder.resolve("sites/outside.txt"));
        for (Path file : outside) {
            Files.writeString(file, "mine\n");
        }
        Files.writeString(
                folder.resolve("index.json"),
                "{\"format\": \"farstead-index/v1\", \"files\": [{\"path\": \"" + path + "\"}]}");

        write(OutputFolder.at(folder), Map.of());

        assertThat(outside).allSatisfy(file -> assertThat(file).hasContent("mine\n"));
    }

    @Test
    void folderOfSomebodyElseStaysThoughItIsEmpty() throws Exception {
        write(OutputFolder.at(temporary), FIRST);
        Files.createDirectories(temporary.resolve("sites/a/drafts/later"));
        Files.delete(temporary.resolve("sites/gone/cluster.yaml"));

        write(OutputFolder.at(temporary), SECOND);

        assertThat(contents(temporary)).isEqualTo(with("sites/a/drafts/later", "folder", withIndex(SECOND)));
    }

    private static Map<String, String> with(String path, String text, Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(path, text);
        return all;
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
