// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What compiling a case gave.
 *
 * @param input what was compiled
 * @param outputs the output set, empty where there is an error
 * @param findings the findings in words, empty where there are none
 */
record Outcome(Input input, List<Output> outputs, Optional<String> findings) {
    private static final Farstead FARSTEAD = Farstead.create();

    static Outcome of(GoldenCase golden) {
        Input input = golden.input();
        Compilation compilation = FARSTEAD.compile(input);
        FindingText text = new FindingText(input.sources());
        Optional<String> findings =
                compilation.findings().isEmpty() ? Optional.empty() : Optional.of(text.of(compilation.findings()));
        return new Outcome(input, compilation.outputs().map(set -> set.files()).orElse(List.of()), findings);
    }

    /** Returns the files that a case expects: all but {@code index.json}, which only pinned cases expect. */
    SortedMap<String, String> files(boolean pinned) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Output output : outputs) {
            if (pinned || !output.path().equals("index.json")) {
                files.put(output.path(), text(output));
            }
        }
        files.computeIfPresent("index.json", (path, text) -> withoutVersions(text));
        return files;
    }

    /** Returns the origin of every line, empty where nothing was emitted. */
    Optional<String> origins() {
        return outputs.isEmpty() ? Optional.empty() : Optional.of(OriginText.of(outputs));
    }

    /** Writes the outputs as a user would get them. */
    void writeOutputs(Path folder) {
        outputs.forEach(output -> Folder.write(folder.resolve(output.path()), text(output)));
    }

    static String text(Output output) {
        return new String(output.bytes(), StandardCharsets.UTF_8);
    }

    /** A release changes the versions in the index and nothing else, and so no expected file. */
    private static String withoutVersions(String index) {
        return index.replaceFirst("(\"compiler\": )\"[^\"]+\"", "$1\"<version>\"")
                .replaceFirst("(\"catalogue\": )\"[^\"]+\"", "$1\"<version>\"");
    }
}
