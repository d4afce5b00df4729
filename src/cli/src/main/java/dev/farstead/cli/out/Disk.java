// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
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
    private static final Set<OpenOption> GROWING = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    @Override
    public void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public void write(Path file, byte[] bytes, int mode) throws IOException {
        createParent(file);
        try (FileChannel channel = openNew(file)) {
            writeAll(channel, file, ByteBuffer.wrap(bytes));
        }
        setModeOfNew(file, mode);
    }

    @Override
    public OutputStream create(Path file, int mode) throws IOException {
        FileChannel channel = openNew(file);
        setModeOfNew(file, mode);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                writeAll(channel, file, ByteBuffer.wrap(bytes, offset, length));
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    try (channel) {
                        channel.force(true);
                    } catch (IOException e) {
                        throw named(file, e);
                    }
                }
            }
        };
    }

    @Override
    public void append(Path file, long kept, byte[] bytes) throws IOException {
        try (FileChannel channel = kept < 0 ? openNew(file) : FileChannel.open(file, GROWING)) {
            if (kept > channel.size()) {
                throw new NoSuchFileException(file.toString());
            }
            if (kept >= 0) {
                channel.truncate(kept).position(kept);
            }
            writeAll(channel, file, ByteBuffer.wrap(bytes));
        }
    }

    @Override
    public void setMode(Path file, int mode) throws IOException {
        if (Modes.supported(file)) {
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
        if (Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS)) {
            // The only other copy is deleted soon.
            try (FileChannel copy = FileChannel.open(to, StandardOpenOption.READ)) {
                copy.force(true);
            }
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    /** A secret must not be readable for the moment between creating the file and setting its mode. */
    private static FileChannel openNew(Path file) throws IOException {
        FileAttribute<?>[] attributes = Modes.supported(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Modes.permissions(0600))}
                : new FileAttribute<?>[0];
        return FileChannel.open(file, NEW, attributes);
    }

    /** Set and not asked for at creation, since the process mask would take bits away. */
    private void setModeOfNew(Path file, int mode) throws IOException {
        if (mode != 0600) {
            setMode(file, mode);
        }
    }

    private static void writeAll(FileChannel channel, Path file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** A channel does not say which file it failed for. */
    private static IOException named(Path file, IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
