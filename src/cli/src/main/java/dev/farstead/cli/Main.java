// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.cli.print.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Starts the command {@code farstead}. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        StandardOutput toOut = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(toOut);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        Console console = new Console(System.in, out, err, new Style(showsColours()), isTerminal());
        int code = new Cli(console, System.getenv("FARSTEAD_DEBUG") != null).run(args);
        out.flush();
        Optional<String> failure = toOut.failure();
        if (failure.isPresent()) {
            console.notice("can't write to standard output: " + failure.get() + "; what was printed is cut off");
            code = Math.max(code, ExitCode.USAGE);
        }
        err.flush();
        System.exit(code);
    }

    /** UTF-8 whatever the locale: the same input prints the same bytes. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private static boolean showsColours() {
        String noColour = System.getenv("NO_COLOR");
        return isTerminal() && (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    @SuppressWarnings("SystemConsoleNull") // from 22 on the platform answers isTerminal, which is asked where it exists
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
