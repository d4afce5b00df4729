// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.MarkdownBlock;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds the blocks of a run-sheet; not thread-safe. */
final class RunSheet {
    private final Origin origin;
    private final List<MarkdownBlock> blocks = new ArrayList<>();

    RunSheet(Origin origin) {
        this.origin = origin;
    }

    RunSheet title(String... parts) {
        blocks.add(new MarkdownBlock.Heading(1, Prose.of(parts), origin));
        return this;
    }

    RunSheet section(String text) {
        blocks.add(new MarkdownBlock.Heading(2, Prose.of(text), origin));
        return this;
    }

    RunSheet say(String... parts) {
        blocks.add(new MarkdownBlock.Paragraph(Prose.of(parts), origin));
        return this;
    }

    RunSheet steps(Prose... steps) {
        blocks.add(new MarkdownBlock.Items(true, Arrays.asList(steps), origin));
        return this;
    }

    RunSheet notes(List<Prose> notes) {
        blocks.add(new MarkdownBlock.Items(false, notes, origin));
        return this;
    }

    RunSheet shell(String... lines) {
        blocks.add(new MarkdownBlock.Code("sh", String.join("\n", lines) + "\n", origin));
        return this;
    }

    RunSheet table(List<Prose> header, List<List<Prose>> rows, Origin from) {
        blocks.add(new MarkdownBlock.Table(header, rows, from));
        return this;
    }

    List<MarkdownBlock> blocks() {
        return List.copyOf(blocks);
    }
}
