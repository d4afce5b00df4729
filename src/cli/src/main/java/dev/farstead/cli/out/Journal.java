// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What a run is about to put in place; there only while a run writes, or after one was interrupted. Without it, files that a stopped run
 * has put in place would look foreign to the next one. It only grows: a line for each file, {@code <digest> <path>}, before the unit of
 * the file is swapped. A line without an end was cut off and says nothing.
 */
final class Journal {
    static final String NAME = ".farstead-writing";

    /** In place of the digest of a file with secrets, since a digest of those is never written. */
    static final String NO_DIGEST = "-";

    private final Path file;
    private final FileOperations disk;

    /** Of what holds in it; below zero while there is none. */
    private long length;

    private Journal(Path file, FileOperations disk, long length) {
        this.file = file;
        this.disk = disk;
        this.length = length;
    }

    /** Opens the journal of a folder; what an interrupted run wrote stays in it until this run is finished. */
    static Journal in(Path folder, FileOperations disk) throws IOException {
        Path file = folder.resolve(NAME);
        return new Journal(file, disk, Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? lengthOfWholeLines(file) : -1);
    }

    /** Tells whether there is a journal. */
    boolean exists() {
        return length >= 0;
    }

    void add(Unit unit) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (FileToWrite file : unit.files()) {
            lines.append(file.isSecret() ? NO_DIGEST : Digests.of(file.bytes()))
                    .append(' ')
                    .append(file.path())
                    .append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        disk.append(file, length, bytes);
        length = Math.max(length, 0) + bytes.length;
    }

    void delete() throws IOException {
        if (exists()) {
            disk.delete(file);
            length = -1;
        }
    }

    private static long lengthOfWholeLines(Path file) throws IOException {
        long read = 0;
        long whole = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        whole = read + i + 1;
                    }
                }
                read += count;
            }
        }
        return whole;
    }
}
