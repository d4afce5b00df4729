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
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
