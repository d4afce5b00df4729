// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The target can't take the set: the message says why and what to do, in words for the person who named it. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Place SET = new Place("folder", "--out");
    private static final Place MAP = new Place("file", "--origins");
    private static final Place SCHEMAS = new Place("folder", "--write");

    /** What a person names, and the option that names it. */
    private record Place(String thing, String option) {}

    private OutputException(String message) {
        super(message);
    }

    /**
     * Puts a failure of the disk into words.
     *
     * @param target what was to be written, as it was named
     * @param cause what failed
     * @return the exception to throw
     */
    public static OutputException of(Path target, IOException cause) {
        return of(target, cause, SET);
    }

    /**
     * Puts a failure of the disk into words, where a map of origins was to be written.
     *
     * @param file the file, as it was named
     * @param cause what failed
     * @return the exception to throw
     */
    public static OutputException ofMap(Path file, IOException cause) {
        return of(file, cause, MAP);
    }

    /** Puts a failure of the disk into words, where schemas were to be written. */
    static OutputException ofSchemas(Path folder, IOException cause) {
        return of(folder, cause, SCHEMAS);
    }

    private static OutputException of(Path target, IOException cause, Place place) {
        OutputException exception =
                new OutputException("can't write to " + target + ": " + reason(target, cause, place));
        exception.initCause(cause);
        return exception;
    }

    /**
     * Says why something can't be written, and what to do.
     *
     * @param target where it was to go
     * @param reason in a few words
     * @param wayOut what to do, in a few words
     * @return the exception
     */
    public static OutputException of(Path target, String reason, String wayOut) {
        return new OutputException("can't write to " + target + ": " + reason + "; " + wayOut);
    }

    static OutputException inTheWay(Path path, String reason) {
        return new OutputException(
                path + " is in the way: " + reason + "; move it elsewhere, or name another folder with --out");
    }

    /** An edited file of which the index lost sight is no longer told from one of somebody else. */
    static OutputException notOfLastRun(Path file, String unit) {
        return new OutputException(
                file + " is in the way: the last run did not write it; it is somebody else's, or it was"
                        + " edited, and stayed while it or all of " + unit
                        + " was no longer part of the set; delete it, or move it elsewhere, or name another folder with --out");
    }

    private static String reason(Path target, IOException cause, Place place) {
        String file = cause instanceof FileSystemException failed && failed.getFile() != null
                ? failed.getFile()
                : target.toString();
        if (cause instanceof AccessDeniedException) {
            return "no permission for " + visible(file) + "; change its owner or mode, or name another " + place.thing()
                    + " with " + place.option();
        }
        if (cause instanceof NoSuchFileException) {
            return file + " vanished while farstead wrote; run it again when nothing else changes the folder";
        }
        String reason = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        if (reason == null) {
            return file + ": input or output failed";
        }
        return file + ": " + inWords(reason, place);
    }

    /** Of a file that nobody but us knows, the folder above it is what lacks permission. */
    private static String visible(String file) {
        Path path = Path.of(file);
        boolean ours =
                path.getFileName() != null && path.getFileName().toString().contains(".farstead-");
        return String.valueOf(ours ? path.getParent() : path);
    }

    /** The text is the operating system's; what it means for the folder is the same on all. */
    private static String inWords(String reason, Place place) {
        String with = " with " + place.option();
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return "the disk is full (" + reason + "); make room and run it again, or name a " + place.thing()
                    + " on another disk" + with;
        }
        if (reason.contains("Read-only file system")) {
            return "the file system is read-only; name a " + place.thing() + " elsewhere" + with;
        }
        if (reason.contains("File name too long")) {
            return "the path is too long for this file system; name a " + place.thing() + " with a shorter path" + with;
        }
        if (reason.contains("symbolic links")) {
            return "it is a symbolic link, or links above it lead in a circle; remove it, or name another "
                    + place.thing() + with;
        }
        return reason;
    }
}
