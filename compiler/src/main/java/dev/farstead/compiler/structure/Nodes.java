// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.source.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every node of a document by its path. Built only for documents with something to say about, so that each word costs
 * one look-up.
 */
final class Nodes {
    private final Map<String, Node> byPath = new LinkedHashMap<>();

    Nodes(SourceDocument document) {
        add(new Node(document.root(), Places.root(document), "", true));
    }

    private void add(Node node) {
        byPath.put(node.place().path(), node);
        Place place = node.place();
        if (node.value() instanceof SourceMapping mapping) {
            for (SourceEntry entry : mapping.entries()) {
                add(new Node(
                        entry.value(),
                        Places.entry(place, entry),
                        entry.key().text(),
                        entry.key().plain()));
            }
        } else if (node.value() instanceof SourceSequence sequence) {
            List<SourceNode> items = sequence.items();
            for (int i = 0; i < items.size(); i++) {
                add(new Node(items.get(i), Places.item(place, i, items.get(i)), node.name() + '[' + i + ']', true));
            }
        }
    }

    /**
     * Returns a node.
     *
     * @param path path of a node that exists
     * @return the node
     */
    Node at(String path) {
        return Objects.requireNonNull(byPath.get(path), path);
    }

    /**
     * Returns every node.
     *
     * @return the nodes, each before those below it
     */
    Collection<Node> all() {
        return Collections.unmodifiableCollection(byPath.values());
    }
}
