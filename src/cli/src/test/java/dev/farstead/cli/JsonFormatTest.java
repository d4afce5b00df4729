// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that reads {@code --format json} can count on beside the schema. */
class JsonFormatTest {
    private static final String RETAIL = "../examples/retail";

    @TempDir
    Path temporary;

    @Test
    void compilingPrintsFindingsAndASummaryOfWhatWasWrittenAndNothingElse() {
        String out = temporary.resolve("out").toString();
        Run first = Run.of("compile", RETAIL, "--out", out, "--format", "json");
        Run second = Run.of("compile", RETAIL, "--out", out, "--format", "json");

        JsonNode written = summary(first).path("written");
        assertThat(first.code()).isZero();
        assertThat(lines(first)).extracting(line -> line.path("kind").asText()).contains("finding");
        assertThat(written.path("folder").asText()).isEqualTo(out);
        assertThat(written.path("files").asInt()).isGreaterThan(20);
        assertThat(written.path("changed").asBoolean()).isTrue();
        assertThat(summary(second).path("written").path("changed").asBoolean(true))
                .isFalse();
        assertThat(first.err() + second.err()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheRunItselfStandsOnStandardError() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("in"));
        Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
        Files.writeString(folder.resolve("site.yaml"), "kind: Site\n");
        Run run = Run.of("check", folder.toString(), "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("values.yaml is skipped");
        assertThat(summary(run).path("errors").asInt()).isPositive();
        assertThat(summary(run).has("written")).isFalse();
    }

    @Test
    void withoutASummaryTheRunDidNotGetToItsEnd() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        Run run = Run.of("compile", RETAIL, "--out", file.toString(), "--format", "json");

        assertThat(run.code()).isEqualTo(2);
        assertThat(lines(run))
                .isNotEmpty()
                .allMatch(line -> line.path("kind").asText().equals("finding"));
    }

    /** What a terminal would obey comes back as it was, and is not in the bytes. */
    @Test
    void noCharacterOfALineIsObeyed() throws IOException {
        String key = "a\u200b\u2066\u0085\u007f\u2028😀é";
        Path file = Files.writeString(
                temporary.resolve("site.json"),
                "{\"kind\": \"Site\", \"apiVersion\": \"farstead/v1alpha1\", \"metadata\": {\"name\": \"x\"},"
                        + " \"spec\": {\"profile\": \"p\", \"" + key + "\": 1}}");
        Run run = Run.of("check", file.toString(), "--format", "json");

        assertThat(run.out().codePoints().filter(c -> c != '\n'))
                .allMatch(c -> c >= ' ' && c != 0x7f && (c < 0x80 || Character.isLetter(c)));
        assertThat(lines(run)).extracting(line -> line.path("path").asText()).anyMatch(path -> path.contains(key));
    }

    @Test
    void theSchemaIsPrintedAndWrittenWithTheOthers() {
        assertThat(Run.of("schema", "finding").out()).contains("\"$id\": \"urn:farstead:schema:finding:v1\"");
        assertThat(Run.of("schema", "--write", temporary.toString()).code()).isZero();
        assertThat(temporary.resolve("finding.v1.json")).isNotEmptyFile();
    }

    private static JsonNode summary(Run run) {
        List<JsonNode> lines = lines(run);
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("kind").asText()).isEqualTo("summary");
        return last;
    }

    private static List<JsonNode> lines(Run run) {
        return run.out().lines().map(JsonTrees::tree).toList();
    }
}
