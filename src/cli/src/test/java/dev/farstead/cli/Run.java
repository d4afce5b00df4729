// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.cli.print.Style;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the command in this process, with nothing on standard input.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it said about itself
 */
record Run(int code, String out, String err) {
    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter toOut = new PrintWriter(out);
        PrintWriter toErr = new PrintWriter(err);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), toOut, toErr, new Style(false), false);
        int code = new Cli(console, false).run(args);
        toOut.flush();
        toErr.flush();
        return new Run(code, out.toString(), err.toString());
    }
}
