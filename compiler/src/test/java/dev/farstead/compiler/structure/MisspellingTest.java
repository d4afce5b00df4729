// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every key that the schema fixes, misspelt in every way that a finger slips: one finding, at that key, with the right
 * one suggested.
 */
final class MisspellingTest {
    private static final List<String> LETTERS =
            List.of("a", "e", "i", "n", "r", "s", "t", "x", "z", "X", "-", "_", "1");

    @ParameterizedTest
    @ValueSource(
            strings = {"every-key-profile.yaml", "every-key-site.yaml", "retail-profile.yaml", "retail-stores.yaml"})
    void aMisspeltKeyGivesOneFindingAtThatKey(String file) {
        int tried = 0;
        for (SourceDocument document : Documents.file(file)) {
            assertThat(StructureCheck.check(document)).isEmpty();
            for (SourceEntry entry : fixedEntries(document)) {
                for (String typo : typos(entry.key().text())) {
                    if (isKey(typo)) {
                        continue;
                    }
                    tried++;
                    List<Finding> findings = StructureCheck.check(renamed(document, entry, typo));
                    assertThat(findings).as("%s for %s", typo, entry.key()).hasSize(1);
                    Finding finding = findings.get(0);
                    assertThat(finding.code())
                            .as("%s for %s", typo, entry.key())
                            .isEqualTo("SPEC-004");
                    assertThat(finding.range()).hasValue(entry.key().range());
                    assertThat(finding.fixes())
                            .as("%s for %s", typo, entry.key())
                            .hasSizeLessThanOrEqualTo(3)
                            .anySatisfy(fix -> assertThat(fix.edits())
                                    .containsExactly(new Edit(
                                            entry.key().range(), entry.key().text())));
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    void everyKeyOfTheSchemaIsMisspelt() {
        Set<String> keys = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            for (SourceDocument document :
                    Documents.file("every-key-" + kind.name().toLowerCase(Locale.ROOT) + ".yaml")) {
                fixedEntries(document).forEach(entry -> keys.add(entry.key().text()));
            }
        }
        for (SchemaText schema : StructureSchemas.all()) {
            Language.parse(schema.text())
                    .path("definitions")
                    .fieldNames()
                    .forEachRemaining(definition ->
                            assertThat(keys).containsAll(Language.get().keys(definition)));
        }
    }

    private static Set<String> typos(String key) {
        Set<String> typos = new LinkedHashSet<>();
        for (int i = 0; i < key.length(); i++) {
            String before = key.substring(0, i);
            String after = key.substring(i + 1);
            typos.add(before + after);
            typos.add(before + key.charAt(i) + key.charAt(i) + after);
            for (String letter : LETTERS) {
                typos.add(before + letter + after);
            }
            if (!after.isEmpty()) {
                typos.add(before + after.charAt(0) + key.charAt(i) + after.substring(1));
            }
        }
        typos.remove(key);
        typos.remove("");
        return typos;
    }

    /** Some slips make another key of the language, such as {@code http} of {@code https}. */
    private static boolean isKey(String typo) {
        return Stream.of(Kind.values())
                .anyMatch(kind -> !Language.get().parents(kind, typo).isEmpty());
    }

    private static List<SourceEntry> fixedEntries(SourceDocument document) {
        List<SourceEntry> entries = new ArrayList<>();
        collect(document.root(), "", entries);
        return entries;
    }

    private static void collect(SourceNode node, String key, List<SourceEntry> entries) {
        boolean free = Set.of("labels", "tags", "interfaces", "hostClasses").contains(key);
        if (node instanceof SourceMapping mapping) {
            for (SourceEntry entry : mapping.entries()) {
                if (!free) {
                    entries.add(entry);
                }
                if (!entry.key().text().equals("config")) {
                    collect(entry.value(), free ? "" : entry.key().text(), entries);
                }
            }
        } else if (node instanceof SourceSequence sequence) {
            sequence.items().forEach(item -> collect(item, "", entries));
        }
    }

    private static SourceDocument renamed(SourceDocument document, SourceEntry renamed, String name) {
        return new SourceDocument(document.source(), mapEntries(document.root(), entry -> {
            if (!entry.equals(renamed)) {
                return entry;
            }
            SourceScalar key = entry.key();
            return new SourceEntry(
                    new SourceScalar(key.range(), name, SourceScalar.Type.TEXT, key.plain()), entry.value());
        }));
    }

    private static SourceNode mapEntries(SourceNode node, UnaryOperator<SourceEntry> change) {
        if (node instanceof SourceMapping mapping) {
            return new SourceMapping(
                    mapping.range(),
                    mapping.entries().stream()
                            .map(entry -> {
                                SourceEntry changed = change.apply(entry);
                                return new SourceEntry(changed.key(), mapEntries(changed.value(), change));
                            })
                            .toList());
        }
        if (node instanceof SourceSequence sequence) {
            return new SourceSequence(
                    sequence.range(),
                    sequence.items().stream()
                            .map(item -> mapEntries(item, change))
                            .toList());
        }
        return node;
    }
}
