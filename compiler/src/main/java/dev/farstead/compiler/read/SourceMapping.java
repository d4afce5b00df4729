// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A mapping; its keys differ from each other.
 *
 * @param range where it stands
 * @param entries the entries in source order
 */
public record SourceMapping(Range range, List<SourceEntry> entries) implements SourceNode {
    /** Copies the entries. */
    public SourceMapping {
        entries = List.copyOf(entries);
    }

    /**
     * Finds an entry.
     *
     * @param key text of the key
     * @return the entry, or empty
     */
    public Optional<SourceEntry> find(String key) {
        // Mappings are small, so a scan beats an index.
        for (SourceEntry entry : entries) {
            if (entry.key().text().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
