// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The real disk. */
final class Disk implements FileOperations {
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    @Override
    public void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void write(Path file, byte[] bytes, int mode) throws IOException {
        createParent(file);
        boolean posix = Modes.supported(file);
        // A secret must not be readable for the moment between creating the file and setting its mode.
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Modes.permissions(0600))}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, NEW, attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        if (posix && mode != 0600) {
            // Set and not asked for at creation, since the process mask would take bits away.
            Files.setPosixFilePermissions(file, Modes.permissions(mode));
        }
    }

    @Override
    public void carry(Path from, Path to) throws IOException {
        createParent(to);
        if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            try {
                // A second name costs nothing and keeps owner, times and extended attributes.
                Files.createLink(to, from);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                // This file system has no hard links, or not for this file: copy it.
            }
        }
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }
}
