// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.cli.print.Style;
import dev.farstead.cli.print.Visible;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command reads and prints: results on {@code out}, everything about the run itself on {@code err}.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error, never coloured
 * @param style colours of {@code out}
 * @param interactive whether a person watches {@code err}
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Style style, boolean interactive) {
    void notices(List<String> lines) {
        lines.forEach(this::notice);
    }

    /** Names of files stand in it, which others may have chosen. */
    void notice(String line) {
        err.print("farstead: " + Visible.text(line) + '\n');
    }
}
