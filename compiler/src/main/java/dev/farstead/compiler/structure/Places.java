// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;

/** Places of the nodes of a document, each from its parent's: the one notation of paths for findings and values. */
public final class Places {
    private Places() {}

    /**
     * Returns the place of a document's root.
     *
     * @param document the document
     * @return its place, with the empty path
     */
    public static Place root(SourceDocument document) {
        Range range = document.root().range();
        return new Place("", range, range);
    }

    /**
     * Returns the place of a mapping's value.
     *
     * @param mapping place of the mapping
     * @param entry the entry that holds the value
     * @return its place, such as {@code spec.network.lan}; a key that is no plain word stands quoted in brackets
     */
    public static Place entry(Place mapping, SourceEntry entry) {
        return new Place(
                path(mapping.path(), entry.key().text()),
                entry.key().range(),
                entry.value().range());
    }

    /**
     * Returns the place of a sequence's item.
     *
     * @param sequence place of the sequence
     * @param index index of the item, from 0
     * @param item the item
     * @return its place, such as {@code spec.hosts[0]}
     */
    public static Place item(Place sequence, int index, SourceNode item) {
        return new Place(path(sequence.path(), index), item.range(), item.range());
    }

    /**
     * Returns the path of a mapping's value.
     *
     * @param mapping path of the mapping
     * @param key key of the value
     * @return the path
     */
    static String path(String mapping, String key) {
        if (!isWord(key)) {
            return mapping + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return mapping.isEmpty() ? key : mapping + '.' + key;
    }

    /**
     * Returns the path of a sequence's item.
     *
     * @param sequence path of the sequence
     * @param index index of the item, from 0
     * @return the path
     */
    static String path(String sequence, int index) {
        return sequence + '[' + index + ']';
    }

    private static boolean isWord(String key) {
        return !key.isEmpty()
                && key.chars()
                        .allMatch(c -> c == '-'
                                || c == '_'
                                || (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z'));
    }
}
