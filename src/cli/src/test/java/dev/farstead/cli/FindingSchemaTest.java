// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static dev.farstead.cli.JsonTrees.objects;
import static dev.farstead.cli.JsonTrees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.farstead.Farstead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line that {@code --format json} prints is one that its schema describes, and says of the sources what stands in them. */
class FindingSchemaTest {
    private static final Path CASES = Path.of("../../golden/cases");
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEXT =
            Objects.requireNonNull(Farstead.create().schemas().get("urn:farstead:schema:finding:v1"));
    private static final Schema SCHEMA =
            SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(TEXT);

    private static final List<String> HOSTILE = List.of(
            "",
            "~",
            "[]",
            "no",
            "-1",
            "'10.0.0.0/8'",
            "\"\\u0007\"",
            "店 😀 \u202e",
            "{a: &x 1, b: *x}",
            "*y",
            "!!int 1",
            "/");

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "title",
            "description",
            "definitions",
            "type",
            "enum",
            "const",
            "pattern",
            "minLength",
            "minimum",
            "required",
            "additionalProperties",
            "properties",
            "items",
            "minItems",
            "maxItems",
            "if",
            "then",
            "else");

    @TempDir
    Path temporary;

    @Test
    void everyLineOfEveryGoldenCaseFits() throws IOException {
        Set<String> codes = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(CASES)) {
            for (Path spec : (Iterable<Path>) paths.filter(path -> path.endsWith("spec"))::iterator) {
                for (JsonNode line : lines(spec)) {
                    codes.add(line.path("code").asText());
                    faults.addAll(faults(line));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(codes).hasSizeGreaterThan(50);
    }

    /** Each line of the example in turn is lost or given another value; the seed is fixed so that a failure can be seen again. */
    @Test
    void everyLineAboutABrokenSpecificationFits() throws IOException {
        Random random = new Random(211);
        List<String> faults = new ArrayList<>();
        Set<String> codes = new TreeSet<>();
        Path folder = copyOfExample();
        for (String file : List.of("profile.yaml", "stores.yaml")) {
            Path path = folder.resolve(file);
            List<String> whole = Files.readAllLines(path);
            for (int i = 0; i < whole.size(); i++) {
                List<String> broken = new ArrayList<>(whole);
                String line = broken.remove(i);
                if (random.nextBoolean()) {
                    broken.add(i, line.replaceFirst(":.*", ": " + HOSTILE.get(random.nextInt(HOSTILE.size()))));
                }
                Files.write(path, broken);
                for (JsonNode printed : lines(folder)) {
                    codes.add(printed.path("code").asText());
                    faults.addAll(faults(printed));
                }
            }
            Files.write(path, whole);
        }
        assertThat(faults).isEmpty();
        assertThat(codes).hasSizeGreaterThan(20);
    }

    @Test
    void anythingThatTheSchemaDoesNotNameIsRefused() throws IOException {
        Path folder = copyOfExample();
        Path stores = folder.resolve("stores.yaml");
        Files.writeString(stores, Files.readString(stores).replace("10.20.4.0/24", "10.20.4.7/24"));
        int objects = 0;
        for (JsonNode line : lines(folder)) {
            assertThat(SCHEMA.validate(line)).isEmpty();
            for (ObjectNode object : objects(line)) {
                object.put("more", 1);
                assertThat(SCHEMA.validate(line)).as("%s", line).isNotEmpty();
                object.remove("more");
                objects++;
            }
        }
        assertThat(objects).isGreaterThan(20);
    }

    /** A misspelt keyword would check nothing, and an open object would let anything through. */
    @Test
    void theSchemaHasOnlyKnownKeywordsAndClosedObjects() {
        List<ObjectNode> schemas = schemas(tree(TEXT));

        assertThat(schemas)
                .allSatisfy(schema -> assertThat(KEYWORDS)
                        .containsAll(schema.properties().stream()
                                .map(Map.Entry::getKey)
                                .toList()))
                .filteredOn(schema -> schema.has("properties") && schema.has("required") && !schema.has("$id"))
                .hasSizeGreaterThan(8)
                .allSatisfy(schema -> assertThat(schema.path("additionalProperties"))
                        .isEqualTo(MAPPER.getNodeFactory().booleanNode(false)));
    }

    /** Returns a schema and those inside it. */
    private static List<ObjectNode> schemas(JsonNode schema) {
        List<ObjectNode> schemas = new ArrayList<>(List.of((ObjectNode) schema));
        Stream.of("properties", "definitions")
                .flatMap(named -> schema.path(named).properties().stream())
                .forEach(entry -> schemas.addAll(schemas(entry.getValue())));
        Stream.of("items", "if", "then", "else")
                .filter(schema::has)
                .forEach(keyword -> schemas.addAll(schemas(schema.path(keyword))));
        return schemas;
    }

    private static List<String> faults(JsonNode line) {
        List<String> faults = new ArrayList<>();
        SCHEMA.validate(line).forEach(error -> faults.add(error + " in " + line));
        return faults;
    }

    /** Checks a folder. Offsets and UTF-16 columns say the same as line and column, and no two findings have one fingerprint. */
    private static List<JsonNode> lines(Path folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        List<JsonNode> lines = new ArrayList<>();
        Run run = Run.of("check", "--format", "json", folder.toString());
        for (String line : run.out().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(tree(line));
            }
        }
        assertThat(lines).as(run.err()).isNotEmpty();
        assertThat(lines.get(lines.size() - 1).path("kind").asText()).isEqualTo("summary");
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode line : lines.subList(0, lines.size() - 1)) {
            assertThat(fingerprints.add(line.path("fingerprint").asText()))
                    .as("%s", line)
                    .isTrue();
            if (line.path("hidden").asBoolean()) {
                assertThat(line.toString()).doesNotContain(hidden(line));
            }
            for (JsonNode range : line.findValues("range")) {
                String name = range.path("source").asText();
                String text = sources.computeIfAbsent(name, FindingSchemaTest::text);
                position(text, range.path("start"));
                position(text, range.path("end"));
            }
        }
        return lines;
    }

    /** Returns the text that may be a secret; of so few characters as may stand anywhere, nothing. */
    private static String hidden(JsonNode line) {
        JsonNode range = line.path("range");
        String text = text(range.path("source").asText())
                .substring(
                        range.path("start").path("offset").asInt(),
                        range.path("end").path("offset").asInt());
        return text.length() < 6 ? "\u0000" : text;
    }

    private static void position(String text, JsonNode position) {
        String[] lines = text.substring(0, position.path("offset").asInt()).split("\r\n|\r|\n", -1);
        String before = lines[lines.length - 1];
        assertThat(position.path("line").asInt()).isEqualTo(lines.length);
        assertThat(position.path("column").asInt()).isEqualTo(1 + before.codePointCount(0, before.length()));
        assertThat(position.path("columnUtf16").asInt()).isEqualTo(1 + before.length());
    }

    private static String text(String name) {
        try {
            String text = new String(Files.readAllBytes(Path.of(name)), StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path copyOfExample() throws IOException {
        Path folder = temporary.resolve("retail");
        try (Stream<Path> paths = Files.walk(RETAIL)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, folder.resolve(RETAIL.relativize(path).toString()));
            }
        }
        return folder;
    }
}
