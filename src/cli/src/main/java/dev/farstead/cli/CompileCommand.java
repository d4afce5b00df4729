// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.ImmutableInput;
import dev.farstead.Input;
import dev.farstead.Output;
import dev.farstead.OutputSet;
import dev.farstead.cli.in.InputException;
import dev.farstead.cli.in.NamedFiles;
import dev.farstead.cli.in.SecretLocation;
import dev.farstead.cli.in.Secrets;
import dev.farstead.cli.in.SourceReading;
import dev.farstead.cli.in.Sources;
import dev.farstead.cli.out.FileToWrite;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.OutputFolder;
import dev.farstead.cli.out.WriteReport;
import dev.farstead.cli.print.FindingPrinter;
import dev.farstead.cli.print.LongPrinter;
import dev.farstead.cli.print.OutputTree;
import dev.farstead.cli.print.ShortPrinter;
import dev.farstead.cli.print.SourceLines;
import dev.farstead.cli.print.Summary;
import dev.farstead.cli.why.OriginMap;
import dev.farstead.cli.why.WhyException;
import dev.farstead.model.finding.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code compile} and {@code check}: both read and judge, the first also writes. */
final class CompileCommand implements Command {
    private static final Path DEFAULT_OUTPUT = Path.of("build");

    private final boolean writes;

    CompileCommand(boolean writes) {
        this.writes = writes;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = writes
                ? Options.command(
                        "compile",
                        "Compile profiles and sites into the files of their hosts, builds and management plane.",
                        "",
                        "The output folder mirrors the set: what is as it should be is not touched, each profile and site"
                                + " folder is replaced as a whole, and files of an earlier run that are no longer part of"
                                + " the set are removed unless they were edited since. Files that farstead did not write"
                                + " are never replaced or removed.",
                        "")
                : Options.command("check", "Check profiles and sites without writing anything.", "");
        if (writes) {
            spec.addOption(Options.path("--out", "DIR", "Where to write; by default build."));
        }
        spec.addOption(Options.path(
                "--secrets",
                "DIR|FILE",
                "A folder with a file for each secret, <site>/<name> or <name>; or a YAML or JSON file with a map from"
                        + " name to text, or from site to such a map."));
        spec.addOption(
                Options.flag("--require-secrets", "A secret that was not handed in is an error, not a warning."));
        spec.addOption(Options.flag("--strict", "Warnings too give exit code 1."));
        spec.addOption(Options.path(
                "--origins", "FILE", "Write where each output line comes from, one JSON object a run of lines."));
        spec.addOption(Options.today());
        spec.addOption(Options.format());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .required(true)
                .paramLabel("SOURCE")
                .description(
                        "A file, a folder (its *.yaml, *.yml and *.json that hold a document with `kind`, also in folders"
                                + " below; not hidden ones), or - for standard input.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws InputException, OutputException, WhyException {
        Path out = arguments.matchedOptionValue("--out", DEFAULT_OUTPUT);
        List<String> names = arguments.matchedPositionalValue(0, List.of());
        Sources sources = new SourceReading(console.in(), out).read(names);
        sources.skipped().forEach(file -> console.notice(file + " is skipped: it holds no document with `kind`"));
        NamedFiles files = new NamedFiles(sources);
        Secrets secrets = arguments.hasMatchedOption("--secrets")
                ? SecretLocation.open(arguments.matchedOptionValue("--secrets", Path.of("")))
                : Secrets.none();
        Compilation compilation = compile(arguments, sources, files, secrets);
        console.notices(secrets.warnings());
        console.notices(files.refusals());
        print(compilation, sources, printer(arguments, sources, console), console);
        Path origins = arguments.matchedOptionValue("--origins", null);
        if (origins != null && compilation.outputs().isPresent()) {
            writeOrigins(origins, compilation.outputs().get());
        }
        if (writes && compilation.outputs().isPresent()) {
            write(out, compilation.outputs().get(), console);
        }
        return fails(compilation, arguments.hasMatchedOption("--strict")) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Compilation compile(ParseResult arguments, Sources sources, NamedFiles files, Secrets secrets) {
        ImmutableInput.Builder input = Input.builder()
                .sources(sources.texts())
                .namedSources(files)
                .secrets(secrets)
                .requireSecrets(arguments.hasMatchedOption("--require-secrets"));
        LocalDate today = arguments.matchedOptionValue("--today", null);
        if (today != null) {
            input.today(today);
        }
        Farstead farstead = Farstead.create();
        boolean emits = writes || arguments.hasMatchedOption("--origins");
        return emits ? farstead.compile(input.build()) : farstead.check(input.build());
    }

    private static FindingPrinter printer(ParseResult arguments, Sources sources, Console console) {
        return arguments.matchedOptionValue("--format", Options.Format.TEXT) == Options.Format.SHORT
                ? new ShortPrinter()
                : new LongPrinter(new SourceLines(sources.texts()), console.style());
    }

    private void print(Compilation compilation, Sources sources, FindingPrinter printer, Console console) {
        compilation.findings().forEach(finding -> console.out().print(printer.print(finding)));
        if (!writes || !compilation.findings().isEmpty()) {
            console.out()
                    .print(Summary.of(compilation.findings(), sources.texts().size()) + '\n');
        }
    }

    private static void writeOrigins(Path file, OutputSet outputs) throws WhyException {
        try (OriginMap map = OriginMap.open(file)) {
            for (Output output : outputs.files()) {
                map.add(output);
            }
        }
    }

    private static void write(Path out, OutputSet outputs, Console console) throws OutputException {
        List<FileToWrite> files = outputs.files().stream()
                .map(file -> new FileToWrite(file.path(), file.bytes(), file.mode()))
                .toList();
        WriteReport report = OutputFolder.at(out).write(files);
        report.kept()
                .forEach(path -> console.notice(
                        out.resolve(path) + " is no longer part of the set, and stays since it was edited"));
        console.out().print(OutputTree.of(out.toString(), outputs, report));
    }

    private static boolean fails(Compilation compilation, boolean strict) {
        return compilation.hasErrors()
                || (strict
                        && compilation.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING));
    }
}
