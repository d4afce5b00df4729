// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.MarkdownBlock;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes GitHub-flavoured Markdown: one blank line between blocks, one line per paragraph, item and row, never wrapped. Text is escaped
 * by {@link MarkdownText}.
 */
final class MarkdownWriter {
    private static final int SHORTEST_FENCE = 3;

    private final LinedText out = new LinedText();

    private MarkdownWriter() {}

    /**
     * Writes a document.
     *
     * @param blocks the blocks in order
     * @return the text
     */
    static WrittenText write(List<MarkdownBlock> blocks) {
        MarkdownWriter writer = new MarkdownWriter();
        MarkdownBlock previous = null;
        boolean alternate = false;
        for (MarkdownBlock block : blocks) {
            if (previous != null) {
                writer.out.endLine(previous.origin());
            }
            // Two lists in a row would be read as one, unless they have different signs.
            alternate = !alternate
                    && previous instanceof MarkdownBlock.Items before
                    && block instanceof MarkdownBlock.Items after
                    && before.ordered() == after.ordered();
            writer.block(block, alternate);
            previous = block;
        }
        return writer.out.written();
    }

    private void block(MarkdownBlock block, boolean alternate) {
        if (block instanceof MarkdownBlock.Heading heading) {
            heading(heading);
        } else if (block instanceof MarkdownBlock.Paragraph paragraph) {
            out.append(MarkdownText.line(paragraph.text())).endLine(origin(paragraph.text(), paragraph));
        } else if (block instanceof MarkdownBlock.Items items) {
            items(items, alternate);
        } else if (block instanceof MarkdownBlock.Code code) {
            code(code);
        } else if (block instanceof MarkdownBlock.Table table) {
            table(table);
        }
    }

    private void heading(MarkdownBlock.Heading heading) {
        out.append("#".repeat(heading.level())).append(' ').append(MarkdownText.line(heading.text()));
        out.endLine(origin(heading.text(), heading));
    }

    private void items(MarkdownBlock.Items items, boolean alternate) {
        int number = 1;
        for (Prose item : items.items()) {
            if (items.ordered()) {
                out.append(number++).append(alternate ? ") " : ". ");
            } else {
                out.append(alternate ? "* " : "- ");
            }
            out.append(MarkdownText.line(item)).endLine(origin(item, items));
        }
    }

    private void code(MarkdownBlock.Code code) {
        String text = visible(code.lines().stream().map(Prose::text).collect(Collectors.joining("\n")));
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, MarkdownText.longestRun(text) + 1));
        Origin whole = origin(union(code.lines()), code);
        out.append(fence).append(language(code.language())).endLine(whole);
        code.lines().forEach(line -> out.lines(visible(line.text()), 0, origin(line, code)));
        out.append(fence).endLine(whole);
    }

    /** Keeps letters, digits, plus, minus and dot: a name of a language has no other, and a fence must not be closed by it. */
    private static String language(String language) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < language.length(); i++) {
            char c = language.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0) {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** Shows each character that can't be seen as a replacement character: people copy this text into a shell. */
    private static String visible(String text) {
        return SpecialCharacters.replace(text, '\uFFFD', "\n\t");
    }

    private void table(MarkdownBlock.Table table) {
        row(table.header(), table);
        out.append('|');
        for (int i = 0; i < table.header().size(); i++) {
            out.append(" --- |");
        }
        out.endLine(table.origin());
        for (List<Prose> row : table.rows()) {
            row(row, table);
        }
    }

    private void row(List<Prose> cells, MarkdownBlock.Table table) {
        out.append('|');
        for (Prose cell : cells) {
            out.append(' ').append(MarkdownText.cell(cell)).append(" |");
        }
        out.endLine(origin(union(cells), table));
    }

    /** Returns a line that depends on what any of these depends on. */
    private static Prose union(List<Prose> lines) {
        return new Prose(List.of()).from(lines.stream().flatMap(line -> line.from().stream()));
    }

    private static Origin origin(Prose line, MarkdownBlock block) {
        if (line.from().isEmpty()) {
            return block.origin();
        }
        List<Origin> from = new ArrayList<>(line.from());
        from.add(block.origin());
        return new Origin.Inferred("what this line says", from);
    }
}
