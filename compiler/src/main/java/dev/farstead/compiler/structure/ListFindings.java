// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said about lists, and about maps of which one key is chosen. */
final class ListFindings {
    private ListFindings() {}

    static Finding empty(Fault fault, String what) {
        return StructureRule.EMPTY
                .finding(Words.called(fault.node()) + " needs at least one " + what)
                .at(fault.node().place())
                .label("there is none")
                .addFixes(Fix.advice("write at least one " + what))
                .build();
    }

    static Finding tooFewKeys(Fault fault) {
        JsonNode definition = Language.get().definition(fault.definition());
        if (!definition.has("maxProperties")) {
            return empty(fault, "entry");
        }
        String ways = Words.anyOf(Language.get().keys(fault.definition()));
        return StructureRule.CHOICE
                .finding(Words.called(fault.node()) + " needs " + ways)
                .at(fault.node().place())
                .label("there is none")
                .addFixes(Fix.advice("add " + ways))
                .build();
    }

    /** Unknown keys have findings of their own; here only ways that exist count. */
    static List<Finding> tooManyWays(Fault fault, Nodes nodes) {
        List<String> ways = Language.get().keys(fault.definition());
        List<Node> given = ((SourceMapping) fault.node().value())
                .entries().stream()
                        .map(entry -> entry.key().text())
                        .filter(ways::contains)
                        .map(key -> nodes.at(Places.path(fault.node().place().path(), key)))
                        .toList();
        if (given.size() < 2) {
            return List.of();
        }
        Finding.Builder finding = StructureRule.CHOICE.finding(Words.called(fault.node()) + " takes only one of "
                + given.stream().map(way -> Words.quote(way.name())).collect(Collectors.joining(" and ")));
        finding.atKey(given.get(1).place()).label("a second way to say it");
        finding.addRelated(new Related(given.get(0).place().key(), "the first one"));
        finding.addFixes(Fix.advice("keep one of them"));
        return List.of(finding.build());
    }

    static List<Finding> twice(Fault fault, Nodes nodes) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Node> first = new HashMap<>();
        int count = ((SourceSequence) fault.node().value()).items().size();
        for (int i = 0; i < count; i++) {
            Node item = nodes.at(Places.path(fault.node().place().path(), i));
            Node before =
                    first.putIfAbsent(UniqueItems.text(JsonTree.of(item.value()).root()), item);
            if (before != null) {
                findings.add(StructureRule.TWICE
                        .finding(Words.called(item) + " is the same as " + Words.called(before))
                        .at(item.place())
                        .label("given a second time")
                        .addRelated(new Related(before.place().value(), "given first here"))
                        .addFixes(Fix.advice("remove one of them"))
                        .build());
            }
        }
        return findings;
    }
}
