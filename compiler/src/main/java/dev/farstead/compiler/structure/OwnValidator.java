// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

/** A keyword of ours at one place of a schema. Its errors have no words, since those of findings are ours in any case. */
abstract class OwnValidator extends BaseKeywordValidator implements KeywordValidator {
    private final String keyword;

    OwnValidator(Keyword keyword, SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        super(keyword, value, location, parent, context);
        this.keyword = keyword.getValue();
    }

    /** Tells whether a node breaks the keyword. */
    abstract boolean isBrokenBy(JsonNode node);

    @Override
    public final void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath location) {
        if (isBrokenBy(node)) {
            execution.addError(error().instanceNode(node)
                    .instanceLocation(location)
                    .evaluationPath(execution.getEvaluationPath())
                    .locale(execution.getExecutionConfig().getLocale())
                    .arguments(keyword)
                    .build());
        }
    }
}
