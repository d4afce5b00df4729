// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class StructureSchemasTest {
    /** Keywords that no document can break by themselves. */
    private static final Set<String> UNBREAKABLE =
            Set.of("$schema", "$id", "$ref", "definitions", "properties", "items");

    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();

    StructureSchemasTest() {
        for (SchemaText schema : StructureSchemas.all()) {
            for (Map.Entry<String, JsonNode> definition :
                    SchemaReader.read(schema.text()).path("definitions").properties()) {
                assertThat(definitions.put(definition.getKey(), definition.getValue()))
                        .as("two definitions are named %s", definition.getKey())
                        .isNull();
            }
        }
    }

    @Test
    void everySchemaKeepsTheRulesOfDraft07() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        var metaSchema = registry.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema"));
        assertThat(metaSchema.validate(SchemaReader.read("{\"type\": \"objct\"}")))
                .isNotEmpty();
        for (SchemaText schema : StructureSchemas.all()) {
            assertThat(metaSchema.validate(SchemaReader.read(schema.text())))
                    .as(schema.id())
                    .isEmpty();
            assertThat(SchemaReader.read(schema.text()).path("$id").asText()).isEqualTo(schema.id());
            assertThat(SchemaReader.read(schema.text()).path("$schema").asText())
                    .isEqualTo("http://json-schema.org/draft-07/schema#");
        }
    }

    @Test
    void theVocabularyIsClosed() {
        Set<String> used = new TreeSet<>();
        forEachSchema((name, schema) -> schema.fieldNames().forEachRemaining(used::add));
        Set<String> known = new TreeSet<>(UNBREAKABLE);
        known.addAll(Translation.TRANSLATORS.keySet());
        assertThat(used).isEqualTo(known);
    }

    @Test
    void objectsAreClosedAndReferencesStandAlone() {
        forEachSchema((name, schema) -> {
            if (schema.has("$ref")) {
                assertThat(schema.size()).as(name).isEqualTo(1);
                assertThat(definitions).containsKey(schema.path("$ref").asText().replaceAll(".*#/definitions/", ""));
            }
            if (schema.has("properties")) {
                assertThat(schema.path("additionalProperties").isBoolean())
                        .as(name)
                        .isTrue();
                assertThat(schema.path("additionalProperties").asBoolean())
                        .as(name)
                        .isFalse();
            } else if (schema.path("type").asText().equals("object")) {
                assertThat(schema.path("additionalProperties").has("$ref"))
                        .as(name)
                        .isTrue();
            }
        });
    }

    @Test
    void everyDefinitionIsUsed() {
        Set<String> used = new HashSet<>();
        forEachSchema((name, schema) -> {
            if (schema.has("$ref")) {
                used.add(schema.path("$ref").asText().replaceAll(".*#/definitions/", ""));
            }
        });
        assertThat(definitions.keySet()).isEqualTo(used);
    }

    @Test
    void everyWholeNumberHasBoundsThatFitAnInteger() {
        forEachSchema((name, schema) -> {
            if (schema.path("type").asText().equals("integer")) {
                assertThat(schema.path("minimum").canConvertToInt()).as(name).isTrue();
                assertThat(schema.path("maximum").canConvertToInt()).as(name).isTrue();
            }
        });
    }

    @Test
    void everyPatternHasWordsAndAnExampleThatFits() {
        JsonNode patterns = SchemaReader.read(StructureSchemas.patterns());
        Set<String> withPattern = new TreeSet<>();
        definitions.forEach((name, definition) -> {
            if (definition.has("pattern")) {
                withPattern.add(name);
                Pattern pattern = Pattern.compile(definition.path("pattern").asText());
                String good = patterns.path(name).path("good").asText();
                assertThat(pattern.matcher(good).find()).as(name).isTrue();
                assertThat(patterns.path(name).path("words").asText()).as(name).isNotEmpty();
            }
        });
        Set<String> withWords = new TreeSet<>();
        patterns.fieldNames().forEachRemaining(withWords::add);
        assertThat(withWords).isEqualTo(withPattern);
        forEachSchema((name, schema) -> {
            if (schema.has("pattern")) {
                assertThat(withPattern)
                        .as("a pattern needs a definition of its own")
                        .contains(name);
            }
        });
    }

    @Test
    void noPatternTakesLongOrDeepOverHostileText() {
        List<String> hostile = new ArrayList<>();
        for (String part : List.of("a", "0", "/a", "a.", "a-", "1.", ":", "A/", " ", "-", "=", "a\n", "ssh-a ")) {
            hostile.add(part.repeat(65_536));
            hostile.add("a" + part.repeat(65_536) + "\n");
            hostile.add("ssh-ed25519 " + part.repeat(65_536) + "!\n");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> definitions.forEach((name, definition) -> {
                    if (definition.has("pattern")) {
                        Pattern pattern =
                                Pattern.compile(definition.path("pattern").asText());
                        hostile.forEach(
                                text -> assertThat(pattern.matcher(text).find()).isIn(true, false));
                    }
                }));
    }

    @Test
    void whatIsPlannedIsNotInTheSchema() {
        JsonNode planned = SchemaReader.read(StructureSchemas.planned());
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, JsonNode> axis : planned.path("values").properties()) {
            JsonNode definition = definition(axis.getKey());
            for (JsonNode value : axis.getValue()) {
                all.assertThat(definition.path("enum")).doesNotContain(value);
                if (definition.has("pattern")) {
                    all.assertThat(value.asText())
                            .doesNotMatch(definition.path("pattern").asText());
                }
            }
        }
        for (Map.Entry<String, JsonNode> map : planned.path("keys").properties()) {
            all.assertThat(definitions).containsKey(map.getKey());
        }
        for (Map.Entry<String, JsonNode> map : planned.path("keys").properties()) {
            for (JsonNode key : map.getValue()) {
                all.assertThat(definition(map.getKey()).path("properties").has(key.asText()))
                        .as(key.asText())
                        .isFalse();
            }
        }
        all.assertAll();
    }

    @Test
    void aProfileHoldsDefaultsForAllThatASiteSaysButTheProfile() {
        JsonNode site = definition("siteSpec").path("properties").deepCopy();
        ((ObjectNode) site).remove("profile");
        assertThat(definition("siteDefaults").path("properties")).isEqualTo(site);
    }

    @Test
    void noSchemaIsFetched() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> registry.getSchema(SchemaLocation.of("http://127.0.0.1:1/schema.json")));
    }

    private JsonNode definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    private void forEachSchema(BiConsumer<String, JsonNode> visitor) {
        for (SchemaText schema : StructureSchemas.all()) {
            visit(schema.id(), SchemaReader.read(schema.text()), visitor);
        }
    }

    private static void visit(String name, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(name, schema);
        for (String container : List.of("properties", "definitions")) {
            for (Map.Entry<String, JsonNode> child : schema.path(container).properties()) {
                visit(
                        container.equals("definitions") ? child.getKey() : name + '/' + child.getKey(),
                        child.getValue(),
                        visitor);
            }
        }
        for (String child : List.of("items", "additionalProperties", "propertyNames")) {
            if (schema.path(child).isObject()) {
                visit(name + '/' + child, schema.path(child), visitor);
            }
        }
    }
}
