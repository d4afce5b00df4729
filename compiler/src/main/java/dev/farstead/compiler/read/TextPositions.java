// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines and columns in a stretch of text that starts with a line. Lines end with LF, CR LF or CR.
 *
 * <p>Without surrogate pairs a code point index is an offset, and a look-up costs nothing. With them a table tells how
 * many code points stand before every 64th code unit, so that a look-up never walks further, however long the line. Not
 * thread-safe, since it remembers the line of the last look-up.
 */
final class TextPositions {
    private static final int STRIDE = 64;

    private final String source;
    private final String text;
    private final int start;
    private final int end;
    private final int firstLine;
    private final int lines;
    private final int[] lineOffsets;
    /** Code points that start before each stride of code units; absent where each code unit is a code point. */
    private final int @Nullable [] codePoints;

    private int line;

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
        this.codePoints = pairs ? codePoints(text, start, end) : null;
    }

    private static int[] codePoints(String text, int start, int end) {
        int[] codePoints = new int[(end - start) / STRIDE + 1];
        for (int i = 1; i < codePoints.length; i++) {
            int to = start + i * STRIDE;
            codePoints[i] = codePoints[i - 1] + codePointsIn(text, start, to - STRIDE, to);
        }
        return codePoints;
    }

    /** Counts the code points that start in a stretch: the second half of a pair starts none. */
    private static int codePointsIn(String text, int start, int from, int to) {
        int count = to - from;
        for (int i = Math.max(from, start + 1); i < to; i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                count--;
            }
        }
        return count;
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
        int at = lineAt(offset);
        int column = codePoints == null
                ? offset - lineOffsets[at]
                : codePointsBefore(offset, codePoints) - codePointsBefore(lineOffsets[at], codePoints);
        return new Position(firstLine + at, column + 1, offset);
    }

    /** Returns the offset of a code point that is counted from the start of this stretch. */
    int offset(int codePoint) {
        if (codePoints == null) {
            return Math.min(start + codePoint, end);
        }
        int found = Arrays.binarySearch(codePoints, codePoint);
        int stride = found >= 0 ? found : -found - 2;
        int at = start + stride * STRIDE;
        if (at > start && at < end && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
            at++;
        }
        for (int i = codePoints[stride]; i < codePoint && at < end; i++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return Math.min(at, end);
    }

    private int codePointsBefore(int offset, int[] before) {
        int stride = (offset - start) / STRIDE;
        return before[stride] + codePointsIn(text, start, start + stride * STRIDE, offset);
    }

    private int lineAt(int offset) {
        if (!within(line, offset)) {
            if (line + 1 < lines && within(line + 1, offset)) {
                line++;
            } else {
                int found = Arrays.binarySearch(lineOffsets, 0, lines, offset);
                line = found >= 0 ? found : -found - 2;
            }
        }
        return line;
    }

    private boolean within(int at, int offset) {
        return lineOffsets[at] <= offset && (at + 1 == lines || offset < lineOffsets[at + 1]);
    }

    /** Returns the offset of the first character of the line that holds an offset. */
    int lineStart(int offset) {
        return lineOffsets[lineAt(offset)];
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
