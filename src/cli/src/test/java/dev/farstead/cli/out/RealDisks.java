// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static dev.farstead.cli.out.Sets.contents;
import static dev.farstead.cli.out.Sets.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** File systems of a few megabytes that are really full or read-only; mounting them takes Linux and its administrator. */
final class RealDisks {
    private static final int MOST_ROOM = 400;

    private final Path temporary;

    RealDisks(Path temporary) {
        this.temporary = temporary;
    }

    /** How runs on a disk with less and less room ended. */
    record Runs(int full, int finished) {}

    /** Tells whether this machine lets us mount. */
    boolean isPermitted() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temporary.resolve("may-mount"));
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "none", folder.toString())) {
            return false;
        }
        return succeeds("umount", folder.toString());
    }

    /** Runs with room for no page of memory, for one, for two and so on, until a run finishes. */
    Runs fullMemory() throws Exception {
        return mounted("full-memory", List.of("-t", "tmpfs", "-o", "size=4m", "none"), folder -> room(folder, 4096));
    }

    /** The same on a file that holds an ext4 file system. */
    Runs fullImage() throws Exception {
        Path image = temporary.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(8 << 20);
        }
        assertThat(succeeds("mkfs.ext4", "-q", "-b", "1024", "-m", "0", image.toString()))
                .isTrue();
        return mounted("full-image", List.of("-o", "loop", image.toString()), folder -> room(folder, 1024));
    }

    /** The same, but that names of files run out. */
    Runs fullOfNames() throws Exception {
        return mounted("full-of-names", List.of("-t", "tmpfs", "-o", "size=4m,nr_inodes=300", "none"), this::names);
    }

    /** Returns what is said on a file system that was made read-only. */
    String readOnly() throws Exception {
        Path mount = Files.createDirectory(temporary.resolve("read-only"));
        mount(mount, List.of("-t", "tmpfs", "-o", "size=4m", "none"));
        try {
            Path folder = mount.resolve("build");
            Fleet.lay(folder);
            Map<String, String> before = contents(folder);
            assertThat(succeeds("mount", "-o", "remount,ro", mount.toString())).isTrue();
            String said = said(folder);
            assertThat(contents(folder)).isEqualTo(before);
            return said.replace(mount + "/", "");
        } finally {
            succeeds("umount", mount.toString());
        }
    }

    private interface Trial {
        Runs on(Path folder) throws Exception;
    }

    private Runs mounted(String name, List<String> options, Trial trial) throws Exception {
        Path mount = Files.createDirectory(temporary.resolve(name));
        mount(mount, options);
        try {
            return trial.on(mount);
        } finally {
            succeeds("umount", mount.toString());
        }
    }

    private Runs room(Path mount, int block) throws Exception {
        Path ballast = mount.resolve("ballast");
        int full = 0;
        for (int room = 0; room < MOST_ROOM; room++) {
            Path folder = mount.resolve("build-" + room);
            Fleet.lay(folder);
            fill(ballast, block, room);
            String said = said(folder);
            assertWhole(folder, said);
            Files.delete(ballast);
            finish(folder);
            if (said.isEmpty()) {
                return new Runs(full, 1);
            }
            full++;
        }
        return new Runs(full, 0);
    }

    private Runs names(Path mount) throws Exception {
        int full = 0;
        for (int room = 0; room < MOST_ROOM; room++) {
            Path folder = mount.resolve("build-" + room);
            Fleet.lay(folder);
            List<Path> ballast = fillWithNames(Files.createDirectories(mount.resolve("ballast")), room);
            String said = said(folder);
            assertWhole(folder, said);
            for (Path file : ballast) {
                Files.delete(file);
            }
            finish(folder);
            if (said.isEmpty()) {
                return new Runs(full, 1);
            }
            full++;
        }
        return new Runs(full, 0);
    }

    private static void assertWhole(Path folder, String said) throws IOException {
        assertThat(Fleet.assertWhole(folder)).isZero();
        if (!said.isEmpty()) {
            assertThat(said).contains("the disk is full (No space left on device); make room");
            // Where there is no room for the process number either, the lock file stays; it holds nobody up.
            assertThat(Sets.leftovers(folder)).isSubsetOf(".farstead-lock");
        }
    }

    private static void finish(Path folder) throws Exception {
        write(OutputFolder.at(folder), Fleet.NEW);
        Fleet.assertNew(folder);
        succeeds("rm", "-r", folder.toString());
    }

    /** Leaves room for a number of blocks. */
    private static void fill(Path ballast, int block, int room) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] bytes = new byte[block];
            while (true) {
                out.write(bytes);
                written += block;
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            file.setLength(Math.max(0, written - (long) room * block));
        }
    }

    private static List<Path> fillWithNames(Path folder, int room) throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            while (true) {
                files.add(Files.createFile(folder.resolve("file-" + files.size())));
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        for (int i = 0; i < room && !files.isEmpty(); i++) {
            Files.delete(files.remove(files.size() - 1));
        }
        return files;
    }

    private static String said(Path folder) {
        try {
            write(OutputFolder.at(folder), Fleet.NEW);
            return "";
        } catch (OutputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void mount(Path folder, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(options);
        command.add(folder.toString());
        assertThat(succeeds(command.toArray(String[]::new))).isTrue();
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).isNotNull();
            return process.waitFor() == 0;
        } catch (IOException e) {
            // There is no such program on this machine.
            return false;
        }
    }
}
