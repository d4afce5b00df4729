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
 * The keyword {@code enum}. The validator's own prints the values for its messages, which we don't show, and Jackson loads a mapper for
 * that, with its formats of dates and all locales: a fifteenth of what a start takes.
 */
final class OneOf extends AbstractKeyword {
    OneOf() {
        super("enum");
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode keyword, Schema parent, SchemaContext context) {
        return new Validator(this, location, keyword, parent, context);
    }

    private static final class Validator extends OwnValidator {
        private final Set<JsonNode> values = new HashSet<>();

        Validator(Keyword keyword, SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
            super(keyword, location, value, parent, context);
            value.forEach(values::add);
        }

        @Override
        boolean isBrokenBy(JsonNode node) {
            return !values.contains(node);
        }
    }
}
