// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

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
        return digest.equals(digest(there));
    }

    static String digest(byte[] bytes) {
        return text(sha256().digest(bytes));
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return text(digest.digest());
    }

    private static String text(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
