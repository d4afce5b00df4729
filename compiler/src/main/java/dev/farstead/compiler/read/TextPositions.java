// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines and columns in a stretch of text that starts with a line. Lines end with LF, CR LF or CR.
 *
 * <p>Without surrogate pairs a code point index is an offset, and a look-up costs nothing. With them a cursor walks
 * along with the reader, and the line starts keep it from walking twice. Not thread-safe because of that cursor.
 */
final class TextPositions {
    private final String source;
    private final String text;
    private final int start;
    private final int end;
    private final int firstLine;
    private final int lines;
    private final int[] lineOffsets;
    /** Code points from {@link #start} to each line; absent where each code unit is a code point. */
    private final int @Nullable [] lineCodePoints;

    private int line;
    private int cursorOffset;
    private int cursorCodePoint;

    TextPositions(String source, String text, int start, int end, int firstLine) {
        this.source = source;
        this.text = text;
        this.start = start;
        this.end = end;
        this.firstLine = firstLine;
        int[] offsets = new int[Math.min(64 + (end - start) / 32, 1 << 16)];
        int count = 1;
        offsets[0] = start;
        boolean pairs = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < end && text.charAt(i + 1) == '\n'))) {
                if (count == offsets.length) {
                    offsets = Arrays.copyOf(offsets, count * 2);
                }
                offsets[count++] = i + 1;
            } else if (Character.isHighSurrogate(c)) {
                pairs = true;
            }
        }
        this.lineOffsets = offsets;
        this.lines = count;
        this.lineCodePoints = pairs ? codePoints(text, offsets, count) : null;
        this.cursorOffset = start;
    }

    private static int[] codePoints(String text, int[] offsets, int count) {
        int[] codePoints = new int[count];
        for (int i = 1; i < count; i++) {
            codePoints[i] = codePoints[i - 1] + text.codePointCount(offsets[i - 1], offsets[i]);
        }
        return codePoints;
    }

    /** Returns the position behind a text, the text itself starting at 1:1. */
    static Position behind(CharSequence text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = 1 + Character.codePointCount(text, lineStart, text.length());
        return new Position(line, column, text.length());
    }

    Range range(int from, int to) {
        return new Range(source, position(from), position(to));
    }

    Position position(int offset) {
        int at = lineAt(lineOffsets, offset);
        int column = lineCodePoints == null
                ? offset - lineOffsets[at]
                : codePointsAt(at, offset, lineCodePoints) - lineCodePoints[at];
        return new Position(firstLine + at, column + 1, offset);
    }

    /** Returns the offset of a code point that is counted from the start of this stretch. */
    int offset(int codePoint) {
        if (lineCodePoints == null) {
            return Math.min(start + codePoint, end);
        }
        int at = lineAt(lineCodePoints, codePoint);
        enter(at, lineCodePoints);
        if (cursorCodePoint > codePoint) {
            cursorOffset = lineOffsets[at];
            cursorCodePoint = lineCodePoints[at];
        }
        while (cursorCodePoint < codePoint && cursorOffset < end) {
            cursorOffset += Character.charCount(text.codePointAt(cursorOffset));
            cursorCodePoint++;
        }
        return cursorOffset;
    }

    private int codePointsAt(int at, int offset, int[] codePoints) {
        enter(at, codePoints);
        if (cursorOffset > offset) {
            cursorOffset = lineOffsets[at];
            cursorCodePoint = codePoints[at];
        }
        cursorCodePoint += text.codePointCount(cursorOffset, offset);
        cursorOffset = offset;
        return cursorCodePoint;
    }

    /** Takes the cursor to the start of a line unless it stands in that line already. */
    private void enter(int at, int[] codePoints) {
        int next = at + 1 < lines ? lineOffsets[at + 1] : end + 1;
        if (cursorOffset < lineOffsets[at] || cursorOffset >= next) {
            cursorOffset = lineOffsets[at];
            cursorCodePoint = codePoints[at];
        }
    }

    private int lineAt(int[] starts, int value) {
        if (!within(starts, line, value)) {
            if (line + 1 < lines && within(starts, line + 1, value)) {
                line++;
            } else {
                int found = Arrays.binarySearch(starts, 0, lines, value);
                line = found >= 0 ? found : -found - 2;
            }
        }
        return line;
    }

    private boolean within(int[] starts, int at, int value) {
        return starts[at] <= value && (at + 1 == lines || value < starts[at + 1]);
    }

    /** Returns the offset of the first character of the line that holds an offset. */
    int lineStart(int offset) {
        return lineOffsets[lineAt(lineOffsets, offset)];
    }

    /** Returns the offset behind the last character of the line that holds an offset, its line break not counted. */
    int lineEnd(int offset) {
        int to = offset;
        while (to < end && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        return to;
    }
}
