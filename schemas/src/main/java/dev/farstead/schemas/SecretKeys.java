// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The keys and arguments whose values are secrets. Immutable and thread-safe. */
public final class SecretKeys {
    private final Map<String, SecretKey> keys;

    private SecretKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    static SecretKeys read(JsonRecord file) {
        SecretKeys keys = new SecretKeys(file.named("keys", SecretKey::read, SecretKey::name));
        file.end();
        return keys;
    }

    /**
     * Returns all of them.
     *
     * @return the keys in the order of the file
     */
    public Collection<SecretKey> all() {
        return keys.values();
    }

    /**
     * Returns a key.
     *
     * @param name the key, or the argument without dashes
     * @return what is known of it, or empty where its value is no secret
     */
    public Optional<SecretKey> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
