// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * Names that no folder can have on every system that the output is checked out on.
 *
 * @param reserved the names of devices of Windows, in lower case
 * @param source the document
 */
public record FolderNames(List<String> reserved, String source) {
    /** Copies the names. */
    public FolderNames {
        reserved = List.copyOf(reserved);
    }

    static FolderNames read(JsonRecord file) {
        FolderNames read = new FolderNames(file.texts("reserved"), file.source());
        file.end();
        return read;
    }
}
