// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of a document and where it stands.
 *
 * @param value the node
 * @param place its place
 * @param name how messages call it: its key, or the key of its list with an index
 */
record Node(SourceNode value, Place place, String name) {
    static Node root(SourceDocument document) {
        return new Node(document.root(), Places.root(document), "");
    }

    /**
     * Finds the value of a key.
     *
     * @param key the key
     * @return the node below, or empty where this is no map or lacks the key
     */
    Optional<Node> entry(String key) {
        return value instanceof SourceMapping mapping ? mapping.find(key).map(this::entry) : Optional.empty();
    }

    /**
     * Returns the nodes below that have keys.
     *
     * @return the values of a map; nothing for another node
     */
    List<Node> entries() {
        return value instanceof SourceMapping mapping
                ? mapping.entries().stream().map(this::entry).toList()
                : List.of();
    }

    /**
     * Returns the nodes below that have none.
     *
     * @return the items of a list; nothing for another node
     */
    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof SourceSequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                SourceNode item = sequence.items().get(i);
                items.add(new Node(item, Places.item(place, i, item), name + '[' + i + ']'));
            }
        }
        return items;
    }

    private Node entry(SourceEntry entry) {
        return new Node(entry.value(), Places.entry(place, entry), entry.key().text());
    }
}
