// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of an {@code authorized_keys} file without options: type, key, comment. The key is Base64 of fields, each after its length in
 * four bytes; the first repeats the type (RFC 4253, section 6.6).
 */
final class SshPublicKey {
    /** The number of fields of each type that sshd takes, the type's own name included. */
    private static final Map<String, Integer> FIELDS = Map.of(
            "ssh-ed25519", 2,
            "ssh-rsa", 3,
            "ecdsa-sha2-nistp256", 3,
            "ecdsa-sha2-nistp384", 3,
            "ecdsa-sha2-nistp521", 3,
            "sk-ssh-ed25519@openssh.com", 3,
            "sk-ecdsa-sha2-nistp256@openssh.com", 4);

    /** RSA keys sign with SHA-2 there. */
    private static final Set<String> IN_FIPS_MODE =
            Set.of("ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521");

    private SshPublicKey() {}

    /** Returns the type that a line names. */
    static String type(String line) {
        return line.split(" ", 2)[0];
    }

    /** Tells whether sshd takes a line of such a type in FIPS mode. */
    static boolean fitsFipsMode(String line) {
        return IN_FIPS_MODE.contains(type(line));
    }

    /**
     * Says why sshd can't read a line.
     *
     * @param line one line
     * @return the reason in words, or empty for a sound key
     */
    static Optional<String> fault(String line) {
        String[] parts = line.split(" ", 3);
        String type = type(line);
        Integer fields = FIELDS.get(type);
        if (fields == null) {
            return Optional.of("there is no key type `" + type + "`");
        }
        if (parts.length < 2) {
            return Optional.of("the key itself is missing behind its type");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[1]);
        } catch (IllegalArgumentException e) {
            return Optional.of("the key is not Base64, or its end is cut off");
        }
        return fault(type, fields, ByteBuffer.wrap(bytes));
    }

    private static Optional<String> fault(String type, int fields, ByteBuffer bytes) {
        for (int field = 0; field < fields; field++) {
            if (bytes.remaining() < Integer.BYTES) {
                return Optional.of("the key is cut off");
            }
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                return Optional.of("the key is cut off, or a character of it is wrong");
            }
            byte[] content = new byte[length];
            bytes.get(content);
            if (field == 0 && !new String(content, StandardCharsets.US_ASCII).equals(type)) {
                return Optional.of("the key itself is of another type than `" + type + "`");
            }
        }
        return bytes.hasRemaining() ? Optional.of("something stands behind the end of the key") : Optional.empty();
    }
}
