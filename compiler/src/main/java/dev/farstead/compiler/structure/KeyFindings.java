// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Range;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about keys. */
final class KeyFindings {
    private KeyFindings() {}

    static Finding unknownKey(Node parent, Node node, List<String> suggestions, List<String> free, boolean secret) {
        Finding.Builder finding = StructureRule.UNKNOWN_KEY.finding(
                "unknown key " + Words.quote(node.name()) + " in " + Words.called(parent));
        finding.atKey(node.place());
        if (secret) {
            finding.addConcealed(node.place().value());
        }
        if (suggestions.isEmpty()) {
            finding.label("nothing reads this");
            if (!free.isEmpty()) {
                finding.addValues("keys that can still stand here: " + Words.anyOf(free));
            }
            finding.addFixes(Fix.advice(
                    free.isEmpty()
                            ? "remove it: every key that can stand here is there"
                            : "remove it, or write the key that you mean"));
        } else {
            finding.label("did you mean " + Words.anyOf(suggestions) + "?");
            addRenames(finding, node, suggestions);
        }
        return finding.build();
    }

    private static void addRenames(Finding.Builder finding, Node node, List<String> names) {
        names.forEach(name ->
                finding.addFixes(Fixes.rename("rename it to", node.place().key(), name, node.plainKey())));
    }

    /** Two keys that mean one thing would be a list and its second half. */
    static Finding givenAlready(Node parent, Node node, Node given, List<String> free, boolean secret) {
        Finding.Builder finding = StructureRule.UNKNOWN_KEY.finding(
                "unknown key " + Words.quote(node.name()) + " in " + Words.called(parent));
        finding.atKey(node.place()).label("did you mean " + Words.quote(given.name()) + ", which is there too?");
        if (secret) {
            finding.addConcealed(node.place().value());
        }
        int line = given.place().key().start().line();
        finding.addRelated(new Related(given.place().key(), "it is given here"))
                .addFixes(Fix.advice(Words.quote(given.name()) + " is already given in line " + line
                        + ": bring what stands here there, and remove this key"));
        addRenames(finding, node, free);
        return finding.build();
    }

    static Finding misplaced(Node parent, Node node, List<String> places) {
        return misplaced(
                node,
                Words.quote(node.name()) + " does not belong in " + Words.called(parent),
                "nothing reads it here",
                "move it to " + maps(places));
    }

    static Finding misplaced(Node node, Kind kind, List<String> places) {
        boolean site = kind == Kind.SITE;
        return misplaced(
                node,
                Words.quote(node.name()) + " does not belong in a document of kind " + Words.quote(kind.text()),
                site ? "only a profile says this" : "only a site says this",
                "move it to " + maps(places) + (site ? " of its profile" : " of each site"));
    }

    private static Finding misplaced(Node node, String message, String label, String fix) {
        return StructureRule.MISPLACED_KEY
                .finding(message)
                .atKey(node.place())
                .label(label)
                .addFixes(Fix.advice(fix))
                .build();
    }

    private static String maps(List<String> paths) {
        return paths.stream()
                .map(path -> path.isEmpty() ? "the root" : Words.quote(path))
                .collect(Collectors.joining(" or "));
    }

    static Finding keyNotYet(Node node) {
        return StructureRule.NOT_YET
                .finding(Words.quote(node.name()) + " is not supported yet")
                .atKey(node.place())
                .label("nothing acts on this yet")
                .addFixes(Fix.advice("remove " + Words.quote(node.name())))
                .build();
    }

    static Finding missingKey(Fault fault, Range range) {
        String key = fault.property();
        Language language = Language.get();
        Finding.Builder finding = missing(fault.node(), range, key);
        String fix = "add " + Words.quote(key);
        return finding.addFixes(Fix.advice(language.example(fault.definition(), key)
                        .map(value -> fix + ", for example " + Words.quote(value))
                        .orElse(fix)))
                .build();
    }

    static Finding.Builder missing(Node parent, Range range, String key) {
        Finding.Builder finding =
                StructureRule.MISSING_KEY.finding(Words.called(parent) + " has no " + Words.quote(key));
        finding.range(range).path(Places.path(parent.place().path(), key)).label(Words.quote(key) + " is missing here");
        return finding;
    }

    static Finding keyForm(Fault fault, Node node) {
        String definition = fault.schema().path("$ref").asText().replaceAll(".*/", "");
        return FormRule.of(definition)
                .finding("the key " + Words.quote(node.name()) + " in " + Words.called(fault.node()) + " must be "
                        + Language.get().form(definition))
                .atKey(node.place())
                .addFixes(Fixes.example(definition))
                .build();
    }
}
