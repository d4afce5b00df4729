// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import java.util.Optional;

/** Looks into documents that may be faulty. */
final class Documents {
    /** Path of a document's name. */
    static final String NAME = "metadata.name";

    private Documents() {}

    static String kind(SourceDocument document) {
        return text(document.root(), "kind").orElse("");
    }

    /** Tells whether an author may have meant a profile: its kind or its version may be misspelt, but not both. */
    static boolean mayBeProfile(SourceDocument document) {
        String kind = kind(document);
        boolean ours = text(document.root(), "apiVersion")
                .filter(version -> !version.startsWith("farstead"))
                .isEmpty();
        return kind.equals("Profile") || (ours && !kind.equalsIgnoreCase("Site"));
    }

    static Optional<String> name(SourceDocument document) {
        return value(document.root(), "metadata").flatMap(metadata -> text(metadata, "name"));
    }

    private static Optional<String> text(SourceNode node, String key) {
        return value(node, key).filter(SourceScalar.class::isInstance).map(scalar -> ((SourceScalar) scalar).text());
    }

    private static Optional<SourceNode> value(SourceNode node, String key) {
        return node instanceof SourceMapping mapping ? mapping.find(key).map(SourceEntry::value) : Optional.empty();
    }
}
