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

/** The same tree in the form that the validator reads. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    static JsonNode of(SourceNode node) {
        if (node instanceof SourceMapping mapping) {
            ObjectNode object = NODES.objectNode();
            for (SourceEntry entry : mapping.entries()) {
                object.set(entry.key().text(), of(entry.value()));
            }
            return object;
        }
        if (node instanceof SourceSequence sequence) {
            ArrayNode array = NODES.arrayNode(sequence.items().size());
            for (SourceNode item : sequence.items()) {
                array.add(of(item));
            }
            return array;
        }
        SourceScalar scalar = (SourceScalar) node;
        return switch (scalar.type()) {
            case TEXT -> NODES.textNode(scalar.text());
            case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
            // A number that no program holds is found apart; here any number will do.
            case INTEGER, FLOAT ->
                NODES.numberNode(NumberText.parse(scalar.text()).orElse(BigDecimal.ZERO));
            case NULL -> NODES.nullNode();
        };
    }
}
