// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The sentences of this pass. They quote keys and values of fixed sets, never a free text: that could be a secret in the wrong
 * place.
 */
final class Findings {
    static final String KIND = "kind";

    private static final String API_VERSION = "apiVersion";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]{0,99}");

    private Findings() {}

    // The root

    static Finding noMap(Node root) {
        return StructureRule.NO_MAP
                .finding("a document must be a map with the keys "
                        + Words.anyOf(Language.get().keys(Language.ROOT)).replace(" or ", " and ") + ", not "
                        + article(root.value()))
                .at(root.place())
                .label("the document starts here")
                .addFixes(Fix.advice("start the document with `apiVersion: farstead/v1alpha1`"))
                .build();
    }

    /** A version that is no slip for ours means another language, about which there is nothing else to say. */
    static Optional<Finding> foreignVersion(Node root) {
        return root.entry(API_VERSION)
                .filter(node -> text(node)
                        .filter(text -> !versions().contains(text))
                        .filter(text -> Spelling.nearest(text, versions(), 1).isEmpty())
                        .isPresent())
                .map(Findings::version);
    }

    private static List<String> versions() {
        return values(Language.get().definition(API_VERSION).path("enum"));
    }

    private static Finding version(Node node) {
        String text = text(node).orElseThrow();
        return notOneOf(StructureRule.API_VERSION, "unknown API version " + Words.quote(text), node, text, versions());
    }

    static Finding noKind(Node root) {
        Optional<Node> kind = root.entry(KIND);
        if (kind.isEmpty()) {
            return missing(root, KIND)
                    .addFixes(Fix.advice("add `kind: Profile` or `kind: Site`"))
                    .build();
        }
        Node node = kind.get();
        return text(node).map(text -> kind(node, text)).orElseGet(() -> type(node, List.of("string"), Language.ROOT));
    }

    private static Finding kind(Node node, String text) {
        return notOneOf(StructureRule.KIND, "unknown kind " + Words.quote(text), node, text, Kind.texts());
    }

    static boolean couldBeKind(String key) {
        List<String> keys = Language.get().keys(Language.ROOT);
        return !keys.contains(key) && Spelling.nearest(key, keys, 3).contains(KIND);
    }

    static Optional<Kind> nearestKind(String text) {
        return Spelling.nearest(text, Kind.texts(), 1).stream().findFirst().flatMap(Kind::of);
    }

    // Keys

    static Finding unknownKey(Node parent, Node node, List<String> suggestions, List<String> free) {
        Finding.Builder finding =
                StructureRule.UNKNOWN_KEY.finding("unknown key " + Words.quote(node.name()) + " in " + called(parent));
        finding.atKey(node.place());
        if (suggestions.isEmpty()) {
            finding.label("nothing reads this");
            finding.addFixes(Fix.advice(
                    free.isEmpty() ? "remove it: every key that can stand here is there" : "use " + Words.anyOf(free)));
        } else {
            finding.label("did you mean " + Words.anyOf(suggestions) + "?");
            boolean plain = parent.value() instanceof SourceMapping mapping
                    && mapping.find(node.name()).orElseThrow().key().plain();
            suggestions.forEach(
                    key -> finding.addFixes(rename("rename it to", node.place().key(), key, plain)));
        }
        return finding.build();
    }

    static Finding misplaced(Node parent, Node node, List<String> places) {
        return misplaced(
                node,
                Words.quote(node.name()) + " does not belong in " + called(parent),
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

    static Finding missingKey(Fault fault) {
        String key = fault.property();
        Language language = Language.get();
        Finding.Builder finding = missing(fault.node(), key);
        language.absence(fault.definition(), key)
                .ifPresent(reason -> finding.code(StructureRule.NOT_YET.code())
                        .message(called(fault.node()) + " has no " + Words.quote(key) + ": " + reason));
        String fix = "add " + Words.quote(key);
        return finding.addFixes(Fix.advice(language.example(fault.definition(), key)
                        .map(value -> fix + ", for example " + Words.quote(value))
                        .orElse(fix)))
                .build();
    }

    private static Finding.Builder missing(Node parent, String key) {
        Place place = parent.place();
        // A root has no key; the line that says what the document is comes nearest.
        Range range = place.path().isEmpty()
                ? parent.entry(KIND)
                        .or(() -> parent.entries().stream().findFirst())
                        .map(node -> node.place().key())
                        .orElse(place.key())
                : place.key();
        Finding.Builder finding = StructureRule.MISSING_KEY.finding(called(parent) + " has no " + Words.quote(key));
        finding.range(range).path(Places.path(place.path(), key)).label(Words.quote(key) + " is missing here");
        return finding;
    }

    static Finding keyForm(Fault fault) {
        Node node = fault.node().entry(fault.property()).orElseThrow();
        String definition = fault.schema().path("$ref").asText().replaceAll(".*/", "");
        return StructureRule.FORM
                .finding("the key " + Words.quote(node.name()) + " in " + called(fault.node()) + " must be "
                        + Language.get().form(definition))
                .atKey(node.place())
                .addFixes(example(definition))
                .build();
    }

    // Values

    static Finding type(Fault fault) {
        List<String> expected = fault.schema().isArray()
                ? values(fault.schema())
                : List.of(fault.schema().asText());
        return type(fault.node(), expected, fault.definition());
    }

    private static Finding type(Node node, List<String> expected, String definition) {
        if (isNull(node.value())) {
            return StructureRule.NO_VALUE
                    .finding(called(node) + " has no value")
                    .atKey(node.place())
                    .label("a value is missing here")
                    .addFixes(Fix.advice("give it a value, or remove it"))
                    .build();
        }
        Finding.Builder finding = StructureRule.TYPE.finding(called(node) + " takes "
                + expected.stream().map(Findings::typeWord).collect(Collectors.joining(" or ")) + ", not "
                + actual(node.value(), expected));
        finding.at(node.place()).label("this is " + actual(node.value(), expected));
        typeFix(node, expected, definition).ifPresent(finding::addFixes);
        return finding.build();
    }

    private static Optional<Fix> typeFix(Node node, List<String> expected, String definition) {
        List<String> keys = expected.contains("object") && !(node.value() instanceof SourceMapping)
                ? Language.get().keys(definition)
                : List.of();
        if (node.value() instanceof SourceScalar scalar) {
            String text = scalar.text();
            boolean isText = scalar.type() == SourceScalar.Type.TEXT;
            if (expected.contains("string") && !isText) {
                return Optional.of(quoteFix(node, text, definition));
            }
            if (expected.contains("integer")
                    && isText
                    && WHOLE_NUMBER.matcher(text).matches()) {
                return Optional.of(replace("write it without quotes:", node, text, Applicability.SAFE));
            }
            if (expected.contains("boolean") && isText) {
                return truth(text).map(value -> replace("write", node, value, Applicability.SAFE));
            }
            if (expected.contains("array")
                    && isText
                    && scalar.plain()
                    && PLAIN_WORD.matcher(text).matches()) {
                return Optional.of(replace("write a list:", node, '[' + text + ']', Applicability.GUESS));
            }
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Fix.advice(
                keys.size() == 1
                        ? "write a map with the key " + Words.anyOf(keys)
                        : "write a map; its keys can be " + Words.anyOf(keys)));
    }

    /** Quotes are what was forgotten only where the text between them would be right. */
    private static Fix quoteFix(Node node, String text, String definition) {
        JsonNode schema = Language.get().definition(definition);
        List<String> values = values(schema.path("enum"));
        if (!values.isEmpty() && !values.contains(text)) {
            return Fix.advice("use " + Words.anyOf(values));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find()) {
            return example(definition);
        }
        return replace("quote it:", node, '"' + text + '"', Applicability.SAFE);
    }

    /** YAML 1.1 had more words for truth, and people still write them. */
    private static Optional<String> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> Optional.of("true");
            case "false", "no", "off", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    static Finding notOneOf(Fault fault) {
        Node node = fault.node();
        String text = text(node).orElseThrow();
        if (node.place().path().equals(KIND)) {
            return kind(node, text);
        }
        if (fault.definition().equals(API_VERSION)) {
            return version(node);
        }
        List<String> values = values(fault.schema());
        if (Language.get().isPlannedValue(fault.definition(), text)) {
            return valueNotYet(node, text, Words.anyOf(values));
        }
        String message = "unknown value " + Words.quote(text) + " of " + called(node);
        return notOneOf(StructureRule.NOT_ONE_OF, message, node, text, values);
    }

    private static Finding notOneOf(StructureRule rule, String message, Node node, String text, List<String> values) {
        Finding.Builder finding = rule.finding(message + ": it can be " + Words.anyOf(values));
        finding.at(node.place());
        List<String> suggestions = Spelling.nearest(text, values, 3);
        if (!suggestions.isEmpty()) {
            finding.label("did you mean " + Words.anyOf(suggestions) + "?");
            boolean plain = node.value() instanceof SourceScalar scalar && scalar.plain();
            suggestions.forEach(
                    value -> finding.addFixes(rename("write", node.place().value(), value, plain)));
        }
        return finding.build();
    }

    private static Finding valueNotYet(Node node, String text, String instead) {
        return StructureRule.NOT_YET
                .finding(Words.quote(text) + " is not supported yet as " + called(node) + ": it can be " + instead)
                .at(node.place())
                .label("nothing acts on this yet")
                .addFixes(Fix.advice("use " + instead))
                .build();
    }

    static Finding form(Fault fault) {
        Node node = fault.node();
        String definition = fault.definition();
        String text = text(node).orElseThrow();
        String form = Language.get().form(definition);
        if (Language.get().isPlannedValue(definition, text)) {
            return valueNotYet(node, text, form);
        }
        return StructureRule.FORM
                .finding(called(node) + " must be " + form)
                .at(node.place())
                .addFixes(example(definition))
                .build();
    }

    private static Fix example(String definition) {
        return Fix.advice("write something like "
                + Language.get().good(definition).map(Words::quote).orElseThrow());
    }

    static Finding outOfRange(Fault fault) {
        JsonNode definition = Language.get().definition(fault.definition());
        return StructureRule.OUT_OF_RANGE
                .finding(called(fault.node()) + " must be from "
                        + definition.path("minimum").asText() + " to "
                        + definition.path("maximum").asText())
                .at(fault.node().place())
                .build();
    }

    static Finding number(Node node, String text) {
        return StructureRule.NUMBER
                .finding(Words.quote(text) + " is no number that a program can hold")
                .at(node.place())
                .label("programs would read infinity, zero or nothing")
                .build();
    }

    // Lists and choices

    static Finding empty(Fault fault, String what) {
        return StructureRule.EMPTY
                .finding(called(fault.node()) + " needs at least one " + what)
                .at(fault.node().place())
                .label("there is none")
                .build();
    }

    static Finding tooFewKeys(Fault fault) {
        JsonNode definition = Language.get().definition(fault.definition());
        if (!definition.has("maxProperties")) {
            return empty(fault, "entry");
        }
        String ways = Words.anyOf(Language.get().keys(fault.definition()));
        return StructureRule.CHOICE
                .finding(called(fault.node()) + " needs " + ways)
                .at(fault.node().place())
                .label("there is none")
                .addFixes(Fix.advice("add " + ways))
                .build();
    }

    /** Unknown keys have findings of their own; here only ways that exist count. */
    static List<Finding> tooManyWays(Fault fault) {
        List<String> ways = Language.get().keys(fault.definition());
        List<Node> given = fault.node().entries().stream()
                .filter(entry -> ways.contains(entry.name()))
                .toList();
        if (given.size() < 2) {
            return List.of();
        }
        Finding.Builder finding = StructureRule.CHOICE.finding(called(fault.node()) + " takes only one of "
                + given.stream().map(way -> Words.quote(way.name())).collect(Collectors.joining(" and ")));
        finding.atKey(given.get(1).place()).label("a second way to say it");
        finding.addRelated(new Related(given.get(0).place().key(), "the first one"));
        finding.addFixes(Fix.advice("keep one of them"));
        return List.of(finding.build());
    }

    static List<Finding> twice(Fault fault) {
        List<Finding> findings = new ArrayList<>();
        Map<Object, Node> first = new HashMap<>();
        for (Node item : fault.node().items()) {
            Node before = first.putIfAbsent(JsonTree.of(item.value()), item);
            if (before != null) {
                findings.add(StructureRule.TWICE
                        .finding(called(item) + " is the same as " + called(before))
                        .at(item.place())
                        .label("given a second time")
                        .addRelated(new Related(before.place().value(), "given first here"))
                        .addFixes(Fix.advice("remove one of them"))
                        .build());
            }
        }
        return findings;
    }

    // Parts of sentences

    private static Fix rename(String what, Range range, String word, boolean plain) {
        // JSON has no plain texts, and who quotes in YAML wants to see quotes.
        String replacement = plain ? word : '"' + word + '"';
        return Fix.of(what + ' ' + Words.quote(word), new Edit(range, replacement), Applicability.GUESS);
    }

    private static Fix replace(String what, Node node, String replacement, Applicability applicability) {
        return Fix.of(
                what + ' ' + Words.quote(replacement), new Edit(node.place().value(), replacement), applicability);
    }

    private static String called(Node node) {
        return node.place().path().isEmpty() ? "the document" : Words.quote(node.name());
    }

    private static List<String> values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean isNull(SourceNode node) {
        return node instanceof SourceScalar scalar && scalar.type() == SourceScalar.Type.NULL;
    }

    /**
     * Returns the text of a node.
     *
     * @param node the node
     * @return its text, or empty where it is none
     */
    static Optional<String> text(Node node) {
        return node.value() instanceof SourceScalar scalar && scalar.type() == SourceScalar.Type.TEXT
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static String typeWord(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map";
            default -> throw new IllegalStateException("no word for the type " + type);
        };
    }

    private static String actual(SourceNode node, List<String> expected) {
        boolean fraction = expected.contains("integer")
                && node instanceof SourceScalar scalar
                && scalar.type() == SourceScalar.Type.FLOAT;
        return fraction ? "a fraction" : article(node);
    }

    private static String article(SourceNode node) {
        if (node instanceof SourceMapping) {
            return "a map";
        }
        if (node instanceof SourceSequence) {
            return "a list";
        }
        return switch (((SourceScalar) node).type()) {
            case TEXT -> "text";
            case INTEGER -> "a whole number";
            case FLOAT -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "nothing";
        };
    }
}
