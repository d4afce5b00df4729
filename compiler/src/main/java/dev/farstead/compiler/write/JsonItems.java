// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputNode;
import java.util.List;

/** Items of the list of a {@link JsonListWriter}, written by any thread before their turn. Immutable. */
public final class JsonItems {
    private final WrittenText text;

    private JsonItems(WrittenText text) {
        this.text = text;
    }

    /**
     * Writes items.
     *
     * @param items the items, without secrets
     * @return the items as text
     */
    public static JsonItems of(List<OutputNode> items) {
        return new JsonItems(JsonWriter.items(items, JsonListWriter.INDENTATION, SecretText.reference()));
    }

    WrittenText text() {
        return text;
    }
}
