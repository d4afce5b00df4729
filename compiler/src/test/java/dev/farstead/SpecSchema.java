// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.schemas.StructureSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The structure schemas as a generator sees them: definitions by name, and what of them a document uses. The two kinds are the
 * definitions {@code Profile} and {@code Site}.
 */
final class SpecSchema {
    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final JsonNode patterns = parse(StructureSchemas.patterns());

    SpecSchema() {
        this(UnaryOperator.identity());
    }

    /** Takes what changes the text of each schema. */
    SpecSchema(UnaryOperator<String> change) {
        StructureSchemas.all()
                .forEach(schema -> parse(change.apply(schema.text()))
                        .path("definitions")
                        .properties()
                        .forEach(definition -> definitions.put(definition.getKey(), definition.getValue())));
        definitions.put("Profile", parse(change.apply(StructureSchemas.profile().text())));
        definitions.put("Site", parse(change.apply(StructureSchemas.site().text())));
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
     * Returns all that documents can do, by place: set a key, leave out one that may be left out, take each value of an enumeration or
     * truth, and each of the types that a value may have. A definition is followed to every place that refers to it, but not into itself.
     */
    Set<String> possible() {
        Set<String> possible = new TreeSet<>();
        List.of("Profile", "Site").forEach(kind -> possible(kind, definition(kind), List.of(kind), possible));
        return possible;
    }

    private void possible(String place, JsonNode schema, List<String> within, Set<String> possible) {
        schema.path("enum").forEach(value -> possible.add(place + " = " + value.asText()));
        if (schema.path("type").asText().equals("boolean") && !schema.has("enum")) {
            possible.addAll(List.of(place + " = true", place + " = false"));
        }
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> possible.add(place + " of type " + type.asText()));
        }
        schema.path("properties").properties().forEach(property -> {
            String key = place + '.' + property.getKey();
            possible.add(key);
            // Of an object that holds exactly one key, none can be left out but for another.
            if (!required(schema).contains(property.getKey())
                    && schema.path("maxProperties").asInt() != 1) {
                possible.add(key + " left out");
            }
            follow(key, property.getValue(), within, possible);
        });
        follow(place + ".*", schema.path("additionalProperties"), within, possible);
        follow(place + "[]", schema.path("items"), within, possible);
    }

    private void follow(String place, JsonNode schema, List<String> within, Set<String> possible) {
        if (schema.isObject() && !within.contains(name(schema, place))) {
            List<String> deeper = new ArrayList<>(within);
            deeper.add(name(schema, place));
            possible(place, resolve(schema), deeper, possible);
        }
    }

    /** Returns what of {@link #possible} a document does. */
    Set<String> used(String kind, Object document) {
        Set<String> used = new TreeSet<>();
        collect(kind, definition(kind), document, used);
        return used;
    }

    private void collect(String place, JsonNode schema, Object value, Set<String> used) {
        if (schema.has("enum") || value instanceof Boolean) {
            used.add(place + " = " + value);
        }
        if (schema.path("type").isArray()) {
            used.add(place + " of type " + type(value));
        }
        if (value instanceof Map<?, ?> map) {
            schema.path("properties").properties().forEach(property -> {
                String key = place + '.' + property.getKey();
                used.add(map.containsKey(property.getKey()) ? key : key + " left out");
            });
            map.forEach((key, member) -> {
                JsonNode of = schema.path("properties").path((String) key);
                if (of.isMissingNode()) {
                    collect(place + ".*", resolve(schema.path("additionalProperties")), member, used);
                } else {
                    collect(place + '.' + key, resolve(of), member, used);
                }
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> collect(place + "[]", resolve(schema.path("items")), item, used));
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
