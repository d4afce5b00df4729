// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputBoolean;
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
import dev.farstead.compiler.structure.Documents;
import dev.farstead.model.origin.Origin;

/** The configuration in a pack, from its text; the origin of each node names its line. */
final class PackConfig {
    private PackConfig() {}

    static OutputMap of(String yaml) {
        return (OutputMap) node(Documents.of(yaml).root());
    }

    private static OutputNode node(SourceNode node) {
        Origin origin = new Origin.Default("line " + node.range().start().line());
        if (node instanceof SourceMapping mapping) {
            OutputMap.Builder map = OutputMap.builder(origin);
            for (SourceEntry entry : mapping.entries()) {
                map.put(entry.key().text(), node(entry.value()));
            }
            return map.build();
        }
        if (node instanceof SourceSequence sequence) {
            return new OutputList(
                    sequence.items().stream().map(PackConfig::node).toList(), origin);
        }
        SourceScalar scalar = (SourceScalar) node;
        return switch (scalar.type()) {
            case BOOLEAN -> new OutputBoolean("true".equals(scalar.text()), origin);
            case INTEGER -> new OutputInteger(Long.parseLong(scalar.text()), origin);
            case FLOAT, TEXT, NULL -> new OutputText(scalar.text(), origin);
        };
    }
}
