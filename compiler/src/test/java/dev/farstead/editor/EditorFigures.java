// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first part of the figures page, down to what the conformance writes of the server; {@code -Dguide=update} rewrites it, except where CI is
 * set.
 */
final class EditorFigures {
    private static final Path PAGE = Path.of("../src/guide/figures/editors.md");
    private static final String SERVER = "\n## In the server\n";

    private EditorFigures() {}

    static void hold(int constraints, long combinations, long refused) {
        EditorTexts texts = EditorTexts.read();
        String schema = new EditorSchemaText(texts).text();
        String part = """
                # Editors

                What the editor schema holds. `./mvnw -pl compiler -am test -Dtest='Editor*'` counts again, and judges each combination of the
                axes that constrain each other within a profile, keys left out included, by the schema and by the axis table: they agree in all.

                | | |
                |---|---|
                | keys with title, description, default and example | %d |
                | values with a description | %d |
                | snippets | %d |
                | constraints that one document can break, as if/then | %d |
                | combinations judged | %d |
                | of them refused | %d |
                | size in KB | %d |
                """.formatted(
                        texts.keys().size(),
                        texts.values().values().stream()
                                .mapToInt(values -> values.size())
                                .sum(),
                        texts.snippets().values().stream()
                                .mapToInt(snippets -> snippets.size())
                                .sum(),
                        constraints,
                        combinations,
                        refused,
                        schema.length() / 1000);
        try {
            String page = Files.exists(PAGE) ? Files.readString(PAGE) : SERVER;
            int server = page.indexOf(SERVER);
            if ("update".equals(System.getProperty("guide"))) {
                assertThat(System.getenv("CI"))
                        .as("pages are not rewritten in CI")
                        .isNull();
                Files.createDirectories(PAGE.resolveSibling(""));
                Files.writeString(PAGE, part + page.substring(server));
                return;
            }
            assertThat(page.substring(0, Math.max(server, 0)))
                    .as("`./mvnw -pl compiler -am test -Dguide=update` writes it")
                    .isEqualTo(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
