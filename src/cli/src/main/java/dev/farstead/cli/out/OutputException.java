// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** The folder can't take the set: the message says why, in words for the person who named the folder. */
public final class OutputException extends Exception {
    private static final long serialVersionUID = 1L;

    OutputException(String message) {
        super(message);
    }

    static OutputException of(String doing, IOException cause) {
        OutputException exception = new OutputException(doing + ": " + reason(cause));
        exception.initCause(cause);
        return exception;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getFile() + ": " + failed.getReason();
        }
        String message = cause.getMessage();
        return message == null ? "input or output failed" : message;
    }
}
