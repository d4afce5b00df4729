// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Farstead;
import dev.farstead.SourceChangedException;
import dev.farstead.cli.in.InputException;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.why.WhyException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code farstead} with its subcommands, apart from the process that it runs in. */
final class Cli {
    private static final Map<String, Supplier<Command>> COMMANDS = commands();

    private final Console console;
    private final boolean debug;
    private final Map<String, Command> built = new LinkedHashMap<>();

    /**
     * @param console where to read and print
     * @param debug whether the stack of a mistake of ours is shown
     */
    Cli(Console console, boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    private static Map<String, Supplier<Command>> commands() {
        Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
        commands.put("compile", () -> new CompileCommand(true));
        commands.put("check", () -> new CompileCommand(false));
        commands.put("why", WhyCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("matrix", MatrixCommand::new);
        return commands;
    }

    /** Runs a command and returns its exit code; never throws. */
    int run(String... args) {
        try {
            return parseAndRun(args);
        } catch (InputException | OutputException | WhyException e) {
            console.notice(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        } catch (SourceChangedException e) {
            console.notice(e.source() + " changed while it was compiled: run it again");
            return ExitCode.USAGE;
        } catch (UncheckedIOException e) {
            // A source that was there when the run began; what else is read and written says so in its own words.
            console.notice(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        } catch (InvalidPathException e) {
            console.notice(Options.noPath(e.getInput()));
            return ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            return bug(e, args);
        }
    }

    private int parseAndRun(String... args) throws InputException, OutputException, WhyException {
        CommandLine root = commandLine(args);
        ParseResult result;
        try {
            result = root.parseArgs(args);
        } catch (ParameterException e) {
            return misused(e);
        }
        CommandLine last =
                result.asCommandLineList().get(result.asCommandLineList().size() - 1);
        if (last.isUsageHelpRequested()) {
            last.usage(console.out());
            return ExitCode.OK;
        }
        if (last.isVersionHelpRequested()) {
            console.out().print("farstead " + Farstead.version() + '\n');
            return ExitCode.OK;
        }
        Command command = built.get(last.getCommandName());
        if (command == null) {
            root.usage(console.err());
            return ExitCode.USAGE;
        }
        return command.run(last.getParseResult(), console);
    }

    /** Only the subcommand that is asked for is built; help and mistakes need all. */
    private CommandLine commandLine(String... args) {
        CommandSpec spec = Options.command(
                "farstead", "Compile profiles and sites into every file that an edge Kubernetes site needs.", "");
        spec.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 no error, 1 errors (with --strict also warnings), 2 usage, or something that can't be read or written, 3 a mistake of farstead itself.");
        CommandLine root = new CommandLine(spec);
        boolean one = args.length > 0 && COMMANDS.containsKey(args[0]);
        COMMANDS.forEach((name, command) -> {
            if (!one || name.equals(args[0])) {
                Command made = command.get();
                built.put(name, made);
                root.addSubcommand(name, new CommandLine(made.spec()));
            }
        });
        return root;
    }

    private int misused(ParameterException e) {
        console.notice(String.valueOf(e.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(e, console.err())) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            console.err().print("Try `" + name + " --help`.\n");
        }
        return ExitCode.USAGE;
    }

    private int bug(Throwable e, String... args) {
        console.notice("this is a mistake of farstead and not of your files ("
                + e.getClass().getSimpleName() + "): please report it, with what --debug adds");
        if (debug || Arrays.asList(args).contains("--debug")) {
            e.printStackTrace(console.err());
        }
        return ExitCode.BUG;
    }
}
