// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What can be wrong with a target, and what is said about it; {@code build} stands for the output folder. */
enum Refusal {
    TARGET_IS_A_FILE(
            "the target is a file",
            "can't write to build: it is not a folder; name a folder, or an archive that ends in .tar or .tar.gz") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.writeString(folder, "mine\n");
        }
    },
    FILE_ABOVE(
            "a file stands above the target",
            "can't write to build/below: build is not a folder; name another place with --out") {
        @Override
        Path folder(Path above) {
            return above.resolve("build/below");
        }

        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.writeString(above.resolve("build"), "mine\n");
        }
    },
    LINK_IN_A_CIRCLE(
            "the target is a link to itself",
            "can't write to build: build: it is a symbolic link, or links above it lead in a circle; remove it, or name another"
                    + " folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createSymbolicLink(folder, folder);
        }
    },
    LINK_TO_NOTHING(
            "the target is a link to nothing",
            "can't write to build: it is a symbolic link to a folder that is not there; make that folder, or remove the link") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createSymbolicLink(folder, above.resolve("nowhere"));
        }
    },
    UNIT_IS_A_LINK(
            "the folder of a site is a symbolic link",
            "build/sites/a is in the way: it is a symbolic link, and farstead writes through none; move it elsewhere, or name"
                    + " another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createDirectories(folder.resolve("sites"));
            Files.createSymbolicLink(folder.resolve("sites/a"), Files.createDirectory(above.resolve("elsewhere")));
        }
    },
    PARENT_IS_A_LINK(
            "`sites` is a symbolic link",
            "build/sites is in the way: it is a symbolic link, and farstead writes through none; move it elsewhere, or name"
                    + " another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("sites"), Files.createDirectory(above.resolve("elsewhere")));
        }
    },
    INDEX_IS_A_LINK(
            "`index.json` is a symbolic link",
            "build/index.json is in the way: it is a symbolic link, and farstead writes through none; move it elsewhere, or"
                    + " name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.createSymbolicLink(
                    folder.resolve("index.json"), Files.writeString(above.resolve("elsewhere.json"), "mine\n"));
        }
    },
    JOURNAL_IS_A_LINK(
            "a hidden file of ours is a symbolic link",
            "build/.farstead-writing is in the way: it is a symbolic link, and farstead writes through none; move it elsewhere,"
                    + " or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.createSymbolicLink(
                    folder.resolve(".farstead-writing"), Files.writeString(above.resolve("elsewhere.txt"), "mine\n"));
        }
    },
    FOREIGN_INDEX(
            "`index.json` is somebody else's",
            "build/index.json is in the way: it is no index of an output set, so it is not replaced; move it elsewhere, or"
                    + " name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("index.json"), "{\"name\": \"a web application\"}");
        }
    },
    FOREIGN_FILE(
            "somebody else's file stands where one of the set belongs",
            "build/sites/a/cluster.yaml is in the way: farstead did not write it, so it is not replaced; move it elsewhere, or"
                    + " name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("sites/a/cluster.yaml"), "mine\n");
        }
    },
    EDITED_WHILE_GONE(
            "a file of a site was edited, and the site left the set and came back",
            "build/sites/a/cluster.yaml is in the way: the last run did not write it; it is somebody else's, or i"
                    + "t was edited, and stayed while it or all of sites/a was no longer part of the set; delete it, or move it elsewhere, or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException, OutputException {
            Sets.write(OutputFolder.at(folder), Map.of("sites/a/cluster.yaml", "cluster: one\n"));
            put(folder.resolve("sites/a/cluster.yaml"), "cluster: mine\n");
            Sets.write(OutputFolder.at(folder), Map.of());
        }
    },
    FOREIGN_FILE_FOR_A_FOLDER(
            "somebody else's file stands where a folder belongs",
            "build/sites/a/hosts is in the way: farstead did not write it, and sites/a/hosts/x/user-data needs its place; move"
                    + " it elsewhere, or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("sites/a/hosts"), "mine\n");
        }
    },
    FOREIGN_FOLDER_FOR_A_FILE(
            "somebody else's folder stands where a file belongs",
            "build/sites/a/cluster.yaml/mine.txt is in the way: farstead did not write it, and sites/a/cluster.yaml needs its"
                    + " place; move it elsewhere, or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("sites/a/cluster.yaml/mine.txt"), "mine\n");
        }
    },
    /** Stands for a file system that takes both names for one: there, too, both lead to the same file. */
    SAME_NAME_IGNORING_CASE(
            "somebody else's file differs in case alone, where the file system ignores case",
            "build/sites/a/Cluster.YAML is in the way: on this file system its name is that of sites/a/cluster.yaml; move it"
                    + " elsewhere, or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("sites/a/cluster.yaml"), "cluster: one\n");
            Files.createLink(folder.resolve("sites/a/Cluster.YAML"), folder.resolve("sites/a/cluster.yaml"));
        }
    },
    NAME_TOO_LONG(
            "a name in the path has more than 255 bytes",
            "can't write to build/" + "n".repeat(300) + ": build/" + "n".repeat(300)
                    + ": the path is too long for this file system; name a folder with a shorter path with --out") {
        @Override
        Path folder(Path above) {
            return above.resolve("build").resolve("n".repeat(300));
        }
    },
    PATH_TOO_LONG(
            "the path of a file of the set is longer than the system takes",
            "can't write to build/…: build/…/sites/.a.farstead-new/hosts/x/user-data: the path is too long for this file"
                    + " system; name a folder with a shorter path with --out") {
        @Override
        Path folder(Path above) {
            // The folder and the first file fit into the 4095 bytes of Linux, the one in the host's folder does not.
            String name = "n".repeat(99);
            StringBuilder path = new StringBuilder(above + "/build");
            while (path.length() + 100 < 4057) {
                path.append('/').append(name);
            }
            path.append('/').append("n".repeat(4056 - path.length()));
            return Path.of(path.toString());
        }

        @Override
        String shortened(String message) {
            return message.replaceAll("build(/n+)+", "build/…");
        }
    },
    FILE_APPEARS(
            "somebody saves a file into the folder of a site while it is replaced",
            "can't write to build: build/sites/a/mine.txt appeared while farstead wrote; run it again when nothing else changes"
                    + " the folder") {
        @Override
        void prepare(Path above, Path folder) throws IOException, OutputException {
            Sets.write(OutputFolder.at(folder), Map.of("sites/a/cluster.yaml", "cluster: old\n"));
        }

        @Override
        SteppedDisk disk(Path folder) {
            return new SteppedDisk((name, grows) -> {
                if (name.equals("moving the old folder aside")) {
                    put(folder.resolve("sites/a/mine.txt"), "mine\n");
                }
            });
        }

        @Override
        boolean isLossless() {
            return false;
        }
    },
    FOLDER_MADE_ANEW(
            "a run was killed while it replaced a site, and somebody made the site's folder anew",
            "build/sites/a is in the way: an interrupted run had moved the former one to .a.farstead-old, which still holds all"
                    + " files; move it elsewhere, or name another folder with --out") {
        @Override
        void prepare(Path above, Path folder) throws IOException {
            put(folder.resolve("sites/a/mine.txt"), "mine\n");
            put(folder.resolve("sites/.a.farstead-old/also-mine.txt"), "mine\n");
            put(folder.resolve("sites/.a.farstead-new/cluster.yaml"), "cluster: one\n");
        }
    },
    FOLDER_VANISHES(
            "somebody deletes the output folder while it is written",
            "can't write to build: build/.index.json.farstead-new vanished while farstead wrote; run it again when nothing"
                    + " else changes the folder") {
        @Override
        SteppedDisk disk(Path folder) {
            return new SteppedDisk((name, grows) -> {
                if (name.equals("moving the new index in place")) {
                    deleteTree(folder);
                }
            });
        }
    },
    SECOND_RUN(
            "another run is writing there",
            "can't write to build: another run is writing there (this process); wait until it has ended, or name another place"
                    + " with --out") {
        @Override
        String message(Path folder) throws OutputException {
            try (SetWriter first = OutputFolder.at(folder).begin()) {
                assert first != null;
                return super.message(folder);
            }
        }
    },
    DISK_FULL(
            "the disk is full",
            "can't write to build: build: the disk is full (No space left on device); make room and run it again, or name a"
                    + " folder on another disk with --out") {
        @Override
        SteppedDisk disk(Path folder) {
            return failing(folder, "No space left on device");
        }
    },
    READ_ONLY(
            "the file system is read-only",
            "can't write to build: build: the file system is read-only; name a folder elsewhere with --out") {
        @Override
        SteppedDisk disk(Path folder) {
            return failing(folder, "Read-only file system");
        }
    },
    NO_PERMISSION(
            "a folder of the output belongs to somebody else",
            "can't write to build: no permission for build/sites; change its owner or mode, or name another folder with --out") {
        @Override
        SteppedDisk disk(Path folder) {
            return new SteppedDisk((name, grows) -> {
                throw new AccessDeniedException(
                        folder.resolve("sites/.a.farstead-new").toString());
            });
        }
    };

    private static final Map<String, String> SET = new TreeMap<>(
            Map.of("sites/a/cluster.yaml", "cluster: one\n", "sites/a/hosts/x/user-data", "token: s3cret\n"));

    private final String title;
    private final String expected;

    Refusal(String title, String expected) {
        this.title = title;
        this.expected = expected;
    }

    /** Returns what is wrong, for a table. */
    String title() {
        return title;
    }

    /** Returns what is said. */
    String expected() {
        return expected;
    }

    /** Tells whether nothing changes; otherwise what is lost or added is the case itself. */
    boolean isLossless() {
        return true;
    }

    Path folder(Path above) {
        return above.resolve("build");
    }

    void prepare(Path above, Path folder) throws IOException, OutputException {}

    SteppedDisk disk(Path folder) {
        return SteppedDisk.quiet();
    }

    String shortened(String message) {
        return message;
    }

    /** Writes a set and returns what is said, with {@code build} in the place of the path. */
    String message(Path folder) throws OutputException {
        try {
            Sets.write(new OutputFolder(folder, disk(folder)), SET);
            return "";
        } catch (OutputException e) {
            String message = String.valueOf(e.getMessage());
            int end = folder.toString().indexOf("build");
            return shortened(message.replace(folder.toString().substring(0, end), ""));
        }
    }

    private static SteppedDisk failing(Path folder, String reason) {
        return new SteppedDisk((name, grows) -> {
            throw new FileSystemException(folder.toString(), null, reason);
        });
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(paths.toList());
            Collections.reverse(all);
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
