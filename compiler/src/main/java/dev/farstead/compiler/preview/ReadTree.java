// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program finds in a file that it reads: the emitted tree. That the written text reads back to this tree is a property of the
 * writers.
 */
final class ReadTree {
    private ReadTree() {}

    /** Returns the tree of the YAML file whose path has an ending. */
    static OutputNode of(List<OutputFile> files, String ending) {
        return all(files, ending).findFirst().orElseThrow(() -> new IllegalStateException("no file ends in " + ending));
    }

    /** Returns the trees of the YAML files whose paths have an ending. */
    static Stream<OutputNode> all(List<OutputFile> files, String ending) {
        return files.stream()
                .filter(file -> file.path().endsWith(ending))
                .map(file -> ((OutputContent.Yaml) file.content()).tree());
    }

    static Optional<OutputNode> find(OutputNode from, String... keys) {
        OutputNode node = from;
        for (String key : keys) {
            Optional<OutputNode> below = node instanceof OutputMap map ? map.find(key) : Optional.empty();
            if (below.isEmpty()) {
                return below;
            }
            node = below.get();
        }
        return Optional.of(node);
    }

    /** Returns what must be there. */
    static OutputNode get(OutputNode from, String... keys) {
        return find(from, keys).orElseThrow();
    }

    static List<OutputNode> items(OutputNode from, String... keys) {
        return ((OutputList) get(from, keys)).items();
    }

    /** Returns the text of a value as it stands in YAML; empty where there is none, or a collection. */
    static Optional<String> text(OutputNode from, String... keys) {
        return find(from, keys).flatMap(ReadTree::scalar);
    }

    private static Optional<String> scalar(OutputNode node) {
        if (node instanceof OutputText text) {
            return Optional.of(text.text());
        } else if (node instanceof OutputInteger integer) {
            return Optional.of(Long.toString(integer.value()));
        }
        return node instanceof OutputBoolean truth ? Optional.of(Boolean.toString(truth.value())) : Optional.empty();
    }

    /** Returns the document that a text is; no reader sees its comments. */
    static OutputMap document(OutputNode text) {
        return map((OutputMap) ((OutputEmbedded) text).tree());
    }

    private static OutputMap map(OutputMap map) {
        return new OutputMap(
                map.entries().stream()
                        .map(entry -> new OutputEntry(entry.key(), node(entry.value()), Optional.empty()))
                        .toList(),
                map.origin());
    }

    private static OutputNode node(OutputNode node) {
        if (node instanceof OutputMap map) {
            return map(map);
        }
        return node instanceof OutputList list
                ? new OutputList(list.items().stream().map(ReadTree::node).toList(), list.origin())
                : node;
    }
}
