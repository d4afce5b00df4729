// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.compiler.resolve.ConfigTree.Items;
import dev.farstead.compiler.resolve.ConfigTree.Leaf;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.KubeadmPaths;
import dev.farstead.schemas.KubeadmProviderFacts;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges what the specifications pass through into the configuration of kubeadm: maps by key, so arguments by name, volumes by name, other
 * lists and values as a whole. What somebody else writes is left out; a rule says why.
 */
final class KubeadmMerge {
    private final KubeadmProviderFacts provider;

    KubeadmMerge(KubeadmProviderFacts provider) {
        this.provider = provider;
    }

    /** Merges the values of each key, farthest layer first. */
    Branch merge(Branch lower, Map<String, List<Located<ConfigValue>>> passedThrough) {
        Branch root = lower;
        for (Map.Entry<String, List<Located<ConfigValue>>> key : passedThrough.entrySet()) {
            for (Located<ConfigValue> layer : key.getValue()) {
                root = merge(root, List.of(key.getKey()), layer);
            }
        }
        return root;
    }

    private Branch merge(Branch branch, List<String> path, Located<ConfigValue> upper) {
        String key = path.get(path.size() - 1);
        Optional<ConfigTree> lower = branch.entries().get(key).toJavaOptional();
        return provider.owner(path).isPresent()
                ? branch
                : merged(lower, path, upper)
                        .map(node -> KubeadmTree.with(branch, List.of(key), node))
                        .orElse(branch);
    }

    /** Returns the merged node, or empty where nothing is left to write. */
    private Optional<ConfigTree> merged(Optional<ConfigTree> lower, List<String> path, Located<ConfigValue> upper) {
        Origin written = new Origin.Written(upper.place());
        if (upper.value() instanceof ConfigValue.Entries map) {
            return branch(lower, path, map, written);
        }
        if (upper.value() instanceof ConfigValue.Items list) {
            return KubeadmPaths.isVolumes(path)
                    ? Optional.of(volumes(lower, path, list, written))
                    : Optional.of(new Items(items(path, list), written));
        }
        return Optional.of(KubeadmPaths.isArgument(path) ? argument(upper.value(), written) : leaf(upper));
    }

    private Optional<ConfigTree> branch(
            Optional<ConfigTree> lower, List<String> path, ConfigValue.Entries upper, Origin written) {
        Branch merged = lower.filter(Branch.class::isInstance)
                .map(present -> new Branch(
                        ((Branch) present).entries(), Origin.inferred("merged by key", written, present.origin())))
                .orElseGet(() -> new Branch(LinkedHashMap.empty(), written));
        for (Map.Entry<String, Located<ConfigValue>> entry : upper.entries().entrySet()) {
            List<String> below = new ArrayList<>(path);
            below.add(entry.getKey());
            merged = merge(merged, below, entry.getValue());
        }
        boolean nothing = merged.entries().isEmpty() && !upper.entries().isEmpty();
        return nothing ? Optional.empty() : Optional.of(merged);
    }

    /** A volume of a name that is there already replaces it where it stands. */
    private Items volumes(Optional<ConfigTree> lower, List<String> path, ConfigValue.Items upper, Origin written) {
        Vector<ConfigTree> merged = lower.filter(Items.class::isInstance)
                .map(present -> ((Items) present).items())
                .orElse(Vector.empty());
        for (ConfigTree item : items(path, upper)) {
            int at = merged.indexWhere(
                    present -> name(present).isPresent() && name(present).equals(name(item)));
            merged = at < 0 ? merged.append(item) : merged.update(at, item);
        }
        Origin origin = lower.map(present -> Origin.inferred("merged by name", written, present.origin()))
                .orElse(written);
        return new Items(merged, origin);
    }

    private static Optional<ConfigValue> name(ConfigTree volume) {
        return volume instanceof Branch branch
                ? branch.entries()
                        .get("name")
                        .toJavaOptional()
                        .filter(Leaf.class::isInstance)
                        .map(leaf -> ((Leaf) leaf).value())
                : Optional.empty();
    }

    private Vector<ConfigTree> items(List<String> path, ConfigValue.Items list) {
        Vector<ConfigTree> items = Vector.empty();
        for (Located<ConfigValue> item : list.items()) {
            Optional<ConfigTree> node = merged(Optional.empty(), path, item);
            items = node.map(items::append).orElse(items);
        }
        return items;
    }

    private static Leaf leaf(Located<ConfigValue> value) {
        return new Leaf(value.value(), new Origin.Written(value.place()));
    }

    /** The provider reads arguments into texts, and makes an empty one of a number or a truth value without a word. */
    private static Leaf argument(ConfigValue value, Origin origin) {
        String text;
        if (value instanceof ConfigValue.Numeral number) {
            text = number.written();
        } else if (value instanceof ConfigValue.Bool bool) {
            text = Boolean.toString(bool.value());
        } else {
            text = ((ConfigValue.Text) value).value();
        }
        return new Leaf(new ConfigValue.Text(text), origin);
    }
}
