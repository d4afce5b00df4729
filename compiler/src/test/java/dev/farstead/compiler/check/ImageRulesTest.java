// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which registries and names of images can be, wherever a profile names them. */
final class ImageRulesTest {
    private static final Map<String, String> KEYS = Map.of(
            "spec.image.registry", "image: {registry: \"%s/edge\"}",
            "spec.os.baseImage", "os: {baseImage: \"%s/os/ubuntu:22.04\"}",
            "spec.content.registry.domain",
                    "content: {registry: {domain: \"%s/edge\", username: puller, password: {secretRef: p}}}");

    @ParameterizedTest
    @CsvSource({
        "registry.example.com, false",
        "registry.example.com:1, false",
        "registry:65535, false",
        "localhost, false",
        "10.20.4.5:5000, false",
        "r-1.example.com, false",
        "registry.example.com:0, true",
        "registry.example.com:65536, true",
        "registry.example.com:99999, true",
        "r..example.com, true",
        "r.example-.com, true",
        "1.2.3.999, true",
        "1.2.3, true"
    })
    void theHostOfARegistryIsANameOrAnAddressWithAPortThatExists(String host, boolean broken) {
        KEYS.forEach((path, key) -> assertThat(paths("IMG-011", key.formatted(host)))
                .as(path)
                .isEqualTo(broken ? List.of(path) : List.of()));
    }

    @ParameterizedTest
    @CsvSource({"63, false", "64, true"})
    void aLabelOfAHostHasAtMost63Letters(int letters, boolean broken) {
        String host = "r".repeat(letters) + ".example.com";

        KEYS.forEach((path, key) ->
                assertThat(paths("IMG-011", key.formatted(host))).as(path).hasSize(broken ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl.sh", "ttl.sh:443"})
    void noImageStaysInARegistryThatDeletesIt(String host) {
        KEYS.forEach((path, key) ->
                assertThat(paths("IMG-012", key.formatted(host))).as(path).containsExactly(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ubuntu:22.04", "kairos/ubuntu:22.04", "kairos/ttl.sh:1"})
    void aBaseImageWithoutAHostComesFromDockerHub(String image) {
        String spec = "os: {baseImage: \"" + image + "\"}";

        assertThat(paths("IMG-011", spec)).isEmpty();
        assertThat(paths("IMG-012", spec)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: {registry: registry}",
                "content: {registry: {domain: registry, username: a, password: {secretRef: p}}}"
            })
    void aRegistryWithoutDotAndPortIsNone(String spec) {
        assertThat(paths("IMG-011", spec)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"200, 54, false", "200, 55, true", "0, 255, false"})
    void theNameOfAnImageWithoutItsHostHasAtMost255Characters(int namespace, int repository, boolean broken) {
        String registry = "registry.example.com" + (namespace == 0 ? "" : "/" + "x".repeat(namespace));
        String spec = "image: {registry: " + registry + ", repository: " + "y".repeat(repository) + "}";

        assertThat(paths("IMG-025", spec)).isEqualTo(broken ? List.of("spec.image.repository") : List.of());
    }

    private static List<String> paths(String code, String spec) {
        return Farstead.create()
                .check(Example.of("profile: {spec: {" + spec + "}}").input())
                .findings()
                .stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::path)
                .toList();
    }
}
