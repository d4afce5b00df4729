// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import dev.farstead.Input;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.NamedSources;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of a store of the retail example, and of many of them. */
final class Store {
    /** The examples, from the folder that the benchmarks are run in: the root of the project or the module. */
    private static final Path EXAMPLES =
            Files.isDirectory(Path.of("src/examples")) ? Path.of("src/examples") : Path.of("../examples");

    /** What the specifications name. */
    static final NamedSources NAMED = (from, name) -> Optional.of(read("retail/" + name));

    private Store() {}

    static SourceText profile() {
        return source("profile.yaml", read("retail/profile.yaml"));
    }

    static SourceText site() {
        return source("site.yaml", Fleet.site(0));
    }

    /** Compiles some stores of one profile. */
    static Input stores(int count) {
        List<SourceText> sources = new ArrayList<>();
        sources.add(profile());
        for (int i = 0; sources.size() <= count; i++) {
            String site = Fleet.site(i);
            if (site.contains("retail-k3s")) {
                sources.add(source("sites/" + i + ".yaml", site));
            }
        }
        return Input.builder()
                .sources(sources)
                .namedSources(NAMED)
                .secrets((site, name) -> Optional.of(Secret.of("a-secret-of-a-benchmark")))
                .build();
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String example) {
        try {
            return Files.readString(EXAMPLES.resolve(example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
