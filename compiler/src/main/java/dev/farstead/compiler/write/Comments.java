// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.model.origin.Origin;

/** Comment lines of the formats that begin a comment with {@code #}. */
final class Comments {
    private Comments() {}

    /** Writes one line {@code # …}, whatever breaks and controls the comment holds. */
    static void write(LinedText out, int indentation, String comment, Origin origin) {
        out.spaces(indentation).append('#');
        StringBuilder line = out.line();
        boolean blank = true;
        for (int i = 0; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (c == ' ' || SpecialCharacters.contains(c)) {
                // Runs of blanks become one, and the last is never written, so that no line ends with a blank.
                blank = true;
            } else {
                if (blank) {
                    line.append(' ');
                    blank = false;
                }
                line.append(c);
            }
        }
        out.endLine(origin);
    }
}
