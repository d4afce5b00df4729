// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.StructureSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes the editor schema: one schema for documents of every kind, since a file may hold several. Definitions are put in place, for editors
 * that read draft-07 by the letter see nothing beside a reference; only what contains itself stays one.
 */
final class EditorSchemaText {
    static final String ID = "urn:farstead:schema:editor:v1alpha1";
    static final List<String> KINDS = List.of("Profile", "Site");

    /** The one definition that contains itself. */
    static final String RECURSIVE = "configValue";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/definitions/" + RECURSIVE;

    private static final Pattern NUMBER = Pattern.compile("\"(\\d+(?:\\.\\d+)?)\"");

    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();
    private final JsonNode patterns = EditorTexts.json(StructureSchemas.patterns());
    private final EditorTexts texts;
    private final AxisConditions conditions;

    EditorSchemaText(EditorTexts texts) {
        this.texts = texts;
        this.conditions = conditions();
        StructureSchemas.all()
                .forEach(schema -> EditorTexts.json(schema.text())
                        .path("definitions")
                        .properties()
                        .forEach(definition -> definitions.put(definition.getKey(), definition.getValue())));
        definitions.put("Profile", EditorTexts.json(StructureSchemas.profile().text()));
        definitions.put("Site", EditorTexts.json(StructureSchemas.site().text()));
    }

    static AxisConditions conditions() {
        return new AxisConditions(
                Catalogue.bundled().axes(),
                EditorTexts.json(EditorTexts.text(EditorTexts.FOLDER.resolve("defaults.json"))));
    }

    /** Returns the definitions by name; the two kinds are the definitions {@code Profile} and {@code Site}. */
    Map<String, JsonNode> definitions() {
        return definitions;
    }

    /** Returns the definition that a schema refers to; one that stands where it is used is named by where that is. */
    static String name(JsonNode schema, String where) {
        return schema.has("$ref") ? schema.path("$ref").asText().replaceAll(".*#/definitions/", "") : where;
    }

    JsonNode definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    /** Returns the schema, one line for each part of it that a person may want to compare. */
    String text() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter(" ", "\n"))
                .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter());
        ObjectWriter writer = new ObjectMapper().writer(printer);
        try {
            return writer.writeValueAsString(schema()).replace("\" : ", "\": ") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode schema() {
        ObjectNode root = JSON.objectNode()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("$id", ID)
                .put("title", "Farstead")
                .put("type", "object");
        JsonNode model = definition("Profile");
        root.set("required", model.path("required"));
        root.put("additionalProperties", false);
        ObjectNode properties = root.putObject("properties");
        properties.set(
                "apiVersion",
                key("Profile", "apiVersion", model.path("properties").path("apiVersion")));
        properties.set("kind", kind());
        properties.set(
                "metadata", key("Profile", "metadata", model.path("properties").path("metadata")));
        properties.putObject("spec").put("title", "Specification").put("type", "object");
        ArrayNode kinds = root.putArray("allOf");
        KINDS.forEach(kind -> kinds.add(ofKind(kind)));
        ArrayNode snippets = root.putArray("defaultSnippets");
        KINDS.forEach(kind -> snippets.addAll(snippets(kind)));
        root.putObject("definitions").set(RECURSIVE, local(definition(RECURSIVE)));
        return root;
    }

    private JsonNode kind() {
        ObjectNode kind =
                key("Profile", "kind", definition("Profile").path("properties").path("kind"));
        ArrayNode values = kind.putArray("enum");
        ArrayNode descriptions = kind.putArray("markdownEnumDescriptions");
        KINDS.forEach(name -> {
            values.add(name);
            descriptions.add(values("Profile.kind", "").get(name));
        });
        return kind;
    }

    private ObjectNode ofKind(String kind) {
        JsonNode properties = definition(kind).path("properties");
        ObjectNode spec = key(kind, "spec", properties.path("spec"));
        ArrayNode parts = conditions.of(kind);
        if (!parts.isEmpty()) {
            spec.set("allOf", parts);
        }
        ObjectNode ofKind = JSON.objectNode();
        ofKind.putObject("if")
                .put("type", "object")
                .<ObjectNode>set("required", JSON.arrayNode().add("kind"))
                .putObject("properties")
                .putObject("kind")
                .put("const", kind);
        ofKind.putObject("then").putObject("properties").set("spec", spec);
        return ofKind;
    }

    /** Returns the recursive definition with a reference to where it stands now. */
    private static JsonNode local(JsonNode definition) {
        return EditorTexts.json(definition.toString().replaceAll("\"[^\"]*#/definitions/", "\"#/definitions/"));
    }

    private ObjectNode key(String owner, String key, JsonNode schema) {
        String place = place(owner, key);
        ObjectNode placed = placed(schema, place);
        boolean required = false;
        for (JsonNode name : definition(owner).path("required")) {
            required |= name.asText().equals(key);
        }
        return described(placed, place, name(schema, place), required);
    }

    /** Returns the name of a key in the texts: what stands around the specification is said once, for every kind. */
    private static String place(String owner, String key) {
        return (owner.equals("Site") && !key.equals("spec") ? "Profile" : owner) + '.' + key;
    }

    private ObjectNode described(ObjectNode schema, String place, String definition, boolean required) {
        EditorTexts.Key text = Objects.requireNonNull(texts.keys().get(place), () -> "no text for " + place);
        ObjectNode described = JSON.objectNode();
        described.put("title", text.title());
        Map<String, String> values = values(place, definition);
        if (schema.path("type").asText().equals("boolean") && !schema.has("enum")) {
            schema.set("enum", JSON.arrayNode().add(true).add(false));
        }
        StringBuilder markdown = new StringBuilder(text.text());
        text.becomes()
                .ifPresent(becomes ->
                        markdown.append("\n\n**Becomes** ").append(becomes).append('.'));
        markdown.append(required ? "\n\n**Required.**" : "");
        text.byDefault()
                .ifPresent(value ->
                        markdown.append("\n\n**Default:** ").append(value).append('.'));
        described.put("markdownDescription", markdown.toString());
        if (schema.has("enum")) {
            ArrayNode descriptions = described.putArray("markdownEnumDescriptions");
            schema.path("enum")
                    .forEach(value -> descriptions.add(Objects.requireNonNull(
                            values.get(value.asText()), () -> "no text for " + place + ' ' + value)));
        } else if (!schema.path("type").asText().equals("string") || !schema.has("defaultSnippets")) {
            described.putArray("examples").add(text.example());
        }
        described.setAll(schema);
        return described;
    }

    private Map<String, String> values(String place, String definition) {
        return texts.values().getOrDefault(place, texts.values().getOrDefault(definition, Map.of()));
    }

    private ArrayNode snippets(String definition) {
        ArrayNode list = JSON.arrayNode();
        for (EditorTexts.Snippet snippet : texts.snippets().getOrDefault(definition, List.of())) {
            list.addObject()
                    .put("label", snippet.label())
                    .put("description", snippet.description())
                    .set("body", quoted(snippet.body()));
        }
        return list;
    }

    /** Puts what would be read as a number in quotes: editors insert texts as they are. */
    private static JsonNode quoted(JsonNode body) {
        return EditorTexts.json(NUMBER.matcher(body.toString()).replaceAll("\"\\\\\"$1\\\\\"\""));
    }

    /** Returns a schema with the definition that it refers to in its place. */
    private ObjectNode placed(JsonNode schema, String place) {
        String name = name(schema, place);
        if (name.equals(RECURSIVE)) {
            return JSON.objectNode()
                    .set("allOf", JSON.arrayNode().add(JSON.objectNode().put("$ref", REFERENCE)));
        }
        JsonNode source = schema.has("$ref") ? definition(name) : schema;
        ObjectNode placed = JSON.objectNode();
        source.properties().forEach(member -> placed.set(member.getKey(), member(name, member)));
        if (source.has("pattern")) {
            JsonNode pattern = patterns.path(name);
            String code = pattern.has("code") ? " (" + pattern.path("code").asText() + ")" : "";
            placed.put("patternErrorMessage", "must be " + pattern.path("words").asText() + code);
        }
        ArrayNode snippets = snippets(name);
        if (!snippets.isEmpty()) {
            placed.set("defaultSnippets", snippets);
        }
        return placed;
    }

    private JsonNode member(String definition, Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        return switch (member.getKey()) {
            case "properties" -> {
                ObjectNode properties = JSON.objectNode();
                value.properties()
                        .forEach(entry ->
                                properties.set(entry.getKey(), key(definition, entry.getKey(), entry.getValue())));
                yield properties;
            }
            case "additionalProperties" -> value.isBoolean() ? value : key(definition, "*", value);
            case "items", "propertyNames" -> placed(value, definition + '.' + member.getKey());
            default -> value;
        };
    }

    /** Returns the schema of the values of a key, or of a definition, by itself. */
    ObjectNode alone(JsonNode schema, String place) {
        ObjectNode alone = placed(schema, place);
        alone.putObject("definitions").set(RECURSIVE, local(definition(RECURSIVE)));
        return alone;
    }

    /** Returns, for each key, the schema of its values. */
    Map<String, JsonNode> keys() {
        Map<String, JsonNode> keys = new TreeMap<>();
        definitions.forEach((name, definition) -> {
            definition
                    .path("properties")
                    .properties()
                    .forEach(property -> keys.putIfAbsent(place(name, property.getKey()), property.getValue()));
            if (definition.path("additionalProperties").isObject() && !name.equals(RECURSIVE)) {
                keys.put(name + ".*", definition.path("additionalProperties"));
            }
        });
        return keys;
    }
}
