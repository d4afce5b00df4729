// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Output trees for tests, and the plain Java values that a reader should see in their place. */
final class Trees {
    static final Origin ORIGIN = new Origin.Default("test");

    private Trees() {}

    static Origin origin(String reason) {
        return new Origin.Default(reason);
    }

    static OutputText text(String text) {
        return new OutputText(text, ORIGIN);
    }

    static OutputList list(OutputNode... items) {
        return new OutputList(List.of(items), ORIGIN);
    }

    static OutputMap map(String key, OutputNode value) {
        return OutputMap.builder(ORIGIN).put(key, value).build();
    }

    static OutputEmbedded embedded(OutputNode tree) {
        return new OutputEmbedded(tree, ORIGIN);
    }

    static String yaml(OutputNode tree) {
        return YamlWriter.write(Optional.empty(), tree, SecretText.reference()).text();
    }

    /** Builds a tree from what a reader gave. */
    static OutputNode tree(Object value) {
        if (value instanceof Map<?, ?> map) {
            OutputMap.Builder builder = OutputMap.builder(ORIGIN);
            map.forEach((key, member) -> builder.put((String) key, tree(member)));
            return builder.build();
        } else if (value instanceof List<?> items) {
            return new OutputList(items.stream().map(Trees::tree).toList(), ORIGIN);
        } else if (value instanceof Boolean truth) {
            return new OutputBoolean(truth, ORIGIN);
        } else if (value instanceof Number number) {
            return new OutputInteger(number.longValue(), ORIGIN);
        }
        return text((String) value);
    }

    /** Gives the value that a reader should see: an embedded document is the text of that document. */
    static Object value(OutputNode node) {
        if (node instanceof OutputMap map) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (OutputEntry entry : map.entries()) {
                members.put(entry.key(), value(entry.value()));
            }
            return members;
        } else if (node instanceof OutputList list) {
            return list.items().stream().map(Trees::value).toList();
        } else if (node instanceof OutputBoolean truth) {
            return truth.value();
        } else if (node instanceof OutputInteger integer) {
            return integer.value();
        } else if (node instanceof OutputEmbedded embedded) {
            return yaml(embedded.tree());
        }
        return ((OutputText) node).text();
    }

    /** Makes the numbers of a reader comparable. */
    static Object normal(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(key, normal(member)));
            return members;
        } else if (value instanceof List<?> items) {
            List<Object> normal = new ArrayList<>();
            items.forEach(item -> normal.add(normal(item)));
            return normal;
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
