// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A map; its order is the order of the output.
 *
 * @param entries the entries, with keys that differ
 * @param origin where it comes from
 */
public record OutputMap(List<OutputEntry> entries, Origin origin) implements OutputNode {
    /** Up to this many keys a scan is cheaper than a set. */
    private static final int SCANNED_KEYS = 8;

    /** Copies the entries and checks that no key stands twice. */
    public OutputMap {
        entries = List.copyOf(entries);
        if (entries.size() <= SCANNED_KEYS) {
            for (int i = 1; i < entries.size(); i++) {
                checkNew(!standsBefore(entries, i), entries.get(i).key());
            }
        } else {
            Set<String> keys = new HashSet<>();
            entries.forEach(entry -> checkNew(keys.add(entry.key()), entry.key()));
        }
    }

    private static boolean standsBefore(List<OutputEntry> entries, int at) {
        String key = entries.get(at).key();
        for (int i = 0; i < at; i++) {
            if (entries.get(i).key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static void checkNew(boolean isNew, String key) {
        if (!isNew) {
            throw new IllegalArgumentException("key twice in one output map: " + key);
        }
    }

    /**
     * Finds a value.
     *
     * @param key the key
     * @return the value, or empty
     */
    public Optional<OutputNode> find(String key) {
        for (OutputEntry entry : entries) {
            if (entry.key().equals(key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a builder.
     *
     * @param origin where the map comes from
     * @return a builder without entries
     */
    public static Builder builder(Origin origin) {
        return new Builder(origin);
    }

    /** Builds output maps; not thread-safe. */
    public static final class Builder {
        private final Origin origin;
        private final List<OutputEntry> entries = new ArrayList<>();

        private Builder(Origin origin) {
            this.origin = origin;
        }

        /**
         * Adds an entry.
         *
         * @param key the key
         * @param value the value
         * @return this builder
         */
        public Builder put(String key, OutputNode value) {
            entries.add(new OutputEntry(key, value, Optional.empty()));
            return this;
        }

        /**
         * Adds an entry if there is a value for it.
         *
         * @param key the key
         * @param value the value, or empty
         * @return this builder
         */
        public Builder put(String key, Optional<? extends OutputNode> value) {
            value.ifPresent(node -> put(key, node));
            return this;
        }

        /**
         * Adds an entry with a comment above it.
         *
         * @param key the key
         * @param value the value
         * @param comment one line
         * @return this builder
         */
        public Builder put(String key, OutputNode value, String comment) {
            entries.add(new OutputEntry(key, value, Optional.of(comment)));
            return this;
        }

        /**
         * Returns the map.
         *
         * @return the map
         */
        public OutputMap build() {
            return new OutputMap(entries, origin);
        }
    }
}
