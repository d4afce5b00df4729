// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The specifications of the golden cases and the examples, as they are and, where one is a single document, as JSON too. */
final class Corpus {
    private static final List<Path> ROOTS = List.of(Path.of("../golden/cases"), Path.of("../src/examples"));

    private Corpus() {}

    /** Returns what is compiled together: a list of sources for each folder. */
    static List<List<SourceText>> cases() {
        Map<String, List<SourceText>> cases = new TreeMap<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Corpus::isSource)
                        .sorted()
                        .forEach(file -> cases.computeIfAbsent(
                                        String.valueOf(file.getParent()), key -> new ArrayList<>())
                                .add(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<List<SourceText>> all = new ArrayList<>(cases.values());
        cases.values().stream()
                .map(sources -> sources.stream().map(Corpus::json).toList())
                .forEach(all::add);
        return all;
    }

    private static boolean isSource(Path file) {
        boolean golden = file.startsWith(ROOTS.get(0));
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".json"))
                && (!golden || String.valueOf(file).contains("/spec/"));
    }

    private static SourceText read(Path file) {
        try {
            return new SourceText(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceText json(SourceText source) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            Object tree =
                    new Yaml(new SafeConstructor(strict)).load(new String(source.bytes(), StandardCharsets.UTF_8));
            return SpecText.source(source.name() + ".json", SpecText.json(tree));
        } catch (YAMLException e) {
            // Several documents, or a mistake that its case is about.
            return source;
        }
    }
}
