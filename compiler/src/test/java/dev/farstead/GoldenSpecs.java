// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The specifications of the golden cases, as they are compiled but for their secrets and the day. */
final class GoldenSpecs {
    private static final Path CASES = Path.of("../golden/cases");

    private GoldenSpecs() {}

    /** Returns what each case with specifications of its own compiles, by the name of the case. */
    static Map<String, Input> all() {
        Map<String, Input> inputs = new TreeMap<>();
        for (Path file : files(CASES)) {
            Path below = CASES.relativize(file);
            if (below.getNameCount() > 3 && below.getName(2).toString().equals("spec")) {
                inputs.computeIfAbsent(
                        below.getName(0) + "/" + below.getName(1), name -> input(CASES.resolve(name + "/spec")));
            }
        }
        return inputs;
    }

    private static Input input(Path specs) {
        List<SourceText> sources = new ArrayList<>();
        for (Path file : files(specs)) {
            String name = specs.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".yaml") || name.endsWith(".json")) {
                sources.add(new SourceText(name, bytes(file)));
            }
        }
        return Input.builder()
                .sources(sources)
                .namedSources((from, name) -> {
                    Path file = specs.resolve(from).resolveSibling(name).normalize();
                    return file.startsWith(specs) && Files.isRegularFile(file)
                            ? Optional.of(new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8))
                            : Optional.empty();
                })
                .build();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
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
}
