// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the schemas and the words beside them say, for messages: which keys and values exist where, and which don't
 * exist yet.
 */
final class Language {
    /** Name of the definition that stands for a document's root: roots are the only ones without a name. */
    static final String ROOT = "";

    private static final String DEFINITIONS = "definitions";

    private final Map<String, JsonNode> definitions = new HashMap<>();
    private final Map<Kind, Map<String, List<String>>> parents = new EnumMap<>(Kind.class);
    private final JsonNode patterns;
    private final JsonNode planned;

    private Language() {
        for (SchemaText schema : StructureSchemas.all()) {
            SchemaReader.read(schema.text())
                    .path(DEFINITIONS)
                    .properties()
                    .forEach(definition -> definitions.put(definition.getKey(), definition.getValue()));
        }
        for (Kind kind : Kind.values()) {
            Map<String, List<String>> found = new LinkedHashMap<>();
            collect(SchemaReader.read(kind.schema().text()), "", found);
            parents.put(kind, found);
        }
        patterns = SchemaReader.read(StructureSchemas.patterns());
        planned = SchemaReader.read(StructureSchemas.planned());
    }

    /** Read once, and not before the first document with something to say about it. */
    private static final class Holder {
        static final Language INSTANCE = new Language();
    }

    static Language get() {
        return Holder.INSTANCE;
    }

    private void collect(JsonNode schema, String path, Map<String, List<String>> found) {
        schema.path("properties").properties().forEach(property -> {
            found.computeIfAbsent(property.getKey(), key -> new ArrayList<>()).add(path);
            collect(resolve(property.getValue()), Places.path(path, property.getKey()), found);
        });
        if (schema.has("items") && !schema.has("additionalProperties")) {
            collect(resolve(schema.path("items")), path + "[]", found);
        }
        if (schema.has("propertyNames")) {
            collect(resolve(schema.path("additionalProperties")), path + ".<name>", found);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        return definitionOf(schema).map(this::definition).orElse(schema);
    }

    /**
     * Returns the name of the definition that a schema refers to.
     *
     * @param schema such as {@code {"$ref": "#/definitions/name"}}
     * @return the name, or empty for a schema that stands in place
     */
    private static Optional<String> definitionOf(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? Optional.empty()
                : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /**
     * Returns a definition.
     *
     * @param name its name, which no two schemas share
     * @return the definition, or a missing node for the root
     */
    JsonNode definition(String name) {
        return definitions.getOrDefault(name, MissingNode.getInstance());
    }

    /**
     * Returns the keys of a definition.
     *
     * @param name its name
     * @return the keys in the schema's order; those of every document for the root
     */
    List<String> keys(String name) {
        if (name.equals(ROOT)) {
            return List.of("apiVersion", "kind", "metadata", "spec");
        }
        List<String> keys = new ArrayList<>();
        definition(name).path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /**
     * Returns the places at which a kind has a key.
     *
     * @param kind the kind
     * @param key the key
     * @return paths of the maps that have it, empty for the root
     */
    List<String> parents(Kind kind, String key) {
        return parents.getOrDefault(kind, Map.of()).getOrDefault(key, List.of());
    }

    /**
     * Returns the name of the definition of what stands under a key.
     *
     * @param name name of the definition that has the key
     * @param key the key
     * @return the name, empty where the schema stands in place
     */
    String valueDefinition(String name, String key) {
        return definitionOf(definition(name).path("properties").path(key)).orElse("");
    }

    /**
     * Returns a value that a key could have.
     *
     * @param name name of the definition that has the key
     * @param key the key
     * @return a value of the right form, or empty where it is no text
     */
    Optional<String> example(String name, String key) {
        JsonNode schema = definition(name).path("properties").path(key);
        return definitionOf(schema).flatMap(definition -> {
            JsonNode values = definition(definition).path("enum");
            return values.isEmpty()
                    ? good(definition)
                    : Optional.of(values.get(0).asText());
        });
    }

    /**
     * Returns a text that fits a definition's pattern.
     *
     * @param name name of the definition
     * @return the text, or empty where the definition has no pattern
     */
    Optional<String> good(String name) {
        return text(patterns.path(name).path("good"));
    }

    /**
     * Returns what a definition's pattern asks for, in words.
     *
     * @param name name of the definition
     * @return the words
     */
    String form(String name) {
        return text(patterns.path(name).path("words"))
                .orElseThrow(() -> new IllegalStateException("the pattern of " + name + " has no words"));
    }

    /** Returns what is written beside a definition's pattern, or a missing node. */
    JsonNode pattern(String name) {
        return patterns.path(name);
    }

    boolean isPlannedValue(String name, String value) {
        return texts(planned.path("values").path(name)).contains(value);
    }

    boolean isPlannedKey(String name, String key) {
        return texts(planned.path("keys").path(name)).contains(key);
    }

    /**
     * Returns the items of a list of texts.
     *
     * @param list the list
     * @return its items, none for a missing list
     */
    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }
}
