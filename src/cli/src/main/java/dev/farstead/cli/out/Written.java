// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file as an earlier run wrote it.
 *
 * @param digest its digest; empty where the file holds secrets, since a digest of those is never written
 * @param latest the time by which it was written, where that is known; otherwise the end of time
 */
record Written(String digest, Instant latest) {
    /** Tells whether a file is as it was written; one with secrets is taken to be, unless it was changed later. */
    boolean isAsWritten(Path there) throws IOException {
        if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (digest.isEmpty()) {
            FileTime changed = Files.getLastModifiedTime(there, LinkOption.NOFOLLOW_LINKS);
            return !changed.toInstant().isAfter(latest);
        }
        return digest.equals(Digests.of(there));
    }
}
