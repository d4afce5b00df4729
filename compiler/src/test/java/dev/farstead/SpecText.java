// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes specifications. All texts are quoted, so that no reader can take one for something else. */
final class SpecText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SpecText() {}

    static SourceText source(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a document as YAML, block style down to empty collections. */
    static String yaml(Object tree) {
        StringBuilder text = new StringBuilder();
        block(tree, "", text);
        return text.toString();
    }

    private static void block(Object tree, String indent, StringBuilder text) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, value) -> {
                text.append(indent).append(json(key)).append(':');
                nested(value, indent + "  ", text);
            });
        } else if (tree instanceof List<?> items && !items.isEmpty()) {
            items.forEach(item -> {
                text.append(indent).append('-');
                nested(item, indent + "  ", text);
            });
        } else {
            text.append(indent).append(json(tree)).append('\n');
        }
    }

    private static void nested(Object value, String indent, StringBuilder text) {
        boolean collection = (value instanceof Map<?, ?> map && !map.isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
        if (collection) {
            text.append('\n');
            block(value, indent, text);
        } else {
            text.append(' ').append(json(value)).append('\n');
        }
    }

    static String json(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the tree with the keys of every map in another order. */
    static Object withKeysShuffled(Object tree, Random random) {
        if (tree instanceof Map<?, ?> map) {
            List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
            Collections.shuffle(entries, random);
            Map<Object, Object> shuffled = new LinkedHashMap<>();
            entries.forEach(entry -> shuffled.put(entry.getKey(), withKeysShuffled(entry.getValue(), random)));
            return shuffled;
        } else if (tree instanceof List<?> items) {
            return items.stream().map(item -> withKeysShuffled(item, random)).toList();
        }
        return tree;
    }
}
