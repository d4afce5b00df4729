// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Range;
import java.util.List;
import java.util.Optional;

/** What is said about a document as a whole: its version and its kind. */
final class RootFindings {
    static final String KIND = "kind";
    static final String API_VERSION = "apiVersion";

    private RootFindings() {}

    static Finding noMap(Node root) {
        return StructureRule.NO_MAP
                .finding("a document must be a map with the keys "
                        + Words.anyOf(Language.get().keys(Language.ROOT)).replace(" or ", " and ") + ", not "
                        + TypeFindings.article(root.value()))
                .at(root.place())
                .label("the document starts here")
                .addFixes(Fix.advice("start the document with `apiVersion: farstead/v1alpha1`"))
                .build();
    }

    /**
     * Tells whether a version is no slip for ours: it means another language, about which there is nothing else to say.
     *
     * @param text the version
     * @return whether it is foreign
     */
    static boolean isForeign(String text) {
        return !versions().contains(text)
                && Spelling.nearest(text, versions(), 1).isEmpty();
    }

    private static List<String> versions() {
        return Language.texts(Language.get().definition(API_VERSION).path("enum"));
    }

    static Finding version(Node node) {
        String text = node.text().orElseThrow();
        return ValueFindings.notOneOf(
                StructureRule.API_VERSION, "unknown API version " + Words.quote(text), node, text, versions());
    }

    static Finding noKind(Node root) {
        return KeyFindings.missing(root, head(root), KIND)
                .addFixes(Fix.advice("add `kind: Profile` or `kind: Site`"))
                .build();
    }

    static Finding kind(Node node) {
        return node.text()
                .map(text -> ValueFindings.notOneOf(
                        StructureRule.KIND, "unknown kind " + Words.quote(text), node, text, Kind.texts()))
                .orElseGet(() -> TypeFindings.type(node, List.of("string"), Language.ROOT));
    }

    /**
     * Returns where it is said that a root lacks a key: a root has no key of its own, and the line that says what the
     * document is comes nearest.
     *
     * @param root the root, a map
     * @return the range of a key
     */
    static Range head(Node root) {
        SourceMapping mapping = (SourceMapping) root.value();
        return mapping.find(KIND)
                .or(() -> mapping.entries().stream().findFirst())
                .map(SourceEntry::key)
                .map(key -> key.range())
                .orElse(root.place().key());
    }

    /**
     * Finds the entry that is meant to say the kind.
     *
     * @param root the root
     * @return the kind's entry, or one whose key is a slip for it
     */
    static Optional<SourceEntry> kindEntry(SourceMapping root) {
        List<String> keys = Language.get().keys(Language.ROOT);
        return root.find(KIND)
                .or(() -> root.entries().stream()
                        .filter(entry -> !keys.contains(entry.key().text()))
                        .filter(entry ->
                                Spelling.nearest(entry.key().text(), keys, 3).contains(KIND))
                        .findFirst());
    }

    static Optional<Kind> nearestKind(String text) {
        return Spelling.nearest(text, Kind.texts(), 1).stream().findFirst().flatMap(Kind::of);
    }
}
