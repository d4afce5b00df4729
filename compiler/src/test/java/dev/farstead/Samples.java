// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import dev.farstead.model.source.NamedSources;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What generated specifications are compiled with: the texts that they name, and secrets that can be told from all else. */
final class Samples {
    /** Stands in every secret and nowhere else; with what follows, it passes for a hash of a method that nobody knows. */
    static final String CANARY = "$test$cAnArY";

    static final NamedSources NAMED = (from, name) -> switch (name) {
        case "certs/root.pem" -> Optional.of(FittingValues.CERTIFICATE);
        case "keys/ops.pub" -> Optional.of(FittingValues.SSH_KEY + "\n");
        default -> Optional.empty();
    };

    /** Secrets whose names begin so stay open. */
    private static final String OPEN = "open-";

    static final SecretSource SECRETS = (site, name) ->
            name.startsWith(OPEN) ? Optional.empty() : Optional.of(Secret.of(CANARY + "$" + site + "$" + name));

    private Samples() {}

    static Input input(List<SourceText> sources) {
        return Input.builder()
                .sources(sources)
                .namedSources(NAMED)
                .secrets(SECRETS)
                .build();
    }

    /** Returns the text of each file by path, but for the index: it names and digests the sources. */
    static Map<String, String> files(Compilation compilation) {
        Map<String, String> files = new TreeMap<>();
        compilation.outputs().orElseThrow().files().stream()
                .filter(file -> !file.path().equals("index.json"))
                .forEach(file -> files.put(file.path(), text(file)));
        return files;
    }

    static String text(Output file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
