// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import io.vavr.collection.Vector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Merges arguments of components by name: the nearer layer wins, and what it does not name stays. */
final class ArgumentMerge {
    private ArgumentMerge() {}

    /**
     * Returns the merged arguments. An argument that replaces stands where the replaced one stood; what appends or prepends to a value,
     * and what is new, follows at the end.
     */
    static Vector<Argument> merge(Vector<Argument> lower, List<Argument> upper) {
        Vector<Argument> merged = Vector.empty();
        Set<String> placed = new HashSet<>();
        for (Argument argument : lower) {
            List<Argument> replacing = upper.stream()
                    .filter(other -> other.operator().isEmpty() && other.name().equals(argument.name()))
                    .toList();
            if (replacing.isEmpty()) {
                merged = merged.append(argument);
            } else if (placed.add(argument.name())) {
                merged = merged.appendAll(replacing);
            }
        }
        return merged.appendAll(upper.stream()
                .filter(argument -> !argument.operator().isEmpty() || !placed.contains(argument.name()))
                .toList());
    }
}
