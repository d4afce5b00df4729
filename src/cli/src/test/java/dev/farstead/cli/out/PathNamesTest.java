// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names beyond ASCII, in processes of their own, since Java takes their encoding from the locale when it starts. */
class PathNamesTest {
    private static final Path RETAIL = Path.of("../examples/retail");
    private static final String NAME = "büro 東京 🏬 e\u0301";

    @TempDir
    Path temporary;

    private Path sources = RETAIL;

    @BeforeEach
    void copyExample() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this JVM can't name the files of the test");
        sources = temporary.resolve("quellen " + NAME);
        try (Stream<Path> paths = Files.walk(RETAIL)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, sources.resolve(RETAIL.relativize(path).toString()));
            }
        }
        Files.move(sources.resolve("stores.yaml"), sources.resolve(NAME + ".yaml"));
    }

    @Test
    void foldersAndSourcesHaveAnyName() throws Exception {
        Path folder = temporary.resolve("ausgabe " + NAME);

        Said said = run("C.UTF-8", "compile", sources.toString(), "--out", folder.toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains(folder.toString(), sources.resolve("profile.yaml").toString());
        assertThat(folder.resolve("index.json")).content().contains(sources + "/" + NAME + ".yaml");
        Path archive = temporary.resolve(NAME + ".tar.gz");
        assertThat(run("C.UTF-8", "compile", sources.toString(), "--out", archive.toString())
                        .code())
                .isZero();
        assertThat(archive).isNotEmptyFile();
    }

    /** A name that the locale can't read is never replaced by another one. */
    @Test
    void aLocaleThatCannotNameAFileIsRefused() throws Exception {
        Path plain = temporary.resolve("plain");
        Files.createDirectory(plain);
        Files.copy(sources.resolve("profile.yaml"), plain.resolve("größe.yaml"));

        for (Said said : new Said[] {
            run(
                    "C",
                    "compile",
                    RETAIL.toString(),
                    "--out",
                    temporary.resolve(NAME).toString()),
            run("C", "check", sources.toString()),
            run("C", "check", plain.toString())
        }) {
            assertThat(said.code()).as(said.text()).isEqualTo(2);
            assertThat(said.text()).contains("LC_ALL=C.UTF-8").doesNotContain("java.");
        }
        try (Stream<Path> children = Files.list(temporary)) {
            assertThat(children).containsExactlyInAnyOrder(sources, plain);
        }
    }

    private record Said(int code, String text) {}

    private static Said run(String locale, String... args) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Processes.command("dev.farstead.cli.Main", args)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
