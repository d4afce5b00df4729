// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.model.origin.Origin;
import java.util.List;

/** Changes one field deep in a map of maps; what is not changed keeps its place. */
final class Fields {
    private Fields() {}

    /** Returns the map with a field set where it has none; maps on the way are made. A field that is no map on the way stays. */
    static OutputMap withDefault(OutputMap map, List<String> path, OutputNode value) {
        return change(map, path, value, false);
    }

    /** Returns the map with a field set, whatever it held. */
    static OutputMap with(OutputMap map, List<String> path, OutputNode value) {
        return change(map, path, value, true);
    }

    private static OutputMap change(OutputMap map, List<String> path, OutputNode value, boolean replace) {
        String key = path.get(0);
        List<String> below = path.subList(1, path.size());
        OutputMap.Builder changed = OutputMap.builder(map.origin());
        boolean found = false;
        for (OutputEntry entry : map.entries()) {
            OutputNode kept = entry.value();
            if (entry.key().equals(key)) {
                found = true;
                if (below.isEmpty()) {
                    kept = replace ? value : kept;
                } else if (kept instanceof OutputMap inner) {
                    kept = change(inner, below, value, replace);
                }
            }
            changed.put(entry.key(), kept);
        }
        if (!found) {
            changed.put(key, below.isEmpty() ? value : nested(below, value));
        }
        return changed.build();
    }

    private static OutputMap nested(List<String> path, OutputNode value) {
        OutputNode inner = path.size() == 1 ? value : nested(path.subList(1, path.size()), value);
        Origin origin = value.origin();
        return OutputMap.builder(origin).put(path.get(0), inner).build();
    }
}
