// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Farstead;
import dev.farstead.Matrix;
import dev.farstead.cli.matrix.MatrixFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code matrix}: what goes with what. */
final class MatrixCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "matrix",
                "Show which choices go together, and why others do not.",
                "",
                "Each line is a combination of cluster mode, operating system, Kubernetes flavor and minor release,",
                "FIPS mode and registration.",
                "");
        spec.addOption(OptionSpec.builder("--format")
                .type(MatrixFormat.class)
                .paramLabel("table|csv|json|html")
                .converters(MatrixCommand::parseFormat)
                .description("For people, for spreadsheets, for programs, or a page for a browser.")
                .build());
        spec.addOption(OptionSpec.builder("--axis")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("NAME=VALUE")
                .description(
                        "Show only these combinations, such as --axis fips=true --axis os.family=ubuntu,byoos.",
                        "Any other axis takes a value as well, such as --axis arch=arm64; with several values it gets "
                                + "a column of its own. Without it hosts have the agent (--axis agent=absent for the others).")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String axis : arguments.matchedOptionValue("--axis", List.<String>of())) {
            int equals = axis.indexOf('=');
            if (equals < 0) {
                console.notice("`" + axis + "` is no axis with a value: write it as in fips=true");
                return ExitCode.USAGE;
            }
            asked.computeIfAbsent(axis.substring(0, equals), name -> new ArrayList<>())
                    .addAll(Arrays.asList(axis.substring(equals + 1).split(",", -1)));
        }
        MatrixFormat format = arguments.matchedOptionValue("--format", MatrixFormat.TABLE);
        if (format == MatrixFormat.HTML
                && !asked.getOrDefault("agent", List.of()).equals(List.of("absent"))) {
            // Who looks at a page wants to see air-gapped sites as they are meant: without registration.
            asked.putIfAbsent("registration", List.of("manual", "auto", "qr-code", "none"));
        }
        Matrix matrix;
        try {
            matrix = Farstead.create().matrix(asked);
        } catch (IllegalArgumentException e) {
            console.notice(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
        console.out().print(format.print(matrix, console.style()));
        return ExitCode.OK;
    }

    private static MatrixFormat parseFormat(String text) {
        for (MatrixFormat format : MatrixFormat.values()) {
            if (format.word().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("`" + text + "` is no format: table, csv, json or html");
    }
}
