// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.model.source.Place;
import java.util.Optional;

/**
 * A node of a document and where it stands.
 *
 * @param value the node
 * @param place its place
 * @param name how messages call it: its key, or the key of its list with an index
 * @param plainKey whether its key was written without quotes; true where it has none
 */
record Node(SourceNode value, Place place, String name, boolean plainKey) {
    /**
     * Returns the text.
     *
     * @return the text, or empty where this is none
     */
    Optional<String> text() {
        return value instanceof SourceScalar scalar && scalar.type() == SourceScalar.Type.TEXT
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /**
     * Tells whether a map has a key.
     *
     * @param key the key
     * @return whether this is a map that has it
     */
    boolean has(String key) {
        return value instanceof SourceMapping mapping && mapping.find(key).isPresent();
    }
}
