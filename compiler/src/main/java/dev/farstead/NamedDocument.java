// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.model.secret.Concealment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a document stands in its source.
 *
 * @param name kind and name, such as {@code Site/store-0412}; empty where its kind is none of ours
 * @param start offset of its first character
 * @param end offset behind its last character
 */
record NamedDocument(String name, int start, int end) {
    private static final Set<String> KINDS = Set.of("Profile", "Site");

    /** Returns a document that has a kind and a name, whatever else may be wrong with it. */
    static Optional<NamedDocument> of(SourceDocument document) {
        String kind = Documents.kind(document);
        return Documents.name(document)
                .filter(name -> !kind.isEmpty())
                .map(name -> new NamedDocument(
                        // A kind may be anything here, and so may a name: an address with a password too.
                        KINDS.contains(kind) ? Concealment.words(kind + '/' + name) : "",
                        document.root().range().start().offset(),
                        document.root().range().end().offset()));
    }

    /** Returns the document of a source that a place stands in: the last one that begins before it and reaches it. */
    static Optional<NamedDocument> at(List<NamedDocument> documents, int offset) {
        int from = 0;
        int to = documents.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (documents.get(middle).start <= offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return Optional.of(from)
                .filter(before -> before > 0)
                .map(before -> documents.get(before - 1))
                .filter(document -> offset <= document.end);
    }

    /** Returns what its folder in the output set would be. */
    String folder() {
        return name.replaceFirst("^Profile/", "profiles/").replaceFirst("^Site/", "sites/");
    }
}
