// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A tar archive in the POSIX format whose bytes follow from what is put in: no times, owners or names of this machine. It begins with a
 * comment that says that it is ours, as those of git begin with one; programs that unpack it pass over that.
 */
final class TarStream implements Closeable {
    private static final String COMMENT = "farstead-archive/v1";
    private static final int BLOCK = 512;

    private final TarArchiveOutputStream tar;
    private final Set<String> folders = new HashSet<>();
    private String unit = "";
    private boolean open = true;

    TarStream(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        TarArchiveEntry comment = entry("pax_global_header", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER, 0644);
        comment.addPaxHeader("comment", COMMENT);
        tar.putArchiveEntry(comment);
    }

    /** Tells whether an archive begins as ours do. */
    static boolean isOurs(Path archive, boolean compressed) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream in = compressed ? new GZIPInputStream(file) : file) {
            byte[] start = in.readNBytes(2 * BLOCK);
            return new String(start, StandardCharsets.ISO_8859_1).indexOf("comment=" + COMMENT + '\n') >= BLOCK;
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    void add(FileToWrite file) throws IOException {
        addFolders(file.path());
        add(file.path(), file.mode(), file.bytes().length);
        tar.write(file.bytes());
        tar.closeArchiveEntry();
    }

    void add(String path, Path content) throws IOException {
        add(path, 0644, Files.size(content));
        Files.copy(content, tar);
        tar.closeArchiveEntry();
    }

    private void add(String path, int mode, long size) throws IOException {
        TarArchiveEntry entry = entry(path, TarConstants.LF_NORMAL, mode);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
    }

    /** Units come one after the other, so only the folders of one need be remembered, and the two that hold units. */
    private void addFolders(String path) throws IOException {
        String ofUnit = Unit.pathOf(path);
        if (!ofUnit.equals(unit)) {
            unit = ofUnit;
            folders.removeIf(folder -> folder.indexOf('/') >= 0);
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (folders.add(folder)) {
                tar.putArchiveEntry(entry(folder + '/', TarConstants.LF_DIR, 0755));
                tar.closeArchiveEntry();
            }
        }
    }

    private static TarArchiveEntry entry(String name, byte type, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setMode(mode);
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    /** Ends the archive; where something failed before, only lets go of it. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            tar.close();
        }
    }
}
