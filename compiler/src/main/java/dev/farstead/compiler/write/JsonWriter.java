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
import java.util.List;
import java.util.Optional;

/**
 * Writes JSON in one canonical form: indented by two, in the order of the tree, with only those escapes that JSON demands. Comments are
 * left out, and an embedded document is a string that holds YAML. Own code, since a generator of Jackson does not tell where a line ends.
 */
final class JsonWriter {
    private static final int STEP = 2;
    private static final String HEX = "0123456789abcdef";

    private final LinedText out = new LinedText();
    private final SecretText secrets;

    private JsonWriter(SecretText secrets) {
        this.secrets = secrets;
    }

    /**
     * Writes a document.
     *
     * @param tree the document
     * @param secrets gives the text of each secret
     * @return the text, ended by a line feed
     */
    static WrittenText write(OutputNode tree, SecretText secrets) {
        JsonWriter writer = new JsonWriter(secrets);
        writer.value(tree, 0);
        writer.out.endLine(tree.origin());
        return writer.out.written();
    }

    /**
     * Writes items of a list without its brackets.
     *
     * @param items the items
     * @param indentation of their lines, in characters
     * @param secrets gives the text of each secret
     * @return the text, ended by a line feed, with a comma behind each item but the last
     */
    static WrittenText items(List<OutputNode> items, int indentation, SecretText secrets) {
        JsonWriter writer = new JsonWriter(secrets);
        writer.items(items, indentation);
        return writer.out.written();
    }

    /** Writes a value up to its last character; the caller ends the line. */
    private void value(OutputNode node, int indentation) {
        if (node instanceof OutputMap map) {
            map(map, indentation);
        } else if (node instanceof OutputList list) {
            list(list, indentation);
        } else if (node instanceof OutputText text) {
            quote(out.line(), text.text());
        } else if (node instanceof OutputInteger integer) {
            out.append(integer.value());
        } else if (node instanceof OutputDecimal decimal) {
            out.append(decimal.text());
        } else if (node instanceof OutputBoolean truth) {
            out.append(truth.value() ? "true" : "false");
        } else if (node instanceof OutputSecret secret) {
            out.secret(quoted(secrets.text(secret)), quoted(SecretText.referenceTo(secret)));
        } else if (node instanceof OutputEmbedded embedded) {
            WrittenText document = YamlWriter.write(Optional.empty(), embedded.tree(), secrets);
            out.secret(quoted(document.text()), quoted(document.digested()));
        }
    }

    private void map(OutputMap map, int indentation) {
        if (map.entries().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{').endLine(map.origin());
        int left = map.entries().size();
        for (OutputEntry entry : map.entries()) {
            out.spaces(indentation + STEP);
            quote(out.line(), entry.key());
            out.append(": ");
            value(entry.value(), indentation + STEP);
            endMember(entry.value(), --left);
        }
        out.spaces(indentation).append('}');
    }

    private void list(OutputList list, int indentation) {
        if (list.items().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[').endLine(list.origin());
        items(list.items(), indentation + STEP);
        out.spaces(indentation).append(']');
    }

    private void items(List<OutputNode> items, int indentation) {
        int left = items.size();
        for (OutputNode item : items) {
            out.spaces(indentation);
            value(item, indentation);
            endMember(item, --left);
        }
    }

    private void endMember(OutputNode member, int left) {
        if (left > 0) {
            out.append(',');
        }
        out.endLine(member.origin());
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        quote(out, text);
        return out.toString();
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                line.append(text, written, i);
                escape(line, c);
                written = i + 1;
            }
        }
        // Most texts have nothing to escape, and are appended at once.
        line.append(written == 0 ? text : text.substring(written)).append('"');
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"', '\\' -> line.append('\\').append(c);
            case '\b' -> line.append("\\b");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\f' -> line.append("\\f");
            case '\r' -> line.append("\\r");
            default -> line.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }
}
