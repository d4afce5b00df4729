// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ConfigTree;
import dev.farstead.compiler.resolve.KubeadmConfig;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.spec.ConfigValue;

/** Turns a configuration that nests into output nodes. */
final class TreeNodes {
    private TreeNodes() {}

    static OutputMap of(KubeadmConfig config) {
        return (OutputMap) node(config.root());
    }

    private static OutputNode node(ConfigTree node) {
        if (node instanceof ConfigTree.Branch branch) {
            OutputMap.Builder map = OutputMap.builder(branch.origin());
            branch.entries().forEach((key, value) -> map.put(key, node(value)));
            return map.build();
        }
        if (node instanceof ConfigTree.Items list) {
            return new OutputList(
                    list.items().toJavaStream().map(TreeNodes::node).toList(), list.origin());
        }
        return scalar(((ConfigTree.Leaf) node).value(), node.origin());
    }

    /** Arguments are texts, which are written so that they are read as texts: the provider would lose a number. */
    private static OutputNode scalar(ConfigValue value, Origin origin) {
        if (value instanceof ConfigValue.Bool bool) {
            return new OutputBoolean(bool.value(), origin);
        }
        if (value instanceof ConfigValue.Numeral number) {
            boolean whole = number.value().stripTrailingZeros().scale() <= 0;
            return whole
                    ? new OutputInteger(number.value().longValueExact(), origin)
                    : new OutputDecimal(number.value(), origin);
        }
        return new OutputText(((ConfigValue.Text) value).value(), origin);
    }
}
