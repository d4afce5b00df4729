// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static dev.farstead.cli.JsonTrees.objects;
import static dev.farstead.cli.JsonTrees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.farstead.Farstead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code index.json}, the origins and the matrix are what their schemas describe, over all golden cases; every key of a schema is met, and
 * whatever is added or emptied is refused. Findings have {@link FindingSchemaTest}.
 */
class OutputSchemaTest {
    private static final Path CASES = Path.of("../../golden/cases");
    /** Every so many lines of a file are asked for. */
    private static final int STEP = 7;

    @TempDir
    Path temporary;

    @Test
    void theIndexAndTheOriginsOfEveryGoldenCaseFit() throws IOException {
        Trial index = new Trial("index");
        Trial origin = new Trial("origin");
        int compiled = 0;
        for (Path spec : specs()) {
            Path set = temporary.resolve("set-" + compiled);
            Path origins = temporary.resolve("origins-" + compiled + ".jsonl");
            if (Run.of("compile", spec.toString(), "--out", set.toString(), "--origins", origins.toString())
                            .code()
                    == ExitCode.OK) {
                compiled++;
                index.fits(tree(Files.readString(set.resolve("index.json"))));
                Files.readAllLines(origins).forEach(line -> origin.fits(tree(line)));
            }
        }
        Path set = temporary.resolve("set-0");
        answers(set.resolve("index.json"), origin);
        for (JsonNode file : tree(Files.readString(set.resolve("index.json"))).path("files")) {
            answers(set.resolve(file.path("path").asText()), origin);
        }
        assertThat(compiled).isGreaterThan(15);
        index.allKeysWereMet();
        origin.allKeysWereMet();
    }

    private static void answers(Path file, Trial origin) throws IOException {
        int lines = Files.readAllLines(file).size();
        for (int line = 1; line <= lines; line += STEP) {
            JsonNode answer =
                    tree(Run.of("why", file + ":" + line, "--format", "json").out());
            assertThat(answer.has("lines")).isTrue();
            origin.fits(answer);
        }
    }

    @Test
    void theMatrixFits() {
        Trial matrix = new Trial("matrix");
        matrix.fits(tree(Run.of("matrix", "--format", "json").out()));
        matrix.fits(tree(Run.of("matrix", "--format", "json", "--axis", "arch=arm64", "--axis", "cni=calico,flannel")
                .out()));
        matrix.allKeysWereMet();
    }

    private static List<Path> specs() throws IOException {
        try (Stream<Path> paths = Files.walk(CASES)) {
            return paths.filter(path -> path.endsWith("spec")).sorted().toList();
        }
    }

    /** A schema, with what was held against it. */
    private static final class Trial {
        private final JsonNode text;
        private final Schema schema;
        private final Set<String> shapes = new TreeSet<>();
        private final Set<String> met = new TreeSet<>();

        Trial(String kind) {
            String json =
                    Objects.requireNonNull(Farstead.create().schemas().get("urn:farstead:schema:" + kind + ":v1"));
            text = tree(json);
            schema = SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(json);
        }

        void fits(JsonNode document) {
            assertThat(schema.validate(document)).as("%s", document).isEmpty();
            for (ObjectNode object : objects(document)) {
                Set<String> keys = keys(object);
                met.addAll(keys);
                // An object of the same keys was damaged before.
                if (shapes.add(keys.toString())) {
                    refusesMore(document, object);
                    keys.forEach(key -> refusesNull(document, object, key));
                }
            }
        }

        private void refusesMore(JsonNode document, ObjectNode object) {
            object.put("more", 1);
            assertThat(schema.validate(document)).as("with more in %s", object).isNotEmpty();
            object.remove("more");
        }

        private void refusesNull(JsonNode document, ObjectNode object, String key) {
            JsonNode before = object.replace(key, NullNode.getInstance());
            assertThat(schema.validate(document))
                    .as("without %s in %s", key, object)
                    .isNotEmpty();
            object.set(key, before);
        }

        /** A key that no document has would be one that nothing holds to its description. */
        void allKeysWereMet() {
            Set<String> named = new TreeSet<>();
            text.findValues("properties").forEach(properties -> named.addAll(keys(properties)));
            assertThat(named).isNotEmpty().isSubsetOf(met);
        }

        private static Set<String> keys(JsonNode object) {
            Set<String> keys = new TreeSet<>();
            object.fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }
}
