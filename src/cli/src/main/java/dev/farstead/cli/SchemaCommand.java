// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import dev.farstead.Farstead;
import dev.farstead.cli.out.OutputException;
import dev.farstead.cli.out.SchemaFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}: the JSON Schemas of the source language, printed or written for an editor. */
final class SchemaCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command("schema", "Print a JSON Schema of the source language, list them, or write all.", "");
        spec.addOption(Options.path("--write", "DIR", "Write every schema into a folder, as <kind>.<version>.json."));
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("KIND")
                .description("Such as profile or site, in any case.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) throws OutputException {
        Map<String, String> schemas = Farstead.create().schemas();
        if (arguments.hasMatchedOption("--write")) {
            write(arguments.matchedOptionValue("--write", Path.of("")), schemas, console);
            return ExitCode.OK;
        }
        String kind = arguments.matchedPositionalValue(0, "").toLowerCase(Locale.ROOT);
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
        schemas.forEach((id, text) -> files.put(kind(id) + '.' + version(id) + ".json", text));
        SchemaFolder.write(folder, files);
        files.keySet().forEach(name -> console.out().print(folder.resolve(name) + "\n"));
    }

    /** Identifiers are {@code urn:farstead:schema:<kind>:<version>}. */
    private static String kind(String id) {
        return id.substring(id.lastIndexOf(':', id.lastIndexOf(':') - 1) + 1, id.lastIndexOf(':'));
    }

    private static String version(String id) {
        return id.substring(id.lastIndexOf(':') + 1);
    }
}
