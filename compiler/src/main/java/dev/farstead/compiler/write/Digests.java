// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, as an index writes them. */
public final class Digests {
    private Digests() {}

    /**
     * Returns the digest of bytes.
     *
     * @param bytes the bytes
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public static String sha256(byte[] bytes) {
        return text(bytes(bytes));
    }

    /**
     * Returns a digest as an index writes it.
     *
     * @param digest from {@link #bytes}
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public static String text(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    /**
     * Returns the digest of bytes in the form that takes the least memory.
     *
     * @param bytes the bytes
     * @return 32 bytes
     */
    public static byte[] bytes(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
