// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import java.util.HashSet;
import java.util.Set;

/**
 * The keyword {@code uniqueItems} in time that grows with the list. The validator's own keeps the items by their hashes alone: a hostile
 * list of items with equal hashes takes it time that grows with the square of their number. It also speaks once for each item.
 */
final class UniqueItems extends AbstractKeyword {
    /** No text of a specification holds it. */
    private static final char SEPARATOR = '\0';

    UniqueItems() {
        super("uniqueItems");
    }

    /**
     * Returns a text that equal items share and others do not, the maps in our lists having one key. Texts have an order, which keeps a
     * table of them fast where their hashes are equal. Not the item as JSON, since Jackson loads a mapper to write it; see {@link OneOf}.
     */
    static String text(JsonNode item) {
        if (item.isTextual()) {
            return '"' + item.textValue();
        } else if (item.isValueNode()) {
            return item.asText();
        }
        StringBuilder text = new StringBuilder(item.isArray() ? "[" : "{");
        item.properties()
                .forEach(entry -> text.append(entry.getKey().length())
                        .append(':')
                        .append(entry.getKey())
                        .append(text(entry.getValue()))
                        .append(SEPARATOR));
        if (item.isArray()) {
            item.forEach(value -> text.append(text(value)).append(SEPARATOR));
        }
        return text.toString();
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode keyword, Schema parent, SchemaContext context) {
        return new Validator(this, location, keyword, parent, context);
    }

    private static final class Validator extends OwnValidator {
        private final boolean asked;

        Validator(Keyword keyword, SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
            super(keyword, location, value, parent, context);
            this.asked = value.asBoolean();
        }

        @Override
        boolean isBrokenBy(JsonNode node) {
            if (!asked || !node.isArray()) {
                return false;
            }
            Set<String> texts = new HashSet<>();
            for (JsonNode item : node) {
                if (!texts.add(text(item))) {
                    return true;
                }
            }
            return false;
        }
    }
}
