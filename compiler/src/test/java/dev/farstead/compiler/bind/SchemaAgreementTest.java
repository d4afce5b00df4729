// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.model.axis.AxisValue;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Walks schema and shapes side by side: each key of one is a key of the other, and each value has the type that the
 * schema lets through.
 */
final class SchemaAgreementTest {
    /** What only the form of keys or the structure pass itself needs. */
    private static final Set<String> WITHOUT_VALUE = Set.of("apiVersion", "labelKey", "interfaceName");

    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final Set<String> visited = new TreeSet<>();

    SchemaAgreementTest() throws JsonProcessingException {
        for (SchemaText schema : StructureSchemas.all()) {
            for (Map.Entry<String, JsonNode> definition : new ObjectMapper()
                    .readTree(schema.text())
                    .path("definitions")
                    .properties()) {
                definitions.put(definition.getKey(), definition.getValue());
            }
        }
    }

    @Test
    void schemaAndModelAgreeInBothDirections() {
        agree(definition("metadata"), SiteShapes.METADATA, "metadata");
        agree(definition("profileSpec"), ProfileShapes.SPEC, "profileSpec");
        agree(definition("siteSpec"), SiteShapes.SPEC, "siteSpec");
        visited.addAll(List.of("metadata", "profileSpec", "siteSpec"));
        visited.addAll(WITHOUT_VALUE);
        assertThat(visited).isEqualTo(new TreeSet<>(definitions.keySet()));
    }

    private void agree(JsonNode schema, Decoder<?> decoder, String path) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replaceAll(".*/", "");
            visited.add(name);
            agree(definition(name), decoder, path);
        } else if (decoder instanceof Shape<?, ?> shape) {
            agreeOnKeys(schema, shape, path);
        } else if (decoder instanceof Choice<?> choice) {
            agreeOnWays(schema, choice, path);
        } else if (decoder instanceof Decoder.Items<?> items) {
            assertThat(types(schema)).as(path).containsExactly("array");
            agree(schema.path("items"), items.item(), path + "[]");
        } else if (decoder instanceof Decoder.Entries<?> entries) {
            assertThat(types(schema)).as(path).containsExactly("object");
            assertThat(schema.has("properties")).as(path).isFalse();
            agree(schema.path("additionalProperties"), entries.value(), path + ".*");
        } else if (decoder instanceof Decoder.Axis<?> axis) {
            assertThat(texts(schema.path("enum")))
                    .as(path)
                    .containsExactlyElementsOf(
                            axis.values().stream().map(AxisValue::text).toList());
        } else if (decoder instanceof Decoder.Config) {
            assertThat(types(schema)).as(path).containsExactly("string", "number", "boolean", "array", "object");
        } else {
            // What can only be chosen, and not be chosen against, is written `true` or left out.
            assertThat(!schema.has("enum") || texts(schema.path("enum")).equals(List.of("true")))
                    .as(path)
                    .isTrue();
            assertThat(types(schema)).as(path).containsExactly(scalarType(decoder));
        }
    }

    private void agreeOnKeys(JsonNode schema, Shape<?, ?> shape, String path) {
        assertThat(types(schema)).as(path).containsExactly("object");
        Set<String> keys = new TreeSet<>(shape.fields().keySet());
        Set<String> required = new TreeSet<>();
        shape.fields().values().stream().filter(Field::required).forEach(field -> required.add(field.name()));
        // One type serves for a site's own specification and for a profile's defaults.
        if (path.equals("siteSpec")) {
            required.add("profile");
        } else if (path.equals("profileSpec.site")) {
            keys.remove("profile");
        }
        Set<String> properties = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        assertThat(properties).as(path).isEqualTo(keys);
        assertThat(new TreeSet<>(texts(schema.path("required")))).as(path).isEqualTo(required);
        for (String key : keys) {
            Decoder<?> decoder = Objects.requireNonNull(shape.fields().get(key)).decoder();
            agree(schema.path("properties").path(key), decoder, path + '.' + key);
        }
    }

    private void agreeOnWays(JsonNode schema, Choice<?> choice, String path) {
        assertThat(types(schema).contains("string"))
                .as(path)
                .isEqualTo(choice.plain().isPresent());
        Set<String> keys = new TreeSet<>();
        choice.ways().forEach(way -> keys.add(way.key()));
        Set<String> properties = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        assertThat(properties).as(path).isEqualTo(keys);
        // Exactly one way can be taken.
        assertThat(schema.path("minProperties").asInt() == 1
                        || texts(schema.path("required")).size() == 1)
                .as(path)
                .isTrue();
        assertThat(schema.path("maxProperties").asInt() == 1 || keys.size() == 1)
                .as(path)
                .isTrue();
        choice.ways()
                .forEach(
                        way -> agree(schema.path("properties").path(way.key()), way.decoder(), path + '.' + way.key()));
    }

    private static String scalarType(Decoder<?> decoder) {
        if (decoder instanceof Decoder.Text) {
            return "string";
        }
        return decoder instanceof Decoder.WholeNumber ? "integer" : "boolean";
    }

    private static List<String> types(JsonNode schema) {
        return schema.path("type").isArray()
                ? texts(schema.path("type"))
                : List.of(schema.path("type").asText());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private JsonNode definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }
}
