// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/**
 * The keyword {@code enum}. The validator's own prints the values for its messages, which we don't show, and Jackson loads a mapper for
 * that, with its formats of dates and all locales: a fifteenth of what a start takes.
 */
final class OneOf extends AbstractKeyword {
    private static final String NAME = "enum";

    OneOf() {
        super(NAME);
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode keyword, Schema parent, SchemaContext context) {
        return new Validator(this, location, keyword, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator implements KeywordValidator {
        private final Set<JsonNode> values = new HashSet<>();

        Validator(Keyword keyword, SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
            super(keyword, value, location, parent, context);
            value.forEach(values::add);
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath location) {
            if (!values.contains(node)) {
                execution.addError(error().instanceNode(node)
                        .instanceLocation(location)
                        .evaluationPath(execution.getEvaluationPath())
                        .locale(execution.getExecutionConfig().getLocale())
                        .arguments(NAME)
                        .build());
            }
        }
    }
}
