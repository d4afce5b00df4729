// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.model.origin.Origin;
import java.math.BigDecimal;
import java.util.List;

/** Turns what was read back into output nodes of the same values and origins. */
final class ConfigNodes {
    private ConfigNodes() {}

    static OutputNode of(SourceNode node, WrittenYaml text) {
        return of(node, text.origin(node), text);
    }

    /** Returns the value of an entry; a collection begins on the line of its key. */
    static OutputNode of(SourceEntry entry, WrittenYaml text) {
        return of(entry.value(), text.origin(entry.key()), text);
    }

    private static OutputNode of(SourceNode node, Origin head, WrittenYaml text) {
        if (node instanceof SourceMapping mapping) {
            OutputMap.Builder map = OutputMap.builder(head);
            for (SourceEntry entry : mapping.entries()) {
                map.put(entry.key().text(), of(entry, text));
            }
            return map.build();
        }
        if (node instanceof SourceSequence sequence) {
            List<OutputNode> items =
                    sequence.items().stream().map(item -> of(item, text)).toList();
            return new OutputList(items, head);
        }
        SourceScalar scalar = (SourceScalar) node;
        return switch (scalar.type()) {
            case BOOLEAN -> new OutputBoolean("true".equals(scalar.text()), text.origin(node));
            case INTEGER -> new OutputInteger(Long.parseLong(scalar.text()), text.origin(node));
            case FLOAT -> new OutputDecimal(new BigDecimal(scalar.text()), text.origin(node));
            case TEXT, NULL -> new OutputText(scalar.text(), text.origin(node));
        };
    }
}
