// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Builds options; described in code, since reading annotations would cost every start. */
final class Options {
    private Options() {}

    static CommandSpec command(String name, String... description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).width(100).abbreviateSynopsis(false);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this text.")
                .build());
        spec.addOption(flag("--debug", "Show the stack of a mistake of farstead itself."));
        return spec;
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    static OptionSpec path(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(Path.class)
                .paramLabel(label)
                .converters(Options::parsePath)
                .description(description)
                .build();
    }

    static OptionSpec format() {
        return OptionSpec.builder("--format")
                .type(Format.class)
                .paramLabel("text|short|json")
                .converters(Options::parseFormat)
                .description(
                        "How findings look: with their lines and ways out, one line each, or one JSON object a line for"
                                + " programs (farstead schema finding).")
                .build();
    }

    static OptionSpec today() {
        return OptionSpec.builder("--today")
                .type(LocalDate.class)
                .paramLabel("YYYY-MM-DD")
                .converters(Options::parseDay)
                .description("The day on which expiry is judged; without it the end of life of a release is a note.")
                .build();
    }

    /** How findings look. */
    enum Format {
        TEXT,
        SHORT,
        JSON
    }

    private static Path parsePath(String text) {
        if (text.equals("-")) {
            throw new TypeConversionException(
                    "`-` stands for standard input and output, which this option does not take; ./- is a file or folder of"
                            + " this name");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(noPath(text));
        }
    }

    /** Says that an argument is no path; Java puts a character of its own in the place of bytes that the locale can't read. */
    static String noPath(String argument) {
        return "`" + argument + "` is no path"
                + (argument.indexOf('\ufffd') < 0 ? "" : " in this locale: set LC_ALL=C.UTF-8 and run it again");
    }

    private static Format parseFormat(String text) {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("`" + text + "` is no format: text, short or json");
    }

    private static LocalDate parseDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("`" + text + "` is no day: write it as in 2026-11-30");
        }
    }
}
