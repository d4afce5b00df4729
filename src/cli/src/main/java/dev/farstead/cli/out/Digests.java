// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as {@code index.json} has them. */
public final class Digests {
    private Digests() {}

    /**
     * Returns the digest of bytes.
     *
     * @param bytes the bytes
     * @return {@code sha256:} and 64 lower-case hexadecimal digits
     */
    public static String of(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
