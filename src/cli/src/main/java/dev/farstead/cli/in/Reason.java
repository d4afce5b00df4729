// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why a file can't be read, in words for people. */
final class Reason {
    private Reason() {}

    static String of(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return Links.dangling(missing.getFile()).orElse("there is no such file or folder");
        }
        if (exception instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        if (exception instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        if (exception instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        if (exception instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return "reading failed";
    }
}
