// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** Who may read a file. */
final class Permissions {
    private Permissions() {}

    /** Tells whether everybody on this machine can read a file; false where the file system does not say. */
    static boolean isOpenToOthers(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            return false;
        }
    }
}
