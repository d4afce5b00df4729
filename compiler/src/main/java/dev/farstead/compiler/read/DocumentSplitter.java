// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Range;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Cuts a source into its documents before any of them is scanned. In YAML a line that starts with {@code ---} or
 * {@code ...} is a separator wherever it stands, so cutting needs no scanner, a mistake in one document does not hide
 * the next, and limits act before the scanner's costs. What a scanner should not see is refused here: too large
 * documents, too long lines, characters that are not allowed, directives.
 */
final class DocumentSplitter {
    private final String source;
    private final String text;
    private final Limits limits;
    private final FindingSink sink;
    private final boolean json;

    private int line = 1;
    /** Start of the open document, or -1. */
    private int start = -1;

    private int startLine;
    private boolean separated;
    private boolean content;
    private boolean refused;
    private long bytes;
    private int documents;
    private int directiveLine = -1;

    DocumentSplitter(String source, String text, Limits limits, FindingSink sink, boolean json) {
        this.source = source;
        this.text = text;
        this.limits = limits;
        this.sink = sink;
        this.json = json;
    }

    void split(Consumer<SourceSection> reader) {
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int stop = at;
            int badCharacter = -1;
            long lineBytes = 0;
            for (; stop < text.length(); stop++) {
                char c = text.charAt(stop);
                if (c == '\n' || c == '\r') {
                    break;
                }
                lineBytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
                if ((c < ' ' || c > '~') && badCharacter < 0 && !allowed(c)) {
                    badCharacter = stop;
                }
            }
            at = stop < text.length() ? stop + 1 : stop;
            if (at < text.length() && text.charAt(stop) == '\r' && text.charAt(at) == '\n') {
                at++;
            }
            beginLine(from, stop, reader);
            bytes += lineBytes + (at - stop);
            if (badCharacter >= 0 && !refused) {
                refuseCharacter(badCharacter, from, stop);
            }
            if (!json && lineBytes > limits.lineBytes() && !refused) {
                refuseLine(lineBytes, from);
            }
            line++;
        }
        close(text.length(), reader);
        if (documents == 0) {
            sink.add(SyntaxRule.EMPTY_SOURCE
                    .finding("the source holds no document", positions(0, 0, 1).range(0, 0))
                    .addFixes(Fix.advice("write a profile or a site into it, or leave the source out"))
                    .build());
        }
    }

    /** Whether a character may stand in the text; the line breaks are not asked for. */
    private boolean allowed(char c) {
        if (c < ' ') {
            return c == '\t';
        }
        if (json) {
            return true;
        }
        // YAML 1.1 readers break lines at U+0085, U+2028 and U+2029, and YAML 1.2 readers do not.
        return c >= 0xA0 && c != '\u2028' && c != '\u2029' && c != '\uFEFF' && c < '\uFFFE';
    }

    private void beginLine(int from, int stop, Consumer<SourceSection> reader) {
        if (json) {
            if (start < 0 && !isBlank(from, stop)) {
                open(0, 1, false);
                content = true;
            }
        } else if (isMarker("---", from, stop)) {
            close(from, reader);
            open(from, line, true);
            content = !isBlankOrComment(from + 3, stop);
        } else if (isMarker("...", from, stop) && isBlankOrComment(from + 3, stop)) {
            close(from, reader);
        } else if (!isBlankOrComment(from, stop)) {
            if (start < 0) {
                if (text.charAt(from) == '%') {
                    directive(from, stop);
                    return;
                }
                open(from, line, false);
            }
            content = true;
        }
    }

    private boolean isMarker(String marker, int from, int stop) {
        if (!text.startsWith(marker, from)) {
            return false;
        }
        return from + 3 == stop || text.charAt(from + 3) == ' ' || text.charAt(from + 3) == '\t';
    }

    private boolean isBlankOrComment(int from, int stop) {
        int at = from;
        while (at < stop && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == stop || text.charAt(at) == '#';
    }

    private boolean isBlank(int from, int stop) {
        for (int i = from; i < stop; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    private void open(int from, int atLine, boolean withSeparator) {
        if (directiveLine >= 0 && !withSeparator) {
            sink.add(SyntaxRule.DIRECTIVE
                    .finding(
                            "a directive must be followed by a line `---`",
                            positions(from, from, atLine).range(from, from))
                    .label("the document starts here without `---`")
                    .addFixes(Fix.advice("delete the line that starts with `%`"))
                    .build());
            refused = true;
        }
        directiveLine = -1;
        start = from;
        startLine = atLine;
        separated = withSeparator;
        documents++;
    }

    private void close(int end, Consumer<SourceSection> reader) {
        if (start < 0) {
            // What stood outside a document does not count for the next one, except a bad directive before it.
            bytes = 0;
            return;
        }
        if (!content) {
            refuseEmpty(end);
        } else if (bytes > limits.documentBytes()) {
            refuseSize();
        } else if (!refused) {
            reader.accept(new SourceSection(text, start, end, positions(start, end, startLine)));
        }
        start = -1;
        content = false;
        refused = false;
        bytes = 0;
    }

    private TextPositions positions(int from, int to, int firstLine) {
        return new TextPositions(source, text, from, to, firstLine);
    }

    private void directive(int from, int stop) {
        directiveLine = line;
        if (text.substring(from, stop).strip().equals("%YAML 1.2")) {
            return;
        }
        int next = stop;
        if (next < text.length() && text.charAt(next) == '\r') {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '\n') {
            next++;
        }
        TextPositions positions = positions(from, next, line);
        sink.add(SyntaxRule.DIRECTIVE
                .finding("directives other than `%YAML 1.2` are not supported", positions.range(from, stop))
                .addFixes(Fix.of("delete the line", new Edit(positions.range(from, next), ""), Applicability.GUESS))
                .build());
        refused = true;
    }

    private void refuseEmpty(int end) {
        TextPositions positions = positions(start, end, startLine);
        Range separator = positions.range(start, start + (separated ? 3 : 0));
        sink.add(SyntaxRule.EMPTY_DOCUMENT
                .finding("the document is empty", separator)
                .label("nothing follows this separator")
                .addFixes(Fix.of("delete the separator", new Edit(separator, ""), Applicability.GUESS))
                .build());
    }

    private void refuseSize() {
        TextPositions positions = positions(start, start, startLine);
        sink.add(SyntaxRule.DOCUMENT_SIZE
                .finding(
                        String.format(
                                Locale.ROOT,
                                "the document has %,d bytes, more than the limit of %,d",
                                bytes,
                                limits.documentBytes()),
                        positions.range(start, start))
                .label("the document starts here")
                .addFixes(Fix.advice("move parts into documents of their own, or raise the limit `documentBytes`"))
                .build());
    }

    private void refuseCharacter(int offset, int from, int stop) {
        refused = true;
        int c = text.charAt(offset);
        Range range = positions(from, stop, line).range(offset, offset + 1);
        Finding.Builder finding = SyntaxRule.CHARACTER
                .finding("the character " + Excerpt.of(Character.toString(c)) + " is not allowed", range)
                .addValues(String.format(Locale.ROOT, "U+%04X", c))
                .addFixes(Fix.of("delete the character", new Edit(range, ""), Applicability.GUESS));
        if (c != 0) {
            finding.addFixes(Fix.advice(
                    String.format(Locale.ROOT, "where it is meant, write `\\u%04x` in a double-quoted text", c)));
        }
        sink.add(finding.build());
    }

    private void refuseLine(long lineBytes, int from) {
        refused = true;
        sink.add(SyntaxRule.LINE_LENGTH
                .finding(
                        String.format(
                                Locale.ROOT,
                                "the line has %,d bytes, more than the limit of %,d",
                                lineBytes,
                                limits.lineBytes()),
                        positions(from, from, line).range(from, from))
                .label("the line starts here")
                .addFixes(Fix.advice("break the line, or raise the limit `lineBytes`"))
                .build());
    }
}
