// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the texts of our schemas into trees, for us and for the validator. Jackson's mapper would do that too, but to load it is to load
 * its formats of dates with all locales, a fifteenth of what a start takes. Stateless and thread-safe.
 */
final class SchemaReader implements NodeReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Reads a text of the module of the schemas. */
    static JsonNode read(String json) {
        try {
            return new SchemaReader().readTree(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException("a text of the structure schemas is no JSON", e);
        }
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) throws IOException {
        return readTree(new String(content.readAllBytes(), StandardCharsets.UTF_8), format);
    }

    @Override
    public JsonNode readTree(String content, InputFormat format) throws IOException {
        try (JsonParser parser = FACTORY.createParser(content)) {
            parser.nextToken();
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("the text goes on behind its value at " + parser.currentTokenLocation());
            }
            return root;
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the text holds no value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getIntValue());
            default -> throw new IOException("a schema holds no " + token + " at " + parser.currentTokenLocation());
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.set(key, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
