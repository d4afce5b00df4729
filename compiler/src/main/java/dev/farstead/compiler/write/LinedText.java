// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text under construction that notes the origin of each line as the line ends, and where secrets stand: digests are taken over a form
 * with a reference in the place of each. Not thread-safe.
 */
final class LinedText {
    private static final List<String> BLANKS =
            IntStream.range(0, 32).mapToObj(" "::repeat).toList();

    private final StringBuilder text = new StringBuilder(4096);
    private final List<Origin> lines = new ArrayList<>();

    /** The form for digests up to the end of the last secret; empty while it is the text itself. */
    private final StringBuilder digested = new StringBuilder(0);

    /** Where in the text the rest of the form for digests begins. */
    private int behindSecret;

    LinedText append(char character) {
        text.append(character);
        return this;
    }

    LinedText append(String part) {
        text.append(part);
        return this;
    }

    LinedText append(long number) {
        text.append(number);
        return this;
    }

    LinedText spaces(int count) {
        text.append(count < BLANKS.size() ? BLANKS.get(count) : " ".repeat(count));
        return this;
    }

    /** Appends a part that may show secrets, and to the form for digests what stands there in its place. */
    LinedText secret(String part, String reference) {
        digested.append(text, behindSecret, text.length()).append(reference);
        text.append(part);
        behindSecret = text.length();
        return this;
    }

    /** Returns the builder behind this text; whoever appends to it must not append a line feed. */
    StringBuilder line() {
        return text;
    }

    void endLine(Origin origin) {
        text.append('\n');
        lines.add(origin);
    }

    /** Appends lines; a line feed at the end of the text ends its last line and starts no other. */
    void lines(String content, int indentation, Origin origin) {
        int start = 0;
        while (start < content.length()) {
            int end = content.indexOf('\n', start);
            if (end < 0) {
                end = content.length();
            }
            if (end > start) {
                spaces(indentation);
                text.append(content, start, end);
            }
            endLine(origin);
            start = end + 1;
        }
    }

    /** Appends what was written before, with the origins of the lines that end in it. */
    void written(String part, List<Origin> origins) {
        text.append(part);
        lines.addAll(origins);
    }

    WrittenText written() {
        String whole = text.toString();
        return new WrittenText(whole, behindSecret == 0 ? whole : digested + whole.substring(behindSecret), lines);
    }
}
