// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up Kubernetes minor compiles as soon as the files of the catalogue have it: no line of code knows which minors there are. */
class NextMinorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("../schemas/src/main/resources/dev/farstead/schemas");
    private static final Path EXAMPLE = Path.of("../src/examples/retail");

    private static ObjectNode read(String file) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readAllBytes(RESOURCES.resolve(file)));
    }

    private static Catalogue withNextMinor() throws IOException {
        ObjectNode releases = read("catalogue/agent-releases.json");
        for (JsonNode release : releases.path("releases")) {
            for (JsonNode minors : release.path("kubernetes").path("patches")) {
                ((ObjectNode) minors).putArray("1.30").add(2).add(4);
            }
        }
        ObjectNode axes = read("axes/axes.json");
        for (JsonNode axis : axes.path("axes")) {
            if (axis.path("name").asText().equals("kubernetes.minor")) {
                ((ArrayNode) axis.path("values")).addObject().put("value", "1.30");
            }
        }
        ObjectNode lifecycle = read("catalogue/lifecycle.json");
        ((ObjectNode) lifecycle.path("kubernetes").path("endOfLife")).put("1.30", "2025-06-28");
        return Catalogue.overlaid(Map.of(
                "catalogue/agent-releases.json", JSON.writeValueAsBytes(releases),
                "axes/axes.json", JSON.writeValueAsBytes(axes),
                "catalogue/lifecycle.json", JSON.writeValueAsBytes(lifecycle)));
    }

    private static Compilation compile(Catalogue catalogue, String flavor) throws IOException {
        String profile = Files.readString(EXAMPLE.resolve("profile.yaml"))
                .replace("flavor: k3s", "flavor: " + flavor)
                .replaceAll("(?s)    config: .*?  network:\\n", "  network:\n")
                .replace("version: \"1.28\"", "version: \"1.30\"");
        Input input = Input.builder()
                .addSources(
                        new SourceText("profile.yaml", profile.getBytes(StandardCharsets.UTF_8)),
                        new SourceText("stores.yaml", Files.readAllBytes(EXAMPLE.resolve("stores.yaml"))))
                .namedSources((base, name) -> {
                    try {
                        return Optional.of(Files.readString(EXAMPLE.resolve(name)));
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                })
                .build();
        return new Farstead(catalogue).compile(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k3s", "rke2", "pxk-e"})
    void aMinorOfTheCatalogueCompiles(String flavor) throws IOException {
        Compilation compilation = compile(withNextMinor(), flavor);

        assertThat(compilation.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(Samples.text(compilation
                        .outputs()
                        .orElseThrow()
                        .file("profiles/retail-k3s/installer/amd64/.arg")
                        .orElseThrow()))
                .contains("K8S_VERSION=1.30.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k3s", "rke2", "pxk-e"})
    void aMinorThatTheCatalogueLacksIsRefusedWithThoseItHas(String flavor) throws IOException {
        assertThat(compile(Catalogue.bundled(), flavor).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly("K8S-001");
    }
}
