// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.Input;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A case: a folder {@code <area>/<case>} with specifications and what is expected of them.
 *
 * @param root the folder of all cases
 * @param name area and name, such as {@code site/one-host}
 * @param settings what {@code case.yaml} says
 */
record GoldenCase(Path root, String name, Settings settings) {
    private static final Set<String> PARTS =
            Set.of("case.yaml", "spec", "expected", "expected.diff", "findings.txt", "origins.txt");

    /** Returns all cases; those that others are based on come first, so that an update writes them first. */
    static List<GoldenCase> all(Path root) {
        return Folder.children(root).stream()
                .filter(Files::isDirectory)
                .flatMap(area -> Folder.children(area).stream())
                .map(folder -> of(root, Folder.relative(root, folder)))
                .sorted(Comparator.comparing(golden -> golden.settings().base().isPresent()))
                .toList();
    }

    static GoldenCase of(Path root, String name) {
        return new GoldenCase(root, name, Settings.of(root.resolve(name)));
    }

    Path folder() {
        return root.resolve(name);
    }

    Path expected() {
        return folder().resolve("expected");
    }

    Path expectedDiff() {
        return folder().resolve("expected.diff");
    }

    Path findings() {
        return folder().resolve("findings.txt");
    }

    Path origins() {
        return folder().resolve("origins.txt");
    }

    /** Returns what stands in the folder and is no part of a case: a misspelt name would otherwise expect nothing. */
    List<String> strangers() {
        return Folder.children(folder()).stream()
                .map(Folder::name)
                .filter(child -> !PARTS.contains(child))
                .toList();
    }

    /** Returns the files that the case is a variation of; empty for a case that stands for itself. */
    SortedMap<String, String> baseFiles() {
        GoldenCase base = of(root, settings.base().orElseThrow());
        if (!Files.isDirectory(base.expected())) {
            throw new AssertionError(folder() + ": its base " + base.name() + " has no folder `expected`");
        }
        SortedMap<String, String> files = Folder.read(base.expected());
        if (!settings.pinned()) {
            files.remove("index.json");
        }
        return files;
    }

    /** Returns what is compiled: every YAML and JSON file of the specifications, ordered by path. */
    Input input() {
        Path specs = settings.specs();
        List<SourceText> sources = Folder.files(specs).stream()
                .filter(file ->
                        file.toString().endsWith(".yaml") || file.toString().endsWith(".json"))
                .map(file -> new SourceText(Folder.relative(specs, file), Folder.bytes(file)))
                .toList();
        return Input.builder()
                .sources(sources)
                .namedSources((from, named) -> namedText(specs, from, named))
                .secrets((site, secret) ->
                        Optional.ofNullable(settings.secrets().get(secret)).map(Secret::of))
                .requireSecrets(settings.requireSecrets())
                .today(settings.today())
                .build();
    }

    /** Finds a text beside the specification that names it, as the command line does. */
    private static Optional<String> namedText(Path specs, String from, String named) {
        Path file = specs.resolve(from).resolveSibling(named).normalize();
        return file.startsWith(specs) ? Folder.find(file) : Optional.empty();
    }
}
