// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.UnknownUnitException;
import dev.farstead.cli.in.InputException;
import dev.farstead.cli.in.NamedFiles;
import dev.farstead.cli.in.SourceReading;
import dev.farstead.cli.in.Sources;
import dev.farstead.cli.print.LongPrinter;
import dev.farstead.cli.print.SourceLines;
import dev.farstead.cli.why.Answer;
import dev.farstead.cli.why.AskedLines;
import dev.farstead.cli.why.SetIndex;
import dev.farstead.cli.why.WhyException;
import dev.farstead.model.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code why}: which line of a specification, default, fact or rule made an output line. */
final class WhyCommand implements Command {
    /** How an answer looks. */
    private enum Format {
        TEXT,
        JSON
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "why",
                "Show which line of a specification, default, fact or rule made a line of an output file.",
                "",
                "The profile or site that the file belongs to is compiled again from the inputs that index.json names."
                        + " Secrets are not needed, and never shown.",
                "");
        spec.addOption(Options.path(
                "--from",
                "DIR",
                "The folder that the inputs in index.json are relative to; by default the current one."));
        spec.addOption(OptionSpec.builder("--format")
                .type(Format.class)
                .paramLabel("text|json")
                .converters(WhyCommand::parseFormat)
                .description("For people or for programs.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(String.class)
                .required(true)
                .paramLabel("PATH[:LINE[-LINE]]")
                .description(
                        "A file of an output folder, such as build/sites/store-0412/cluster.yaml:14; without a line all"
                                + " of it. A path that is not there is looked for in build.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("1..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("SOURCE")
                .description("Files and folders to compile from instead of the inputs in index.json.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws InputException, WhyException {
        AskedLines asked = AskedLines.parse(arguments.matchedPositionalValue(0, ""));
        SetIndex index = SetIndex.of(asked.path());
        String path = index.path(asked.path());
        List<String> names = arguments.matchedPositionalValue(1, List.<String>of());
        Path from = arguments.matchedOptionValue("--from", Path.of(""));
        SourceReading reading = new SourceReading(console.in(), index.folder());
        Sources sources = names.isEmpty() ? reading.readAgain(index.inputs().keySet(), from) : reading.read(names);
        NamedFiles files = new NamedFiles(sources);
        Compilation compilation = compile(path, sources, files);
        console.notices(files.refusals());
        SourceLines lines = new SourceLines(sources.texts());
        if (compilation.hasErrors()) {
            console.notice("the inputs don't compile as they are now, so " + path + " has no answer");
            LongPrinter printer = new LongPrinter(lines, console.style());
            compilation.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding -> console.out().print(printer.print(finding)));
            return ExitCode.FINDINGS;
        }
        Answer answer = Answer.of(asked, path, compilation, index);
        List<String> warnings = new ArrayList<>(index.warnings(sources.texts(), names.isEmpty()));
        warnings.addAll(answer.warnings());
        console.notices(warnings);
        console.out()
                .print(
                        arguments.matchedOptionValue("--format", Format.TEXT) == Format.JSON
                                ? answer.json(warnings)
                                : answer.text(lines, console.style()));
        return ExitCode.OK;
    }

    /** The index is about the whole set; every other file needs its profile or site alone. */
    private static Compilation compile(String path, Sources sources, NamedFiles files) throws WhyException {
        Input input =
                Input.builder().sources(sources.texts()).namedSources(files).build();
        int end = path.indexOf('/', path.indexOf('/') + 1);
        Farstead farstead = Farstead.create();
        try {
            return end < 0 ? farstead.compile(input) : farstead.compile(input, path.substring(0, end));
        } catch (UnknownUnitException e) {
            WhyException gone = Answer.gone(path);
            gone.initCause(e);
            throw gone;
        }
    }

    private static Format parseFormat(String text) {
        for (Format format : Format.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("`" + text + "` is no format: text or json");
    }
}
