// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/** A text under construction that notes the origin of each line as the line ends. Not thread-safe. */
final class LinedText {
    private final StringBuilder text = new StringBuilder(4096);
    private final List<Origin> lines = new ArrayList<>();

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
        for (int i = 0; i < count; i++) {
            text.append(' ');
        }
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
        return new WrittenText(text.toString(), lines);
    }
}
