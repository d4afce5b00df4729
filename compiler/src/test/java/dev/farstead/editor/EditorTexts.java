// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person reads over a key, by hand, in {@code schemas/src/editor}.
 *
 * @param keys the text of each key, by definition and key; {@code *} stands for the entries of a map whose keys are names
 * @param values the text of each value, by definition; by definition and key for one that stands in place
 * @param snippets what may be inserted, by definition
 */
record EditorTexts(
        Map<String, Key> keys, Map<String, Map<String, String>> values, Map<String, List<Snippet>> snippets) {
    static final Path FOLDER = Path.of("../schemas/src/editor");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The text of a key.
     *
     * @param title a few words
     * @param text what it says, in Markdown
     * @param becomes where it ends up in the output; empty for what only holds other keys or is only checked
     * @param byDefault what holds when it is absent; empty for one that must be there
     * @param example a value
     */
    record Key(String title, String text, Optional<String> becomes, Optional<String> byDefault, JsonNode example) {}

    /**
     * A value to insert.
     *
     * @param label what is chosen from the list
     * @param description what it is
     * @param body the value, with places to fill in such as <code>${1:name}</code>
     */
    record Snippet(String label, String description, JsonNode body) {
        /** Returns the value as it stands once nothing was filled in. */
        JsonNode filled() {
            return json(body.toString().replaceAll("\\$\\{\\d+:([^}]*)}", "$1"));
        }
    }

    static EditorTexts read() {
        Map<String, Key> keys = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        Map<String, List<Snippet>> snippets = new LinkedHashMap<>();
        for (String file : List.of("profile", "site", "common")) {
            JsonNode texts = json(text(FOLDER.resolve(file + ".json")));
            texts.path("keys").properties().forEach(entry -> once(keys, entry.getKey(), key(entry.getValue())));
            texts.path("values")
                    .properties()
                    .forEach(entry -> once(
                            values, entry.getKey(), JSON.convertValue(entry.getValue(), new TypeReference<>() {})));
            texts.path("snippets")
                    .properties()
                    .forEach(entry -> once(
                            snippets, entry.getKey(), JSON.convertValue(entry.getValue(), new TypeReference<>() {})));
        }
        return new EditorTexts(keys, values, snippets);
    }

    private static <T> void once(Map<String, T> texts, String name, T text) {
        if (texts.put(name, text) != null) {
            throw new IllegalStateException("two texts for " + name);
        }
    }

    private static Key key(JsonNode text) {
        return new Key(
                text.path("title").asText(),
                text.path("text").asText(),
                Optional.ofNullable(text.path("becomes").textValue()),
                Optional.ofNullable(text.path("default").textValue()),
                text.path("example"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
