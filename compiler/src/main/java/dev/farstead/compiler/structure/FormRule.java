// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.model.finding.Explanation;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.schemas.StructureSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form of a text. Most forms share one code; one that a document or a program asks for has a code, an effect and evidence of its own,
 * beside its pattern's words.
 *
 * @param explanation what stands behind the code
 * @param effect what a wrong form does; empty for the shared code
 */
public record FormRule(Explanation explanation, Optional<String> effect) {
    /** Returns the rule of a definition's pattern. */
    static FormRule of(String definition) {
        return read(Language.get().pattern(definition))
                .orElseGet(() -> new FormRule(StructureRule.FORM.explanation(), Optional.empty()));
    }

    private static Optional<FormRule> read(JsonNode pattern) {
        if (!pattern.has("code")) {
            return Optional.empty();
        }
        List<String> rows = new ArrayList<>();
        pattern.path("rows").forEach(row -> rows.add(row.asText()));
        String effect = pattern.path("effect").asText();
        return Optional.of(new FormRule(
                new Explanation(
                        pattern.path("code").asText(),
                        Severity.ERROR,
                        pattern.path("title").asText(),
                        "It must be " + pattern.path("words").asText() + ". Otherwise " + effect + ".",
                        rows,
                        pattern.path("source").asText(),
                        pattern.path("inferred").asBoolean(),
                        pattern.path("good").asText(),
                        pattern.path("bad").asText()),
                Optional.of(effect)));
    }

    Finding.Builder finding(String message) {
        Finding.Builder finding = Finding.builder();
        finding.code(explanation.code())
                .severity(explanation.severity())
                .message(message)
                .effect(effect);
        return finding;
    }

    /**
     * Returns the explanations of all forms that have a code of their own.
     *
     * @return the explanations in the order of the patterns
     */
    public static Stream<Explanation> explanations() {
        return SchemaReader.read(StructureSchemas.patterns()).properties().stream()
                .flatMap(entry -> read(entry.getValue()).stream())
                .map(FormRule::explanation);
    }
}
