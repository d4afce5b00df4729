// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said about values of another type, and how to put them right. */
final class TypeFindings {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]{0,99}");

    private TypeFindings() {}

    static Finding type(Fault fault) {
        List<String> expected = fault.schema().isArray()
                ? Language.texts(fault.schema())
                : List.of(fault.schema().asText());
        return type(fault.node(), expected, fault.definition());
    }

    static Finding type(Node node, List<String> expected, String definition) {
        if (isNull(node.value())) {
            return StructureRule.NO_VALUE
                    .finding(Words.called(node) + " has no value")
                    .atKey(node.place())
                    .label("a value is missing here")
                    .addFixes(Fix.advice("give it a value, or remove it"))
                    .build();
        }
        if (definition.equals(SecretFindings.REFERENCE) && node.value() instanceof SourceScalar) {
            return SecretFindings.open(node);
        }
        Finding.Builder finding = StructureRule.TYPE.finding(Words.called(node) + " takes "
                + expected.stream().map(TypeFindings::typeWord).collect(Collectors.joining(" or ")) + ", not "
                + actual(node.value(), expected));
        finding.at(node.place())
                .hidden(SecretFindings.isSecret(definition))
                .label("this is " + actual(node.value(), expected));
        finding.addFixes(typeFix(node, expected, definition).orElseGet(() -> Fix.advice(rewrite(expected))));
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
                return Optional.of(Fixes.replace("write it without quotes:", node, text, Applicability.SAFE));
            }
            if (expected.contains("boolean") && isText) {
                return truth(text)
                        .map(value -> Fixes.replace("write", node, value, Applicability.SAFE))
                        .or(() -> nearTruth(text, definition)
                                .map(value -> Fixes.replace("write", node, value, Applicability.GUESS)));
            }
            if (expected.contains("array")
                    && isText
                    && scalar.plain()
                    && PLAIN_WORD.matcher(text).matches()) {
                return Optional.of(Fixes.replace("write a list:", node, '[' + text + ']', Applicability.GUESS));
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

    private static String rewrite(List<String> expected) {
        return expected.stream()
                .map(type -> switch (type) {
                    case "array" -> "write a list: a line with `- ` for each item";
                    case "object" -> "write a map: a line with `name: value` for each entry";
                    default -> "write " + typeWord(type);
                })
                .collect(Collectors.joining(", or "));
    }

    /** Quotes are what was forgotten only where the text between them would be right. */
    private static Fix quoteFix(Node node, String text, String definition) {
        JsonNode schema = Language.get().definition(definition);
        List<String> values = Language.texts(schema.path("enum"));
        if (!values.isEmpty() && !values.contains(text)) {
            return Fix.advice("use " + Words.anyOf(values));
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find()) {
            return Fixes.example(definition);
        }
        return Fixes.replace("quote it:", node, '"' + text + '"', Applicability.SAFE);
    }

    /** YAML 1.1 had more words for truth, and people still write them. */
    private static Optional<String> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> Optional.of("true");
            case "false", "no", "off", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<String> nearTruth(String text, String definition) {
        List<String> only = Language.texts(Language.get().definition(definition).path("enum"));
        return Spelling.nearest(text, only.isEmpty() ? List.of("true", "false") : only, 1).stream()
                .findFirst();
    }

    private static boolean isNull(SourceNode node) {
        return node instanceof SourceScalar scalar && scalar.type() == SourceScalar.Type.NULL;
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

    static String article(SourceNode node) {
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
