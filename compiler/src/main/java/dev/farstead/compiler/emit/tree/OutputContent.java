// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.List;
import java.util.Optional;

/** The content of an output file: a tree and the format in which it is written. */
public sealed interface OutputContent {
    /**
     * Returns where the content as a whole comes from.
     *
     * @return the origin
     */
    Origin origin();

    /**
     * YAML.
     *
     * @param header a first line, such as {@code #cloud-config}
     * @param tree the document
     */
    record Yaml(Optional<String> header, OutputNode tree) implements OutputContent {
        @Override
        public Origin origin() {
            return tree.origin();
        }
    }

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

        @Override
        public Origin origin() {
            return trees.stream().findFirst().map(OutputNode::origin).orElse(Empty.NOTHING);
        }
    }

    /**
     * JSON.
     *
     * @param tree the document
     */
    record Json(OutputNode tree) implements OutputContent {
        @Override
        public Origin origin() {
            return tree.origin();
        }
    }

    /**
     * Build arguments: lines {@code KEY=value} that Earthly reads and bash sources.
     *
     * @param values the arguments, scalars only
     */
    record Arg(OutputMap values) implements OutputContent {
        @Override
        public Origin origin() {
            return values.origin();
        }
    }

    /**
     * An environment file of systemd: lines {@code KEY=value}, in the plain form that the agent's provider writes.
     *
     * @param values the variables, scalars only
     */
    record Environment(OutputMap values) implements OutputContent {
        @Override
        public Origin origin() {
            return values.origin();
        }
    }

    /**
     * A drop-in of a systemd service that sets variables: lines {@code Environment="KEY=value"} of its section {@code Service}.
     *
     * @param values the variables, scalars only
     */
    record ServiceEnvironment(OutputMap values) implements OutputContent {
        @Override
        public Origin origin() {
            return values.origin();
        }
    }

    /**
     * Settings of the kernel: lines {@code name=value} as sysctl reads them.
     *
     * @param values the settings, texts only
     */
    record KernelSettings(OutputMap values) implements OutputContent {
        @Override
        public Origin origin() {
            return values.origin();
        }
    }

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

        @Override
        public Origin origin() {
            return blocks.stream().findFirst().map(MarkdownBlock::origin).orElse(Empty.NOTHING);
        }
    }

    /** An empty file, such as the {@code meta-data} of a cidata volume. */
    record Empty() implements OutputContent {
        private static final Origin NOTHING = new Origin.Default("nothing stands in it");

        @Override
        public Origin origin() {
            return NOTHING;
        }
    }
}
