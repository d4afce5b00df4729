// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
    @TempDir
    private Path folder;

    private static SourceText source(Path file) {
        try {
            return new SourceText(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFleetCompiles() throws IOException {
        Path fleet = folder.resolve("fleet");
        Fleet.write(fleet, 40, Path.of("../examples"));
        List<SourceText> sources;
        try (Stream<Path> files = Files.walk(fleet)) {
            sources = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(FleetTest::source)
                    .toList();
        }
        Compilation compilation = Farstead.create()
                .compile(Input.builder()
                        .sources(sources)
                        .namedSources((from, name) -> named(from, name))
                        .secrets((site, name) -> Optional.of(secret(name)))
                        .build());

        assertThat(compilation.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .as("warnings that the examples do not have")
                .extracting(Finding::code)
                .containsOnly("FIPS-008", "FIPS-032");
        assertThat(compilation.outputs().orElseThrow().files()).hasSizeGreaterThan(40 * 5);
    }

    private static Secret secret(String name) {
        return Secret.of(name.endsWith("-hash") ? "$6$testsalt$" + ".".repeat(86) : "a-secret-of-a-benchmark");
    }

    private static Optional<String> named(String from, String name) {
        try {
            return Optional.of(Files.readString(Path.of(from).resolveSibling(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsMeasuredRuns() {
        PassBenchmark passes = new PassBenchmark();

        assertThat(passes.floorEvents()).isGreaterThan(50);
        assertThat(passes.structure()).isEmpty();
        assertThat(passes.check()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(passes.emit()).hasSizeGreaterThan(5);
    }
}
