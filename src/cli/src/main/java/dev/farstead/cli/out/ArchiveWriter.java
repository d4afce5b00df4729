// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a set into one tar archive, compressed where its name ends in {@code .gz} or {@code .tgz}. The archive is made beside its place
 * and moved there at the end. An archive that an earlier run wrote is replaced; any other file is refused.
 */
final class ArchiveWriter implements SetWriter {
    private static final int MODE = 0644;
    private static final int SECRET_MODE = 0600;

    private final Path archive;
    private final FileOperations disk;
    private final RunLock lock;
    private final Path fresh;
    private final Path indexFile;
    private final boolean mended;
    private final TarStream tar;
    private final SetOrder order = new SetOrder();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private boolean secret;
    private boolean ended;

    private ArchiveWriter(Path archive, FileOperations disk, RunLock lock) throws IOException {
        this.archive = archive;
        this.disk = disk;
        this.lock = lock;
        this.fresh = beside(archive, ".farstead-new");
        this.indexFile = beside(archive, ".farstead-index");
        this.mended = deleteLeftovers();
        OutputStream file = new BufferedOutputStream(disk.create(fresh, SECRET_MODE), 1 << 16);
        this.tar = new TarStream(isCompressed(archive) ? new GZIPOutputStream(file) : file);
    }

    private boolean deleteLeftovers() throws IOException {
        boolean found = Target.deleteIfThere(fresh, disk);
        return Target.deleteIfThere(indexFile, disk) || found;
    }

    /** Tells whether a path is that of an archive, by its name and unless a folder is there. */
    static boolean isArchive(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".tar") || name.endsWith(".tar.gz") || name.endsWith(".tgz")) && !Files.isDirectory(path);
    }

    private static boolean isCompressed(Path path) {
        return !String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".tar");
    }

    private static Path beside(Path archive, String suffix) {
        return archive.resolveSibling("." + archive.getFileName() + suffix);
    }

    static ArchiveWriter begin(Path archive, FileOperations disk) throws OutputException {
        Path parent = archive.toAbsolutePath().getParent();
        if (parent == null) {
            throw OutputException.of(archive, "it is not a file", "name one with --out");
        }
        Target.refuseUnusable(parent, archive);
        try {
            refuseForeign(archive);
            disk.createFolders(parent);
            RunLock lock = RunLock.take(beside(archive, ".farstead-lock"), archive);
            boolean begun = false;
            try {
                ArchiveWriter writer = new ArchiveWriter(archive, disk, lock);
                begun = true;
                return writer;
            } finally {
                if (!begun) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw OutputException.of(archive, e);
        }
    }

    private static void refuseForeign(Path archive) throws IOException, OutputException {
        if (!Files.exists(archive, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS)) {
            throw OutputException.inTheWay(archive, Files.isSymbolicLink(archive) ? Target.LINK : "it is not a file");
        }
        if (!TarStream.isOurs(archive, isCompressed(archive))) {
            throw OutputException.inTheWay(archive, "farstead did not write it, so it is not replaced");
        }
    }

    @Override
    public void unit(String path, List<FileToWrite> files) throws OutputException {
        order.unit(path);
        changes.put(path, Change.NEW);
        Unit unit = new Unit(path, files);
        try {
            for (FileToWrite file : unit.files()) {
                secret |= file.isSecret();
                tar.add(file);
            }
        } catch (IOException e) {
            throw OutputException.of(archive, e);
        }
    }

    @Override
    public OutputStream index() throws OutputException {
        try {
            // An entry begins with its size, so the index is kept beside until that is known.
            return order.index(() -> disk.create(indexFile, SECRET_MODE));
        } catch (IOException e) {
            throw OutputException.of(archive, e);
        }
    }

    @Override
    public WriteReport finish() throws OutputException {
        order.finish();
        try {
            tar.add(Known.INDEX, indexFile);
            tar.close();
            disk.delete(indexFile);
            boolean same = place();
            if (same) {
                changes.replaceAll((unit, change) -> Change.UNCHANGED);
            }
            ended = true;
            return new WriteReport(changes, !same, List.of(), Map.of(), notices());
        } catch (IOException e) {
            throw OutputException.of(archive, e);
        }
    }

    private boolean place() throws IOException {
        int mode = secret ? SECRET_MODE : MODE;
        boolean same = Target.isAlready(archive, fresh, mode);
        if (same) {
            disk.delete(fresh);
        } else {
            disk.setMode(fresh, mode);
            disk.move(fresh, archive);
        }
        return same;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (mended) {
            notices.add("an earlier run for " + archive + " was interrupted; what it left was removed");
        }
        if (!lock.isSupported()) {
            notices.add(lock.warning(archive));
        }
        return notices;
    }

    @Override
    public void close() {
        try (lock) {
            if (!ended) {
                ended = true;
                letGoOfArchive();
                order.abandon();
                deleteLeftovers();
            }
        } catch (IOException e) {
            // The run was abandoned; the next one deletes what there is.
        }
    }

    private void letGoOfArchive() {
        try {
            tar.close();
        } catch (IOException e) {
            // What it wrote is deleted.
        }
    }
}
