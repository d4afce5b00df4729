// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second run out of a target. The lock is the operating system's: it ends with its process, however that ends, and a file that a
 * killed run leaves behind holds nobody up. The file says which process holds it, for people.
 */
final class RunLock implements AutoCloseable {
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** Closing any channel of a file gives up this process's lock on it, so a file that is locked here is not even opened again. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path real;
    private final List<FileChannel> channels = new ArrayList<>();
    private boolean supported = true;

    private RunLock(Path file, Path real) {
        this.file = file;
        this.real = real;
    }

    /**
     * Takes the lock of a target.
     *
     * @param file the lock file; its folder must exist
     * @param target what it stands for, as it was named
     * @throws OutputException if another run holds it
     */
    static RunLock take(Path file, Path target) throws IOException, OutputException {
        Path parent = file.toAbsolutePath().getParent();
        Path real = parent == null ? file : parent.toRealPath().resolve(file.getFileName());
        if (!HELD_HERE.add(real)) {
            throw held(target, "this process");
        }
        RunLock lock = new RunLock(file, real);
        boolean taken = false;
        try {
            while (!lock.open(target)) {
                lock.closeChannels();
            }
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                lock.closeChannels();
                HELD_HERE.remove(real);
            }
        }
    }

    /** Tells whether the file system has locks; where it has none, two runs at once are not noticed. */
    boolean isSupported() {
        return supported;
    }

    /** Returns what to say where there are no locks. */
    String warning(Path target) {
        return "the file system of " + target + " has no locks: never let two runs write there at once";
    }

    @Override
    public void close() {
        if (channels.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays behind, and holds nobody up.
        }
        closeChannels();
        HELD_HERE.remove(real);
    }

    /** Returns false where the file was deleted meanwhile by the run that had held the lock. */
    private boolean open(Path target) throws IOException, OutputException {
        FileChannel channel = FileChannel.open(file, OPTIONS);
        channels.add(channel);
        if (!isFree(channel)) {
            throw held(target, holder(channel));
        }
        return isAtItsPlace(mark(channel));
    }

    private boolean isFree(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            supported = false;
            return true;
        }
    }

    private static byte[] mark(FileChannel channel) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        byte[] mark = (pid + " " + UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        return mark;
    }

    private boolean isAtItsPlace(byte[] mark) throws IOException {
        try {
            FileChannel byName = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            channels.add(byName);
            ByteBuffer found = ByteBuffer.allocate(mark.length);
            byName.read(found);
            return found.flip().equals(ByteBuffer.wrap(mark));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(32);
        channel.read(start, 0);
        String text = StandardCharsets.US_ASCII.decode(start.flip()).toString();
        String pid = text.substring(0, Math.max(text.indexOf(' '), 0));
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static OutputException held(Path target, String holder) {
        return OutputException.of(
                target,
                "another run is writing there (" + holder + ")",
                "wait until it has ended, or name another place with --out");
    }

    private void closeChannels() {
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing of the set was written through it.
            }
        }
        channels.clear();
    }
}
