// SPDX-License-Identifier: Apache-2.0
package dev.farstead.example;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the specifications of a folder, and knows nothing of Farstead but its façade. */
public final class Portal {
    private final Farstead farstead = Farstead.create();
    private final Input input;

    /**
     * Reads a folder.
     *
     * @param folder the folder of the specifications
     */
    public Portal(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceText> sources = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> new SourceText(String.valueOf(file.getFileName()), bytes(file)))
                    .toList();
            input = Input.builder()
                    .sources(sources)
                    .namedSources((from, name) ->
                            Optional.of(new String(bytes(folder.resolve(name)), StandardCharsets.UTF_8)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes every file of the output set below a folder. */
    void write(Path folder) throws IOException {
        for (var file : compile().outputs().orElseThrow().files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
    }

    /**
     * Returns digest and path of every file of the output set.
     *
     * @return a line a file
     */
    public String digests() {
        return compile().outputs().orElseThrow().files().stream()
                .map(file -> sha256(file.bytes()) + "  " + file.path() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Checks texts that are refused, in YAML and in JSON: two that nest as deep as they can, and a site with an unknown key.
     *
     * @return source and code of each finding
     */
    public List<String> refused() {
        String site = """
                {"apiVersion": "farstead/v1alpha1", "kind": "Site", "metadata": {"name": "x"}, "spec": {"profile": "x",
                 "network": {"lan": "192.0.2.0/24"}, "hosts": [{"name": "a", "interfaces": {"eth0": {"hostNumber": 7}}},
                 {"name": "b", "absent": true}], "no such key": [1.5, null]}}""";
        return farstead
                .check(Input.builder()
                        .addSources(
                                text("nested.yaml", "a: " + "[".repeat(10_000)),
                                text("nested.json", "{\"kind\": " + "[".repeat(10_000)),
                                text("site.json", site))
                        .build())
                .findings()
                .stream()
                .map(finding -> finding.range().orElseThrow().source() + " " + finding.code())
                .toList();
    }

    private static SourceText text(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Compilation compile() {
        Compilation compilation = farstead.compile(input);
        if (compilation.hasErrors()) {
            throw new IllegalStateException(compilation.findings().toString());
        }
        return compilation;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
