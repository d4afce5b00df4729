// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.contents;
import static dev.farstead.cli.out.Sets.withIndex;
import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveWriterTest {
    private static final String LONG =
            "hosts/" + "h".repeat(63) + "/rootfs/var/lib/rancher/rke2/server/manifests/values.yaml";
    private static final Map<String, String> SET = new TreeMap<>(Map.of(
            "profiles/p/run-sheet.md",
            "sheet\n",
            "sites/a/cluster.yaml",
            "a: one\n",
            "sites/a/" + LONG,
            "long: path\n",
            "sites/a/" + "d/".repeat(150) + "deep.yaml",
            "deep: path\n",
            "sites/a/hosts/büro-東京-🏬/é e\u0301.yaml",
            "name: one\n",
            "sites/a/hosts/x/user-data",
            "token: s3cret\n",
            "sites/b/cluster.yaml",
            "b: one\n"));
    private static final Map<String, String> OTHER = Map.of("sites/b/cluster.yaml", "b: two\n");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"set.tar", "set.tar.gz", "set.tgz", "SET.TAR"})
    void tarUnpacksWhatWasPutIn(String name) throws Exception {
        Path folder = temporary.resolve("deep/below");
        Path archive = folder.resolve(name);

        write(SetWriter.to(archive), SET);

        assertThat(unpackedByTar(archive)).isEqualTo(withIndex(SET));
        assertThat(children(folder)).containsExactly(archive);
    }

    @Test
    void pythonUnpacksWhatWasPutIn() throws Exception {
        Path archive = temporary.resolve("set.tar.gz");
        write(SetWriter.to(archive), SET);
        Path folder = Files.createDirectory(temporary.resolve("unpacked"));
        String program = "import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])";
        assumeTrue(hasProgram("python3", "--version"), "no python3 on this machine");

        run("python3", "-X", "utf8", "-c", program, archive.toString(), folder.toString());

        assertThat(contents(folder)).isEqualTo(withIndex(SET));
    }

    /** Owners, names and times are those that a listing shows; parents stand before what they hold, the index last. */
    @Test
    void theListingSaysNothingOfThisMachine() throws Exception {
        Path archive = temporary.resolve("set.tar");
        Map<String, String> few = new TreeMap<>(Map.of(
                "profiles/p/run-sheet.md", "sheet\n",
                "sites/a/hosts/x/user-data", "token: s3cret\n",
                "sites/b/cluster.yaml", "b: one\n"));
        write(SetWriter.to(archive), few);

        List<String> lines = run("tar", "--numeric-owner", "--utc", "-tvf", archive.toString())
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .toList();

        int size = withIndex(few).getOrDefault("index.json", "").length();
        assertThat(lines)
                .containsExactly(
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 profiles/",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 profiles/p/",
                        "-rw-r--r-- 0/0 6 1970-01-01 00:00 profiles/p/run-sheet.md",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 sites/",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 sites/a/",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 sites/a/hosts/",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 sites/a/hosts/x/",
                        "-rw------- 0/0 14 1970-01-01 00:00 sites/a/hosts/x/user-data",
                        "drwxr-xr-x 0/0 0 1970-01-01 00:00 sites/b/",
                        "-rw-r--r-- 0/0 7 1970-01-01 00:00 sites/b/cluster.yaml",
                        "-rw-r--r-- 0/0 " + size + " 1970-01-01 00:00 index.json");
    }

    @Test
    void equalSetsGiveEqualBytesAndAnEqualArchiveIsNotTouched() throws Exception {
        Path one = temporary.resolve("one.tar.gz");
        Path two = temporary.resolve("two.tar.gz");
        write(SetWriter.to(one), SET);
        write(SetWriter.to(two), SET);
        assertThat(two).hasSameBinaryContentAs(one);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(one, before);

        WriteReport report = write(SetWriter.to(one), SET);

        assertThat(report.nothingChanged()).isTrue();
        assertThat(Files.getLastModifiedTime(one)).isEqualTo(before);
        assertThat(write(SetWriter.to(one), OTHER).nothingChanged()).isFalse();
        assertThat(unpackedByTar(one)).isEqualTo(withIndex(OTHER));
    }

    @Test
    void anArchiveWithSecretsIsForItsOwnerAlone() throws Exception {
        Path archive = temporary.resolve("set.tar");
        write(SetWriter.to(archive), OTHER);
        assertThat(mode(archive)).isEqualTo("rw-r--r--");

        write(SetWriter.to(archive), SET);
        assertThat(mode(archive)).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set.tar", "set.tar.gz"})
    void aFileOfSomebodyElseIsRefused(String name) throws Exception {
        Path archive = temporary.resolve(name);
        Files.writeString(temporary.resolve("mine"), "mine\n");
        run("tar", "-caf", archive.toString(), "-C", temporary.toString(), "mine");
        byte[] before = Files.readAllBytes(archive);

        assertThatThrownBy(() -> write(SetWriter.to(archive), SET))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(archive + " is in the way: farstead did not write it");
        Files.write(archive, new byte[0]);
        assertThatThrownBy(() -> write(SetWriter.to(archive), SET)).hasMessageContaining("is in the way");
        Files.write(archive, before);
        Path link = temporary.resolve("link.tar");
        Files.createSymbolicLink(link, archive);
        assertThatThrownBy(() -> write(SetWriter.to(link), SET)).hasMessageContaining("it is a symbolic link");
        assertThat(archive).hasBinaryContent(before);
    }

    @Test
    void aFolderWithTheNameOfAnArchiveIsAFolder() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("set.tar"));

        write(SetWriter.to(folder), OTHER);

        assertThat(contents(folder)).isEqualTo(withIndex(OTHER));
    }

    @Test
    void anAbandonedRunLeavesTheOldArchiveAndNothingElse() throws Exception {
        Path archive = temporary.resolve("set.tar");
        write(SetWriter.to(archive), OTHER);

        try (SetWriter writer = SetWriter.to(archive)) {
            writer.unit("sites/a", List.of(Sets.file("sites/a/cluster.yaml", "a: one\n")));
            assertThatThrownBy(() -> SetWriter.to(archive)).hasMessageContaining("another run is writing there");
        }

        assertThat(children(temporary)).containsExactly(archive);
        assertThat(unpackedByTar(archive)).isEqualTo(withIndex(OTHER));
    }

    /** Whatever step is the last one, the archive is the old one or the new one, and the next run gives the new one and nothing else. */
    @Test
    void aRunThatIsStoppedAnywhereIsMended() throws Exception {
        Path reference = temporary.resolve("reference.tar");
        write(SetWriter.to(reference), OTHER);
        Path folder = temporary.resolve("folder");
        Path archive = folder.resolve("set.tar");
        write(SetWriter.to(archive), SET);
        byte[] before = Files.readAllBytes(archive);
        int steps = 0;
        boolean finished = false;
        while (!finished) {
            Files.write(archive, before);
            finished = runs(archive, steps);

            assertThat(Files.readAllBytes(archive)).isIn(before, Files.readAllBytes(reference));
            write(SetWriter.to(archive), OTHER);

            assertThat(archive).hasSameBinaryContentAs(reference);
            assertThat(children(folder)).containsExactly(archive);
            steps++;
        }
        assertThat(steps).isGreaterThan(8);
    }

    private static boolean runs(Path archive, int steps) throws OutputException {
        try {
            write(ArchiveWriter.begin(archive, SteppedDisk.stoppingAfter(steps)), OTHER);
            return true;
        } catch (SteppedDisk.Stopped e) {
            return false;
        }
    }

    private Map<String, String> unpackedByTar(Path archive) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "unpacked");
        run("tar", "-xf", archive.toString(), "-C", folder.toString());
        return contents(folder);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static boolean hasProgram(String... command) {
        try {
            run(command);
            return true;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream in = process.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(text).isZero();
            return text;
        }
    }
}
