// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import java.util.Optional;

/**
 * What is said about values of the right type. They quote values of fixed sets, never a free text: that could be a
 * secret in the wrong place.
 */
final class ValueFindings {
    private ValueFindings() {}

    static Finding notOneOf(Fault fault) {
        Node node = fault.node();
        if (node.text().isEmpty()) {
            return onlyOne(node, Words.anyOf(Language.texts(fault.schema())));
        }
        String text = node.text().get();
        if (node.place().path().equals(RootFindings.KIND)) {
            return RootFindings.kind(node);
        }
        if (fault.definition().equals(RootFindings.API_VERSION)) {
            return RootFindings.version(node);
        }
        List<String> values = Language.texts(fault.schema());
        if (Language.get().isPlannedValue(fault.definition(), text)) {
            return valueNotYet(node, text, Words.anyOf(values));
        }
        String message = "unknown value " + Words.quote(text) + " of " + Words.called(node);
        return notOneOf(StructureRule.NOT_ONE_OF, message, node, text, values);
    }

    static Finding notOneOf(StructureRule rule, String message, Node node, String text, List<String> values) {
        Finding.Builder finding = rule.finding(message + ": it can be " + Words.anyOf(values));
        finding.at(node.place());
        List<String> suggestions = Spelling.nearest(text, values, 3);
        if (suggestions.isEmpty()) {
            finding.addFixes(Fix.advice("write " + Words.anyOf(values)));
        } else {
            finding.label("did you mean " + Words.anyOf(suggestions) + "?");
            boolean plain = node.value() instanceof SourceScalar scalar && scalar.plain();
            suggestions.forEach(
                    value -> finding.addFixes(Fixes.rename("write", node.place().value(), value, plain)));
        }
        return finding.build();
    }

    /** A truth value that can be one alone chooses a way; the other chooses nothing. */
    private static Finding onlyOne(Node node, String value) {
        return StructureRule.NOT_ONE_OF
                .finding(Words.called(node) + " can only be " + value)
                .at(node.place())
                .label("this chooses nothing")
                .addFixes(Fix.advice("write " + value + ", or choose another way"))
                .build();
    }

    private static Finding valueNotYet(Node node, String text, String instead) {
        return StructureRule.NOT_YET
                .finding(
                        Words.quote(text) + " is not supported yet as " + Words.called(node) + ": it can be " + instead)
                .at(node.place())
                .label("nothing acts on this yet")
                .addFixes(Fix.advice("use " + instead))
                .build();
    }

    static Finding form(Fault fault) {
        Node node = fault.node();
        String definition = fault.definition();
        String text = node.text().orElseThrow();
        String form = Language.get().form(definition);
        if (Language.get().isPlannedValue(definition, text)) {
            return valueNotYet(node, text, form);
        }
        Finding.Builder finding = FormRule.of(definition)
                .finding(Words.called(node) + " must be " + form)
                .at(node.place())
                .naming(SecretFindings.isSecret(definition) ? "" : text)
                .hidden(SecretFindings.isSecret(definition));
        Optional<String> mended = Repairs.of(
                definition,
                Language.get().definition(definition).path("pattern").asText(),
                text);
        return finding.addFixes(
                        mended.map(meant -> Fixes.mended(node, meant)).orElseGet(() -> Fixes.example(definition)))
                .build();
    }

    static Finding outOfRange(Fault fault) {
        JsonNode definition = Language.get().definition(fault.definition());
        return StructureRule.OUT_OF_RANGE
                .finding(Words.called(fault.node()) + " must be from "
                        + definition.path("minimum").asText() + " to "
                        + definition.path("maximum").asText())
                .at(fault.node().place())
                .addFixes(Fix.advice("choose a number in that range"))
                .build();
    }

    static Finding number(Node node, String text) {
        return StructureRule.NUMBER
                .finding(Words.quote(text) + " is no number that a program can hold")
                .at(node.place())
                .label("programs would read infinity, zero or nothing")
                .addFixes(Fix.advice("write a number that 64 bits hold, or quote it where a text is meant"))
                .build();
    }
}
