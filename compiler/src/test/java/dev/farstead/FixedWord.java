// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.databind.JsonNode;
import dev.farstead.compiler.read.SourceDocument;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.source.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A word in a document that the schema fixes: a key of a map, or a value of an enumeration.
 *
 * @param where name of the definition that fixes it
 * @param range where it stands
 * @param text the word
 * @param known all words that may stand there
 * @param present those of them that the same map has already; none for a value
 */
record FixedWord(String where, Range range, String text, Set<String> known, Set<String> present) {
    private static final SpecSchema SCHEMA = new SpecSchema();

    /** Collects the words of a document. */
    private record Found(List<FixedWord> keys, List<FixedWord> values) {
        void node(String name, JsonNode schema, SourceNode node) {
            if (node instanceof SourceMapping mapping) {
                mapping(name, schema, mapping);
            } else if (node instanceof SourceSequence sequence) {
                JsonNode items = schema.path("items");
                sequence.items().forEach(item -> node(SpecSchema.name(items, name), SCHEMA.resolve(items), item));
            } else if (node instanceof SourceScalar scalar && !values(schema).isEmpty()) {
                values.add(new FixedWord(name, scalar.range(), scalar.text(), values(schema), Set.of()));
            }
        }

        private void mapping(String name, JsonNode schema, SourceMapping mapping) {
            Set<String> fixed = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(fixed::add);
            Set<String> present = new TreeSet<>();
            mapping.entries().forEach(entry -> present.add(entry.key().text()));
            for (SourceEntry entry : mapping.entries()) {
                String key = entry.key().text();
                if (fixed.contains(key)) {
                    keys.add(new FixedWord(name, entry.key().range(), key, fixed, present));
                }
                JsonNode of = schema.path(fixed.contains(key) ? "properties" : "additionalProperties");
                JsonNode child = fixed.contains(key) ? of.path(key) : of;
                node(SpecSchema.name(child, name + '.' + key), SCHEMA.resolve(child), entry.value());
            }
        }

        private static Set<String> values(JsonNode schema) {
            Set<String> values = new TreeSet<>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            boolean truth = schema.path("type").asText().equals("boolean");
            return truth && values.isEmpty() ? Set.of("true", "false") : values;
        }
    }

    static List<FixedWord> keys(SourceDocument document) {
        return found(document).keys;
    }

    static List<FixedWord> values(SourceDocument document) {
        return found(document).values;
    }

    /** Returns every key that a map of the language can have, behind the name of its definition. */
    static Set<String> allKeys() {
        return SCHEMA.possible().stream()
                .filter(possible -> possible.matches("[A-Za-z]+\\.[A-Za-z]+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Found found(SourceDocument document) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        String kind = Documents.kind(document);
        found.node(kind, SCHEMA.definition(kind), document.root());
        return found;
    }

    /** Returns a text of the source with another one in the place of the word. */
    String replaced(String source, String other) {
        return source.substring(0, range.start().offset())
                + other
                + source.substring(range.end().offset());
    }
}
