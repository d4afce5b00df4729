// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import java.util.List;
import java.util.Optional;

/** The content of an output file: a tree and the format in which it is written. */
public sealed interface OutputContent {
    /**
     * YAML.
     *
     * @param header a first line, such as {@code #cloud-config}
     * @param tree the document
     */
    record Yaml(Optional<String> header, OutputNode tree) implements OutputContent {}

    /**
     * Several YAML documents, parted by lines of three dashes.
     *
     * @param trees the documents in order
     */
    record Documents(List<OutputNode> trees) implements OutputContent {
        /** Copies the documents. */
        public Documents {
            trees = List.copyOf(trees);
        }
    }

    /**
     * JSON.
     *
     * @param tree the document
     */
    record Json(OutputNode tree) implements OutputContent {}

    /**
     * Build arguments: lines {@code KEY=value} that Earthly reads and bash sources.
     *
     * @param values the arguments, scalars only
     */
    record Arg(OutputMap values) implements OutputContent {}

    /**
     * An environment file of systemd: lines {@code KEY=value}, in the plain form that the agent's provider writes.
     *
     * @param values the variables, scalars only
     */
    record Environment(OutputMap values) implements OutputContent {}

    /**
     * A drop-in of a systemd service that sets variables: lines {@code Environment="KEY=value"} of its section {@code Service}.
     *
     * @param values the variables, scalars only
     */
    record ServiceEnvironment(OutputMap values) implements OutputContent {}

    /**
     * Settings of the kernel: lines {@code name=value} as sysctl reads them.
     *
     * @param values the settings, texts only
     */
    record KernelSettings(OutputMap values) implements OutputContent {}

    /**
     * Markdown.
     *
     * @param blocks the blocks in order
     */
    record Markdown(List<MarkdownBlock> blocks) implements OutputContent {
        /** Copies the blocks. */
        public Markdown {
            blocks = List.copyOf(blocks);
        }
    }

    /** An empty file, such as the {@code meta-data} of a cidata volume. */
    record Empty() implements OutputContent {}
}
