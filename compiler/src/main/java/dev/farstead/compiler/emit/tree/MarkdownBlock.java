// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.List;

/** A block of a Markdown document. */
public sealed interface MarkdownBlock {
    /**
     * Returns where the block comes from.
     *
     * @return the origin
     */
    Origin origin();

    /**
     * A heading.
     *
     * @param level 1 to 4
     * @param text the text
     * @param origin where it comes from
     */
    record Heading(int level, Prose text, Origin origin) implements MarkdownBlock {
        private static final int DEEPEST = 4;

        /** Checks the level. */
        public Heading {
            if (level < 1 || level > DEEPEST) {
                throw new IllegalArgumentException("no level of a heading: " + level);
            }
        }
    }

    /**
     * A paragraph.
     *
     * @param text the text
     * @param origin where it comes from
     */
    record Paragraph(Prose text, Origin origin) implements MarkdownBlock {}

    /**
     * A list.
     *
     * @param ordered whether the items are numbered steps
     * @param items the items
     * @param origin where it comes from
     */
    record Items(boolean ordered, List<Prose> items, Origin origin) implements MarkdownBlock {
        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Code.
     *
     * @param language name of the language for the fence, such as {@code sh}
     * @param lines the code, line by line
     * @param origin where it comes from
     */
    record Code(String language, List<Prose> lines, Origin origin) implements MarkdownBlock {
        /** Copies the lines. */
        public Code {
            lines = List.copyOf(lines);
        }

        /**
         * Code that comes from one place.
         *
         * @param language name of the language for the fence
         * @param text the code
         * @param origin where it comes from
         */
        public Code(String language, String text, Origin origin) {
            this(language, List.of(Prose.of(text)), origin);
        }
    }

    /**
     * A table.
     *
     * @param header the column heads
     * @param rows the rows, each as long as the header
     * @param origin where it comes from
     */
    record Table(List<Prose> header, List<List<Prose>> rows, Origin origin) implements MarkdownBlock {
        /** Copies header and rows and checks that they are equally long. */
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Prose> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + header.size() + " heads");
                }
            }
        }
    }
}
