// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Writes YAML in one canonical form: block collections indented by two, lists too under their key; {@code []} and {@code {}} for empty
 * ones; no anchors, tags or folding, and document markers between documents alone. How a text stands is decided by {@link YamlScalars}.
 */
final class YamlWriter {
    private static final int STEP = 2;

    /** YAML looks for the colon of a key on its line within 1,024 characters; a longer key stands behind a question mark. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final LinedText out;
    private final SecretText secrets;

    /** Whether the current line already stands at its indentation, behind a dash. */
    private boolean open;

    private YamlWriter(LinedText out, SecretText secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    /**
     * Writes a document.
     *
     * @param header a comment as first line, such as {@code #cloud-config}
     * @param tree the document
     * @param secrets gives the text of each secret; it stands in double quotes on one line
     * @return the text, ended by a line feed
     */
    static WrittenText write(Optional<String> header, OutputNode tree, SecretText secrets) {
        LinedText out = new LinedText();
        if (header.isPresent()) {
            String line = header.get();
            if (!line.startsWith("#") || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("the header of a YAML file must be one comment line");
            }
            out.append(line).endLine(tree.origin());
        }
        new YamlWriter(out, secrets).document(tree, 0);
        return out.written();
    }

    /**
     * Writes several documents, each but the first behind a line of three dashes.
     *
     * @param trees the documents
     * @param secrets gives the text of each secret
     * @return the text, ended by a line feed
     */
    static WrittenText write(List<OutputNode> trees, SecretText secrets) {
        LinedText out = new LinedText();
        boolean first = true;
        for (OutputNode tree : trees) {
            if (!first) {
                out.append("---").endLine(tree.origin());
            }
            first = false;
            new YamlWriter(out, secrets).document(tree, 0);
        }
        return out.written();
    }

    private void document(OutputNode tree, int indentation) {
        if (isBlock(tree)) {
            block(tree, indentation);
        } else {
            out.spaces(indentation);
            scalar(tree, indentation + STEP);
        }
    }

    /** Tells whether a node takes lines of its own; empty collections don't. */
    private static boolean isBlock(OutputNode node) {
        return (node instanceof OutputMap map && !map.entries().isEmpty())
                || (node instanceof OutputList list && !list.items().isEmpty());
    }

    private void block(OutputNode node, int indentation) {
        if (node instanceof OutputMap map) {
            entries(map.entries(), indentation);
        } else if (node instanceof OutputList list) {
            items(list.items(), indentation);
        }
    }

    private void entries(List<OutputEntry> entries, int indentation) {
        for (OutputEntry entry : entries) {
            Origin origin = entry.value().origin();
            if (!open && entry.comment().isPresent()) {
                Comments.write(out, indentation, entry.comment().get(), origin);
            }
            startLine(indentation);
            key(entry.key(), indentation, origin);
            if (isBlock(entry.value())) {
                out.endLine(origin);
                block(entry.value(), indentation + STEP);
            } else {
                out.append(' ');
                scalar(entry.value(), indentation + STEP);
            }
        }
    }

    private void items(List<OutputNode> items, int indentation) {
        for (OutputNode item : items) {
            if (!open) {
                firstEntry(item).ifPresent(entry -> comment(entry, indentation));
            }
            startLine(indentation);
            out.append("- ");
            if (isBlock(item)) {
                open = true;
                block(item, indentation + STEP);
            } else {
                scalar(item, indentation + STEP);
            }
        }
    }

    private void comment(OutputEntry entry, int indentation) {
        entry.comment()
                .ifPresent(text ->
                        Comments.write(out, indentation, text, entry.value().origin()));
    }

    /** Finds the entry that shares the line of an item's dash: its comment can only stand above the dash. */
    private static Optional<OutputEntry> firstEntry(OutputNode item) {
        OutputNode node = item;
        while (node instanceof OutputList list && !list.items().isEmpty()) {
            node = list.items().get(0);
        }
        return node instanceof OutputMap map ? map.entries().stream().findFirst() : Optional.empty();
    }

    private void startLine(int indentation) {
        if (open) {
            open = false;
        } else {
            out.spaces(indentation);
        }
    }

    private void key(String key, int indentation, Origin origin) {
        StringBuilder line = out.line();
        int start = line.length();
        if (YamlScalars.isPlain(key)) {
            line.append(key);
        } else {
            YamlScalars.quote(line, key);
        }
        if (line.length() - start > LONGEST_SIMPLE_KEY) {
            line.insert(start, "? ");
            out.endLine(origin);
            out.spaces(indentation);
        }
        line.append(':');
    }

    /** Writes a node that begins on the current line; the lines of a block get the given indentation. */
    private void scalar(OutputNode node, int indentation) {
        if (node instanceof OutputText text) {
            text(text, indentation);
            return;
        }
        if (node instanceof OutputEmbedded embedded) {
            // What this writer writes never needs quotes as a literal block: it has no tabs, controls or blanks at an
            // end of a line.
            out.append('|').endLine(embedded.origin());
            document(embedded.tree(), indentation);
            return;
        }
        if (node instanceof OutputInteger integer) {
            out.append(integer.value());
        } else if (node instanceof OutputDecimal decimal) {
            out.append(decimal.text());
        } else if (node instanceof OutputBoolean truth) {
            out.append(truth.value() ? "true" : "false");
        } else if (node instanceof OutputSecret secret) {
            out.secret(quoted(secrets.text(secret)), quoted(SecretText.referenceTo(secret)));
        } else {
            out.append(node instanceof OutputMap ? "{}" : "[]");
        }
        out.endLine(node.origin());
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        YamlScalars.quote(out, text);
        return out.toString();
    }

    private void text(OutputText node, int indentation) {
        String text = node.text();
        if (YamlScalars.isPlain(text)) {
            out.append(text).endLine(node.origin());
        } else if (YamlScalars.isLiteral(text)) {
            out.append(text.endsWith("\n") ? "|" : "|-").endLine(node.origin());
            out.lines(text, indentation, node.origin());
        } else {
            YamlScalars.quote(out.line(), text);
            out.endLine(node.origin());
        }
    }
}
