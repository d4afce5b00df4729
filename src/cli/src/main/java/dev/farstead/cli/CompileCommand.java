// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.ImmutableInput;
import dev.farstead.Input;
import dev.farstead.cli.in.InputException;
import dev.farstead.cli.in.NamedFiles;
import dev.farstead.cli.in.SecretLocation;
import dev.farstead.cli.in.Secrets;
import dev.farstead.cli.in.SourceReading;
import dev.farstead.cli.in.Sources;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.WriteReport;
import dev.farstead.cli.print.FindingPrinter;
import dev.farstead.cli.print.JsonPrinter;
import dev.farstead.cli.print.JsonSummary;
import dev.farstead.cli.print.LongPrinter;
import dev.farstead.cli.print.OutputTree;
import dev.farstead.cli.print.ShortPrinter;
import dev.farstead.cli.print.SourceLines;
import dev.farstead.cli.print.Summary;
import dev.farstead.cli.print.Written;
import dev.farstead.cli.why.OriginMap;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
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
                                + " the set are removed unless they were edited since; one that is, and was edited, is kept"
                                + " in the folder `edited` of its site or profile. Files that farstead did not write"
                                + " are never replaced or removed.",
                        "")
                : Options.command("check", "Check profiles and sites without writing anything.", "");
        if (writes) {
            spec.addOption(Options.path(
                    "--out",
                    "DIR|FILE.tar[.gz]",
                    "Where to write: a folder, by default build, or one archive (.tar, .tar.gz or .tgz). An archive that"
                            + " an earlier run wrote is replaced, any other file is not."));
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
                "--origins",
                "FILE",
                "Write where each output line comes from, one JSON object a run of lines. A map that an earlier run wrote is"
                        + " replaced, any other file is not."));
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
                                + " below; not hidden ones, nor folders that hold an output set), or - for standard input.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws InputException, OutputException {
        Path out = arguments.matchedOptionValue("--out", DEFAULT_OUTPUT);
        List<String> names = arguments.matchedPositionalValue(0, List.of());
        Sources sources = new SourceReading(console.in(), out).read(names);
        sources.skipped().forEach(file -> console.notice(file + " is skipped: it holds no document with `kind`"));
        sources.sets().forEach(set -> console.notice(set + " is left out: its index.json is that of an output set"));
        sources.links()
                .forEach(link -> console.notice(link + " is skipped: it is a link to a folder; name it to read it"));
        Optional<Path> origins = Optional.ofNullable(arguments.matchedOptionValue("--origins", null));
        if (origins.isPresent()) {
            OriginMap.refuseOther(origins.get(), sources);
        }
        NamedFiles files = new NamedFiles(sources);
        Secrets secrets = arguments.hasMatchedOption("--secrets")
                ? SecretLocation.open(arguments.matchedOptionValue("--secrets", Path.of("")))
                : Secrets.none();
        Farstead farstead = Farstead.create();
        Options.Format format = arguments.matchedOptionValue("--format", Options.Format.TEXT);
        FindingPrinter printer = printer(format, farstead, sources, console);
        Consumer<List<Finding>> show = findings -> {
            console.notices(secrets.warnings());
            console.notices(files.refusals());
            findings.forEach(finding -> console.out().print(printer.print(finding)));
            if (format != Options.Format.JSON && (!writes || !findings.isEmpty())) {
                console.out().print(Summary.of(findings, sources.texts().size()) + '\n');
            }
        };
        ExecutorService threads = Threads.pool();
        try (SetSink sink = new SetSink(writes ? Optional.of(out) : Optional.empty(), origins, show);
                ProgressLine progress = new ProgressLine(console)) {
            Input input = input(arguments, sources, files, secrets)
                    .executor(threads)
                    .progress(progress)
                    .build();
            boolean emits = writes || origins.isPresent();
            Compilation compilation = emits ? farstead.compile(input, sink) : farstead.check(input);
            if (!emits || compilation.hasErrors()) {
                show.accept(compilation.findings());
            }
            Optional<Written> written = sink.finish();
            written.ifPresent(done -> tell(out, done.report(), console));
            if (format == Options.Format.JSON) {
                console.out()
                        .print(JsonSummary.of(
                                compilation.findings(), sources.texts().size(), written));
            } else {
                written.ifPresent(done -> console.out().print(OutputTree.of(done)));
            }
            return fails(compilation, arguments.hasMatchedOption("--strict")) ? ExitCode.FINDINGS : ExitCode.OK;
        } finally {
            threads.shutdownNow();
        }
    }

    private static ImmutableInput.Builder input(
            ParseResult arguments, Sources sources, NamedFiles files, Secrets secrets) {
        ImmutableInput.Builder input = Input.builder()
                .sources(sources.texts())
                .namedSources(files)
                .secrets(secrets)
                .requireSecrets(arguments.hasMatchedOption("--require-secrets"));
        LocalDate today = arguments.matchedOptionValue("--today", null);
        if (today != null) {
            input.today(today);
        }
        return input;
    }

    private static FindingPrinter printer(Options.Format format, Farstead farstead, Sources sources, Console console) {
        SourceLines lines = new SourceLines(sources.texts());
        return switch (format) {
            case TEXT -> new LongPrinter(lines, console.style());
            case SHORT -> new ShortPrinter();
            case JSON -> new JsonPrinter(lines, farstead.explanations());
        };
    }

    private static void tell(Path out, WriteReport report, Console console) {
        console.notices(report.notices());
        report.kept()
                .forEach(path -> console.notice(
                        out.resolve(path) + " is no longer part of the set, and stays since it was edited"));
        report.aside()
                .forEach((path, aside) -> console.notice(out.resolve(path)
                        + " was edited and is written anew: the edited one is now "
                        + out.resolve(aside)));
    }

    private static boolean fails(Compilation compilation, boolean strict) {
        return compilation.hasErrors()
                || (strict
                        && compilation.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING));
    }
}
