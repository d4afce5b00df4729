// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Range;

/**
 * The stretch of a source that holds one document; it starts with a line.
 *
 * @param text text of the whole source
 * @param start offset of the first character
 * @param end offset behind the last character
 * @param positions lines and columns of the stretch
 */
record SourceSection(String text, int start, int end, TextPositions positions) {
    Range range(int from, int to) {
        return positions.range(from, to);
    }

    boolean isBreak(int offset) {
        return offset >= end || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    }

    boolean isBlank(int offset) {
        return offset < end && (text.charAt(offset) == ' ' || text.charAt(offset) == '\t');
    }

    /** Returns the first offset from the given one on that is no blank; it may be a line break or the end. */
    int skipBlanks(int offset) {
        int at = offset;
        while (isBlank(at)) {
            at++;
        }
        return at;
    }

    /** Returns the end of the line without blanks before it, but not before the given offset. */
    int trimmedLineEnd(int offset) {
        int to = positions.lineEnd(offset);
        while (to > offset && isBlank(to - 1)) {
            to--;
        }
        return to;
    }

    /** Whether nothing but blanks stands before an offset in its line. */
    boolean startsLine(int offset) {
        int at = offset;
        while (at > start && isBlank(at - 1)) {
            at--;
        }
        return at == start || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** Whether what stands on the line of an offset has the form of a secret: then nothing of it is repeated. */
    boolean mayHoldSecret(int offset) {
        String line = text.substring(positions.lineStart(offset), positions.lineEnd(offset));
        return !Concealment.line(line).equals(line);
    }

    /** Returns a stretch of one line as a message quotes it. */
    String quoted(int from, int to) {
        return mayHoldSecret(from) ? "`…`" : Excerpt.of(text.substring(from, to));
    }
}
