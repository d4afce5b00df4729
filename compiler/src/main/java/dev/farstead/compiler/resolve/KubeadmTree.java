// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.model.origin.Origin;
import io.vavr.collection.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Changes one place deep in a tree. */
final class KubeadmTree {
    private KubeadmTree() {}

    static Optional<ConfigTree> find(Branch root, List<String> path) {
        return root.find(path.toArray(String[]::new));
    }

    /** Returns the tree with a value set; maps on the way are made, and follow from what they are made for. */
    static Branch with(Branch branch, List<String> path, ConfigTree value) {
        String key = path.get(0);
        if (path.size() == 1) {
            return new Branch(branch.entries().put(key, value), branch.origin());
        }
        Branch inner = branch.find(key)
                .filter(Branch.class::isInstance)
                .map(Branch.class::cast)
                .orElseGet(() ->
                        new Branch(LinkedHashMap.empty(), Origin.inferred("holds what is set below", value.origin())));
        return new Branch(branch.entries().put(key, with(inner, path.subList(1, path.size()), value)), branch.origin());
    }
}
