// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Every step that changes the disk. Tests stop a run between any two of them, and let each of them fail. */
interface FileOperations {
    /** Creates a folder and those above it, where they are missing. */
    void createFolders(Path folder) throws IOException;

    /** Creates a file that must not exist, and the folders above it; nobody else can read it until its mode is set. */
    void write(Path file, byte[] bytes, int mode) throws IOException;

    /** Creates a file that must not exist, for content that comes bit by bit; closing it brings it to the disk itself. */
    OutputStream create(Path file, int mode) throws IOException;

    /** Adds to a file; what stands behind the first {@code kept} bytes goes. Below zero it creates the file, which must not exist. */
    void append(Path file, long kept, byte[] bytes) throws IOException;

    /** Sets the permissions of a file of ours. */
    void setMode(Path file, int mode) throws IOException;

    /** Lets a file that is not ours appear at another place too, as it is; creates the folders above that. */
    void carry(Path from, Path to) throws IOException;

    /** Renames within one folder; a file that is there under the new name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path path) throws IOException;
}
