// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Turns what the validator found in a document of one kind into findings: one cause, one finding. */
final class Translation {
    /**
     * One translator a keyword. A keyword may stand in a schema only if it is here or can't be broken itself; a fault
     * may have no finding of its own where another one at the same node is its cause.
     */
    static final Map<String, BiFunction<Translation, Fault, List<Finding>>> TRANSLATORS = Map.ofEntries(
            Map.entry("type", (at, fault) -> List.of(TypeFindings.type(fault))),
            Map.entry("enum", (at, fault) -> List.of(ValueFindings.notOneOf(fault))),
            Map.entry("pattern", (at, fault) -> List.of(ValueFindings.form(fault))),
            Map.entry(
                    "propertyNames",
                    (at, fault) -> List.of(KeyFindings.keyForm(fault, at.nodes.at(fault.propertyPath())))),
            Map.entry("minimum", (at, fault) -> List.of(ValueFindings.outOfRange(fault))),
            Map.entry("maximum", (at, fault) -> List.of(ValueFindings.outOfRange(fault))),
            Map.entry("minItems", (at, fault) -> List.of(ListFindings.empty(fault, "item"))),
            Map.entry("uniqueItems", (at, fault) -> ListFindings.twice(fault, at.nodes)),
            Map.entry("minProperties", (at, fault) -> List.of(ListFindings.tooFewKeys(fault))),
            Map.entry("maxProperties", (at, fault) -> ListFindings.tooManyWays(fault, at.nodes)),
            Map.entry("additionalProperties", (at, fault) -> List.of(at.unknownKey(fault))),
            Map.entry("required", (at, fault) -> List.of(KeyFindings.missingKey(fault, keyOf(fault.node())))));

    /** How many maps a key may belong to for a finding to name them: a key such as {@code name} says nothing. */
    private static final int PLACES = 2;

    private final Kind kind;
    private final Nodes nodes;

    /** The keys that a map could have and has not, by its path. */
    private final Map<String, List<String>> free = new HashMap<>();

    Translation(Kind kind, Nodes nodes) {
        this.kind = kind;
        this.nodes = nodes;
    }

    List<Finding> translate(List<Fault> faults) {
        Map<String, List<Fault>> byNode = new LinkedHashMap<>();
        for (Fault fault : faults) {
            byNode.computeIfAbsent(fault.node().place().path(), path -> new ArrayList<>())
                    .add(fault);
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Fault> atNode : byNode.values()) {
            if (atNode.stream().anyMatch(this::isOpenSecret)) {
                findings.add(SecretFindings.open(atNode.get(0).node()));
                continue;
            }
            // The validator repeats itself for each item that a list has twice.
            Set<String> said = new HashSet<>();
            causes(atNode)
                    .filter(fault -> said.add(fault.keyword() + ' ' + fault.property()))
                    .forEach(fault -> findings.addAll(translate(fault)));
        }
        return findings;
    }

    /** Where a secret is named, a key that is no slip for the right one may itself be the secret, or hold it. */
    private boolean isOpenSecret(Fault fault) {
        return is(fault, "additionalProperties")
                && fault.definition().equals(SecretFindings.REFERENCE)
                && suggestions(fault).isEmpty();
    }

    private List<Finding> translate(Fault fault) {
        BiFunction<Translation, Fault, List<Finding>> translator = TRANSLATORS.get(fault.keyword());
        if (translator == null) {
            throw new IllegalStateException("no words for the keyword " + fault.keyword());
        }
        return translator.apply(this, fault);
    }

    private Stream<Fault> causes(Collection<Fault> faults) {
        List<Fault> types = faults.stream().filter(fault -> is(fault, "type")).toList();
        if (!types.isEmpty()) {
            // What else is wrong with a value of the wrong type follows from that.
            return types.stream();
        }
        Set<String> misspelt = misspelt(faults);
        return faults.stream().filter(fault -> !(is(fault, "required") && misspelt.contains(fault.property())));
    }

    /** The missing keys that are there, misspelt: each unknown key accounts for one of them at most. */
    private Set<String> misspelt(Collection<Fault> faults) {
        Set<String> missing = new HashSet<>();
        faults.stream().filter(fault -> is(fault, "required")).forEach(fault -> missing.add(fault.property()));
        Set<String> misspelt = new HashSet<>();
        faults.stream()
                .filter(fault -> is(fault, "additionalProperties"))
                .filter(fault -> !Language.get().isPlannedKey(fault.definition(), fault.property()))
                .forEach(fault -> suggestions(fault).stream()
                        .filter(key -> missing.contains(key) && !misspelt.contains(key))
                        .findFirst()
                        .ifPresent(misspelt::add));
        return misspelt;
    }

    private static boolean is(Fault fault, String keyword) {
        return fault.keyword().equals(keyword);
    }

    private static Range keyOf(Node map) {
        return map.place().path().isEmpty()
                ? RootFindings.head(map)
                : map.place().key();
    }

    private Finding unknownKey(Fault fault) {
        String key = fault.property();
        Node node = nodes.at(fault.propertyPath());
        if (Language.get().isPlannedKey(fault.definition(), key)) {
            return KeyFindings.keyNotYet(node);
        }
        List<String> suggestions = suggestions(fault);
        Optional<Node> given = given(fault);
        if (suggestions.isEmpty() && given.isEmpty()) {
            Optional<Finding> misplaced = misplaced(fault.node(), node);
            if (misplaced.isPresent()) {
                return misplaced.get();
            }
        }
        // Nobody knows what a key means that is like no other; in such a map it may hold a secret.
        boolean secret = (suggestions.isEmpty() || given.isPresent()
                        ? Language.get().keys(fault.definition())
                        : suggestions)
                .stream()
                        .anyMatch(near ->
                                SecretFindings.isSecret(Language.get().valueDefinition(fault.definition(), near)));
        return given.map(there -> KeyFindings.givenAlready(fault.node(), node, there, suggestions, secret))
                .orElseGet(() -> KeyFindings.unknownKey(fault.node(), node, suggestions, free(fault), secret));
    }

    /** Returns the key that is meant where it is there, and nothing that is free is more alike. */
    private Optional<Node> given(Fault fault) {
        return Spelling.nearest(fault.property(), Language.get().keys(fault.definition()), 1).stream()
                .filter(fault.node()::has)
                .map(key -> nodes.at(Places.path(fault.node().place().path(), key)))
                .findFirst();
    }

    private Optional<Finding> misplaced(Node parent, Node node) {
        List<String> here = Language.get().parents(kind, node.name());
        if (!here.isEmpty()) {
            return here.size() > PLACES ? Optional.empty() : Optional.of(KeyFindings.misplaced(parent, node, here));
        }
        List<String> there = Language.get().parents(kind.other(), node.name());
        return there.isEmpty() || there.size() > PLACES
                ? Optional.empty()
                : Optional.of(KeyFindings.misplaced(node, kind, there));
    }

    private List<String> suggestions(Fault fault) {
        return Spelling.nearest(fault.property(), free(fault), 3);
    }

    private List<String> free(Fault fault) {
        Node node = fault.node();
        return free.computeIfAbsent(
                node.place().path(),
                path -> Language.get().keys(fault.definition()).stream()
                        .filter(key -> !node.has(key))
                        .toList());
    }
}
