// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.FileConfig;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.spec.ConfigValue;
import java.util.List;

/** Turns the configuration file of a distribution into output nodes. */
final class FileNodes {
    private FileNodes() {}

    static OutputMap of(FileConfig config, Origin from) {
        OutputMap.Builder map = OutputMap.builder(from);
        config.entries().forEach((key, entry) -> map.put(key, node(entry)));
        return map.build();
    }

    /** Returns a value as the configuration file has it. */
    static OutputNode node(KubernetesConfig.Entry entry) {
        if (entry instanceof KubernetesConfig.Arguments arguments) {
            List<OutputNode> items = arguments
                    .arguments()
                    .toJavaStream()
                    .<OutputNode>map(argument -> new OutputText(argument.text(), argument.origin()))
                    .toList();
            return new OutputList(items, entry.origin());
        }
        if (entry instanceof KubernetesConfig.Items items) {
            return OutputList.texts(items.items().toJavaList(), entry.origin());
        }
        return scalar(((KubernetesConfig.Scalar) entry).value(), entry.origin());
    }

    private static OutputNode scalar(ConfigValue value, Origin origin) {
        if (value instanceof ConfigValue.Bool bool) {
            return new OutputBoolean(bool.value(), origin);
        }
        if (value instanceof ConfigValue.Numeral number) {
            return new OutputInteger(number.value().longValueExact(), origin);
        }
        return new OutputText(((ConfigValue.Text) value).value(), origin);
    }
}
