// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of user-data. Immutable. */
public final class UserDataKeys {
    private final Map<String, UserDataKey> keys;

    private UserDataKeys(JsonRecord file) {
        keys = file.named("keys", UserDataKey::read, UserDataKey::path);
        file.end();
    }

    static UserDataKeys read(JsonRecord file) {
        return new UserDataKeys(file);
    }

    /**
     * Returns every key.
     *
     * @return the keys, each behind the key that holds it
     */
    public Collection<UserDataKey> all() {
        return keys.values();
    }

    /**
     * Returns the keys at the root.
     *
     * @return the keys, such as {@code stylus}
     */
    public List<UserDataKey> roots() {
        return keys.values().stream().filter(key -> key.path().indexOf('.') < 0).toList();
    }

    /**
     * Finds a key.
     *
     * @param path the keys from the root joined by dots
     * @return the key, or empty for one that no agent reads
     */
    public Optional<UserDataKey> key(String path) {
        return Optional.ofNullable(keys.get(path));
    }
}
