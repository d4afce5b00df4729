// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Farstead;
import dev.farstead.cli.out.EditorSettings;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.SchemaFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** {@code schema}: the JSON Schemas of the source language, printed, or written with the settings of an editor. */
final class SchemaCommand implements Command {
    private static final String EDITOR_SCHEMA = "urn:farstead:schema:editor:v1alpha1";
    private static final List<String> SPECIFICATIONS = List.of("profiles/**/*.yaml", "sites/**/*.yaml");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "schema",
                "Print a JSON Schema of the source language or of what programs read, list them, or write all.",
                "");
        spec.addOption(Options.path("--write", "DIR", "Write every schema into a folder, as <kind>.<version>.json."));
        spec.addOption(OptionSpec.builder("--editor")
                .type(EditorSettings.class)
                .paramLabel("vscode|neovim|helix")
                .converters(SchemaCommand::parseEditor)
                .description("With --write: also the settings of this editor, where it has none yet.")
                .build());
        spec.addOption(Options.path(
                "--workspace", "DIR", "With --editor: the folder that is opened in it; the current one if not given."));
        spec.addOption(OptionSpec.builder("--files")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("GLOB")
                .description("With --editor: which files are specifications, several times; "
                        + String.join(" and ", SPECIFICATIONS) + " if not given.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("KIND")
                .description("Such as profile, site or finding, in any case; without one all are listed.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws OutputException {
        Map<String, String> schemas = new LinkedHashMap<>(Farstead.create().schemas());
        schemas.put(EDITOR_SCHEMA, Farstead.create().editorSchema());
        String kind = arguments.matchedPositionalValue(0, "").toLowerCase(Locale.ROOT);
        if (arguments.hasMatchedOption("--write")) {
            if (!kind.isEmpty()) {
                console.notice("`--write DIR` writes every schema: leave `" + kind
                        + "` out, or leave `--write` out and print that one");
                return ExitCode.USAGE;
            }
            Path folder = arguments.matchedOptionValue("--write", Path.of(""));
            write(folder, schemas, console);
            return arguments.hasMatchedOption("--editor") ? settings(arguments, folder, console) : ExitCode.OK;
        }
        if (arguments.hasMatchedOption("--editor")) {
            console.notice("`--editor` needs `--write DIR`: settings name a schema that is a file");
            return ExitCode.USAGE;
        }
        if (kind.isEmpty()) {
            schemas.keySet().forEach(id -> console.out().print(kind(id) + "  " + id + '\n'));
            return ExitCode.OK;
        }
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            if (kind(schema.getKey()).equals(kind)) {
                console.out().print(schema.getValue());
                return ExitCode.OK;
            }
        }
        console.notice("there is no schema `" + kind + "`; `farstead schema` lists them");
        return ExitCode.USAGE;
    }

    private static void write(Path folder, Map<String, String> schemas, Console console) throws OutputException {
        Map<String, String> files = new LinkedHashMap<>();
        schemas.forEach((id, text) -> files.put(file(id), text));
        SchemaFolder.write(folder, files);
        files.keySet().forEach(name -> console.out().print(folder.resolve(name) + "\n"));
    }

    private static int settings(ParseResult arguments, Path folder, Console console) throws OutputException {
        EditorSettings editor = arguments.matchedOptionValue("--editor", EditorSettings.VSCODE);
        Path workspace = arguments.matchedOptionValue("--workspace", Path.of(""));
        String schema = EditorSettings.named(workspace, folder.resolve(file(EDITOR_SCHEMA)));
        String text = editor.text(schema, arguments.matchedOptionValue("--files", SPECIFICATIONS));
        Path path = workspace.resolve(editor.file());
        if (!editor.write(workspace, text)) {
            console.notice("`" + path + "` is there and stays as it is; add to it:");
            console.err().print(text);
            return ExitCode.USAGE;
        }
        console.out().print(path + "\n");
        console.notice("for a file elsewhere, put this into its first line, with the path as seen from that file: "
                + "# yaml-language-server: $schema=…/" + file(EDITOR_SCHEMA));
        return ExitCode.OK;
    }

    private static EditorSettings parseEditor(String text) {
        return Arrays.stream(EditorSettings.values())
                .filter(editor -> editor.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("`" + text + "` is no editor: vscode, neovim or helix"));
    }

    private static String file(String id) {
        return kind(id) + '.' + version(id) + ".json";
    }

    /** Identifiers are {@code urn:farstead:schema:<kind>:<version>}. */
    private static String kind(String id) {
        return id.substring(id.lastIndexOf(':', id.lastIndexOf(':') - 1) + 1, id.lastIndexOf(':'));
    }

    private static String version(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }
}
