// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What can be refused by looking at a path, before anything is written. */
final class Target {
    static final String LINK = "it is a symbolic link, and farstead writes through none";

    private Target() {}

    /** Refuses a path that is no folder and can't become one. */
    static void refuseUnusable(Path folder) throws OutputException {
        try {
            if (Files.isSymbolicLink(folder) && leadsNowhere(folder)) {
                throw OutputException.of(
                        folder,
                        "it is a symbolic link to a folder that is not there",
                        "make that folder, or remove the link");
            }
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder.toRealPath())) {
                throw OutputException.of(
                        folder, "it is not a folder", "name a folder, or an archive that ends in .tar or .tar.gz");
            }
        } catch (IOException e) {
            throw OutputException.of(folder, e);
        }
        refuseUnusable(folder, folder);
    }

    /** Refuses a target whose folder is none and can't become one. */
    static void refuseUnusable(Path folder, Path target) throws OutputException {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            if (Files.isSymbolicLink(nearest)) {
                throw OutputException.of(
                        target,
                        nearest + " is a symbolic link to a folder that is not there",
                        "make that folder, or remove the link");
            }
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest)) {
            throw OutputException.of(target, nearest + " is not a folder", "name another place with --out");
        }
        refuseUnwritable(target, nearest);
    }

    private static boolean leadsNowhere(Path link) throws IOException {
        try {
            return !Files.exists(link.toRealPath());
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static void refuseUnwritable(Path target, Path folder) throws OutputException {
        if (Files.isWritable(folder)) {
            return;
        }
        try {
            if (Files.getFileStore(folder).isReadOnly()) {
                throw OutputException.of(
                        target, new FileSystemException(folder.toString(), null, "Read-only file system"));
            }
        } catch (IOException e) {
            // Then it is reported as what else it looks like.
        }
        throw OutputException.of(target, new AccessDeniedException(folder.toString()));
    }

    /** Tells whether a folder is there; a link could lead the swap out of the output folder, so it is none. */
    static boolean refuseOtherThanFolder(Path path) throws OutputException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (Files.isSymbolicLink(path)) {
            throw OutputException.inTheWay(path, LINK);
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw OutputException.inTheWay(path, "it is not a folder");
        }
        return false;
    }

    /** Refuses a symbolic link where a file of ours belongs. */
    static void refuseLink(Path file) throws OutputException {
        if (Files.isSymbolicLink(file)) {
            throw OutputException.inTheWay(file, LINK);
        }
    }

    /** Says what is wrong with an {@code index.json} that is none of ours. */
    static OutputException foreignIndex(Path index) {
        return OutputException.inTheWay(
                index, Files.isSymbolicLink(index) ? LINK : "it is no index of an output set, so it is not replaced");
    }

    /** Tells whether a file has the bytes and the mode that another one is about to bring to its place. */
    static boolean isAlready(Path there, Path fresh, int mode) throws IOException {
        return Files.exists(there, LinkOption.NOFOLLOW_LINKS)
                && Modes.matches(there, mode)
                && Files.mismatch(there, fresh) < 0;
    }

    /** Deletes a file of ours that an interrupted run left, and tells whether there was one. */
    static boolean deleteIfThere(Path file, FileOperations disk) throws IOException {
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there) {
            disk.delete(file);
        }
        return there;
    }
}
