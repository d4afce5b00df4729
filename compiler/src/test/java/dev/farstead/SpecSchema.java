// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.schemas.StructureSchemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The structure schemas as a generator sees them: definitions by name, and what of them a document uses. The two kinds are the
 * definitions {@code Profile} and {@code Site}.
 */
final class SpecSchema {
    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final JsonNode patterns = parse(StructureSchemas.patterns());

    SpecSchema() {
        StructureSchemas.all()
                .forEach(schema -> parse(schema.text())
                        .path("definitions")
                        .properties()
                        .forEach(definition -> definitions.put(definition.getKey(), definition.getValue())));
        definitions.put("Profile", parse(StructureSchemas.profile().text()));
        definitions.put("Site", parse(StructureSchemas.site().text()));
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    /** Returns a value that fits the pattern of a definition. */
    String good(String definition) {
        return patterns.path(definition).path("good").asText();
    }

    /** Returns the definition that a schema refers to; a schema that stands where it is used is named by where that is. */
    static String name(JsonNode schema, String where) {
        return schema.has("$ref") ? schema.path("$ref").asText().replaceAll(".*#/definitions/", "") : where;
    }

    /** Returns the definition behind a schema. */
    JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? definition(name(schema, "")) : schema;
    }

    /**
     * Returns all that a document can do: set a key, leave out one that may be left out, take each value of an enumeration, and each
     * of the types that a value may have.
     */
    Set<String> possible() {
        Set<String> possible = new TreeSet<>();
        definitions.forEach((name, definition) -> {
            definition.path("properties").properties().forEach(property -> {
                possible.add(name + '.' + property.getKey());
                // Of an object that holds exactly one key, none can be left out but for another.
                if (!required(definition).contains(property.getKey())
                        && definition.path("maxProperties").asInt() != 1) {
                    possible.add(name + '.' + property.getKey() + " left out");
                }
                property.getValue()
                        .path("enum")
                        .forEach(value -> possible.add(name + '.' + property.getKey() + ' ' + value));
            });
            definition.path("enum").forEach(value -> possible.add(name + ' ' + value));
            if (definition.path("type").isArray()) {
                definition.path("type").forEach(type -> possible.add(name + " of type " + type.asText()));
            }
        });
        return possible;
    }

    /** Returns what of {@link #possible} a document does. */
    Set<String> used(String kind, Object document) {
        Set<String> used = new TreeSet<>();
        collect(kind, definition(kind), document, used);
        return used;
    }

    private void collect(String name, JsonNode schema, Object value, Set<String> used) {
        if (schema.has("enum")) {
            used.add(name + ' ' + (value instanceof Boolean ? value.toString() : '"' + value.toString() + '"'));
        }
        if (schema.path("type").isArray()) {
            used.add(name + " of type " + type(value));
        }
        if (value instanceof Map<?, ?> map) {
            schema.path("properties").properties().forEach(property -> {
                String key = name + '.' + property.getKey();
                used.add(map.containsKey(property.getKey()) ? key : key + " left out");
            });
            map.forEach((key, member) -> {
                JsonNode of = schema.path("properties").path((String) key);
                JsonNode child = of.isMissingNode() ? schema.path("additionalProperties") : of;
                collect(name(child, name + '.' + key), resolve(child), member, used);
            });
        } else if (value instanceof List<?> items) {
            JsonNode child = schema.path("items");
            items.forEach(item -> collect(name(child, name), resolve(child), item, used));
        }
    }

    private static String type(Object value) {
        if (value instanceof Map) {
            return "object";
        } else if (value instanceof List) {
            return "array";
        } else if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Number ? "number" : "string";
    }

    static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(key -> required.add(key.asText()));
        return required;
    }
}
