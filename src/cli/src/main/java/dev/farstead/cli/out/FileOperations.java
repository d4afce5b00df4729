// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Path;

/** Every step that changes the disk. Tests stop a run between any two of them. */
interface FileOperations {
    /** Creates a folder and those above it, where they are missing. */
    void createFolders(Path folder) throws IOException;

    /** Creates a file that must not exist, and the folders above it; nobody else can read it until its mode is set. */
    void write(Path file, byte[] bytes, int mode) throws IOException;

    /** Lets a file that is not ours appear at another place too, as it is; creates the folders above that. */
    void carry(Path from, Path to) throws IOException;

    /** Renames within one folder; a file that is there under the new name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path path) throws IOException;
}
