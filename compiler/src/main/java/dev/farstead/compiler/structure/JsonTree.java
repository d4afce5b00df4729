// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.structure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import java.math.BigDecimal;

/**
 * The same tree in the form that the validator reads.
 *
 * @param root its root
 * @param numbersFit whether each number is one that programs hold; where one is not, zero stands for it
 */
record JsonTree(JsonNode root, boolean numbersFit) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static JsonTree of(SourceNode node) {
        if (node instanceof SourceMapping mapping) {
            ObjectNode object = NODES.objectNode();
            boolean fit = true;
            for (SourceEntry entry : mapping.entries()) {
                JsonTree value = of(entry.value());
                object.set(entry.key().text(), value.root);
                fit &= value.numbersFit;
            }
            return new JsonTree(object, fit);
        }
        if (node instanceof SourceSequence sequence) {
            ArrayNode array = NODES.arrayNode(sequence.items().size());
            boolean fit = true;
            for (SourceNode item : sequence.items()) {
                JsonTree value = of(item);
                array.add(value.root);
                fit &= value.numbersFit;
            }
            return new JsonTree(array, fit);
        }
        SourceScalar scalar = (SourceScalar) node;
        return new JsonTree(
                switch (scalar.type()) {
                    case TEXT -> NODES.textNode(scalar.text());
                    case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
                    case INTEGER, FLOAT ->
                        NODES.numberNode(NumberText.parse(scalar.text()).orElse(BigDecimal.ZERO));
                    case NULL -> NODES.nullNode();
                },
                NumberText.fits(scalar));
    }
}
