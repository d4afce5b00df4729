// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the command line says that secrets are. */
public final class SecretLocation {
    private SecretLocation() {}

    /**
     * Opens a folder with a file for each secret, or a file with a map.
     *
     * @param path the folder or file
     * @return the secrets
     * @throws InputException if it can't be read
     */
    public static Secrets open(Path path) throws InputException {
        return Files.isDirectory(path) ? new SecretFolder(path) : SecretFile.read(path);
    }
}
