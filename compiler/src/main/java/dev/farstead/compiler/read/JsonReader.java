// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document from the tokens of the parser, into the tree that YAML of the same meaning gives. */
final class JsonReader {
    private final SourceSection section;
    private final String text;
    private final Limits limits;
    private final TreeBuilder tree;

    JsonReader(SourceSection section, Limits limits, FindingSink sink) {
        this.section = section;
        this.text = section.text();
        this.limits = limits;
        this.tree = new TreeBuilder(section, limits, sink);
    }

    /** Returns the root of the document, or null where it has an error. */
    @Nullable SourceNode read() {
        try (JsonParser parser = factory().createParser(text.toCharArray())) {
            boolean ended = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                if (ended) {
                    tree.fail(problem("only one value may stand in a JSON source", start)
                            .label("a second value starts here")
                            .addFixes(Fix.advice("put the second document into a source of its own"))
                            .build());
                    break;
                }
                if (!take(parser, token, start)) {
                    break;
                }
                ended = !tree.hasOpen();
            }
        } catch (JsonEOFException e) {
            tree.fail(unclosed());
        } catch (JsonParseException e) {
            tree.fail(explain((int) e.getLocation().getCharOffset()));
        } catch (IOException e) {
            // What remains are the engine's own limits, which ours come before.
            tree.fail(problem("this is not valid JSON", section.start())
                    .addFixes(Fix.advice("correct the text"))
                    .build());
        }
        return tree.root();
    }

    /** The engine's limits stand one step behind ours, so that ours speak. */
    private JsonFactory factory() {
        return JsonFactory.builder()
                // The table of names refuses names with equal hashes, which a hostile text can be made of.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) Math.min(Integer.MAX_VALUE, limits.depth() + 1L))
                        .maxDocumentLength(limits.documentBytes())
                        .maxStringLength(limits.documentBytes())
                        .maxNameLength(limits.documentBytes())
                        .maxNumberLength(limits.documentBytes())
                        .build())
                .build();
    }

    private boolean take(JsonParser parser, JsonToken token, int start) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                return tree.open(token == JsonToken.START_OBJECT, start);
            }
            case END_OBJECT, END_ARRAY -> tree.close(start + 1);
            case FIELD_NAME -> tree.key(text(parser.currentName(), start));
            case VALUE_STRING -> tree.add(text(parser.getText(), start));
            case VALUE_NUMBER_INT -> plain(start, numberEnd(start), SourceScalar.Type.INTEGER);
            case VALUE_NUMBER_FLOAT -> plain(start, numberEnd(start), SourceScalar.Type.FLOAT);
            case VALUE_TRUE -> plain(start, start + 4, SourceScalar.Type.BOOLEAN);
            case VALUE_FALSE -> plain(start, start + 5, SourceScalar.Type.BOOLEAN);
            case VALUE_NULL -> plain(start, start + 4, SourceScalar.Type.NULL);
            default -> throw new IllegalStateException("no token of JSON text: " + token);
        }
        return true;
    }

    private void plain(int start, int end, SourceScalar.Type type) {
        tree.add(new SourceScalar(section.range(start, end), text.substring(start, end), type, true));
    }

    private SourceScalar text(String value, int start) {
        Range range = section.range(start, stringEnd(start));
        Optional<String> bad = Unwritable.find(value);
        if (bad.isPresent()) {
            tree.fail(SyntaxRule.ESCAPE
                    .finding("an escape gives " + bad.get() + ", which no text can hold", range)
                    .path(tree.path())
                    .addFixes(Fix.advice("leave the escape out"))
                    .build());
        }
        return new SourceScalar(range, value, SourceScalar.Type.TEXT, false);
    }

    /** The engine tells no end before it has read on, so ends are found in the text. */
    private int stringEnd(int start) {
        int at = start + 1;
        while (at < section.end() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, section.end());
    }

    private int numberEnd(int start) {
        int at = start;
        while (at < section.end() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private Finding unclosed() {
        if (!tree.hasOpen()) {
            return problem("the text ends inside a value", section.start())
                    .addFixes(Fix.advice("complete the value"))
                    .build();
        }
        int start = tree.openStart();
        boolean list = text.charAt(start) == '[';
        return SyntaxRule.UNCLOSED_BRACKET
                .finding(
                        "the " + (list ? "list" : "mapping") + " in brackets is not closed",
                        section.range(start, start + 1))
                .path(tree.path())
                .label("opened here; a quote inside may be open too")
                .addFixes(Fix.advice("write `" + (list ? ']' : '}') + "` behind its last value"))
                .build();
    }

    /** Chooses the sentence by the characters around the place where the parser stopped. */
    private Finding explain(int reported) {
        int at = Math.max(section.start(), Math.min(reported, section.end()));
        // The parser stands behind the character that it refuses, or on it.
        if (at > section.start() && (at >= section.end() || (isFault(at - 1) && !isFault(at)))) {
            at--;
        }
        char c = text.charAt(at);
        int before = at - 1;
        while (before >= section.start() && (section.isBlank(before) || section.isBreak(before))) {
            before--;
        }
        boolean comma = before >= section.start() && text.charAt(before) == ',';
        if ((c == '}' || c == ']') && comma) {
            return problem("a comma stands before the closing bracket", before)
                    .label("nothing follows this comma")
                    .addFixes(deletion(before))
                    .build();
        }
        return switch (c) {
            case '\'' ->
                problem("texts need double quotes in JSON", at)
                        .addFixes(Fix.advice("write `\"` for `'`, or name the source `.yaml`"))
                        .build();
            case '#', '/' ->
                problem("JSON has no comments", at)
                        .addFixes(Fix.advice("delete the comment, or name the source `.yaml`"))
                        .build();
            case '\n', '\r', '\t' ->
                problem("a line break or a tab stands in a quoted text", at)
                        .addFixes(Fix.advice("write `\\n` or `\\t`, or close the quotes before it"))
                        .build();
            default ->
                problem("this is not valid JSON", at)
                        .label("cannot be read from here on")
                        .addFixes(Fix.advice("put texts and keys in double quotes, and a comma between values"))
                        .build();
        };
    }

    private boolean isFault(int offset) {
        return "}]'#/\n\r\t".indexOf(text.charAt(offset)) >= 0;
    }

    private Fix deletion(int offset) {
        return Fix.of("delete the comma", new Edit(section.range(offset, offset + 1), ""), Fix.Applicability.SAFE);
    }

    private Finding.Builder problem(String message, int at) {
        return SyntaxRule.JSON_SYNTAX
                .finding(message, section.range(at, Math.min(at + 1, section.end())))
                .path(tree.path());
    }
}
