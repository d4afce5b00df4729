// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.Output;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the read-me shows is what happens. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RETAIL = ROOT.resolve("src/examples/retail");

    @Test
    void itsOutputIsWhatTheExampleCompilesTo() throws IOException {
        Output output = compile(text("profile.yaml"))
                .outputs()
                .flatMap(set -> set.file("sites/store-0412/cluster.yaml"))
                .orElseThrow();

        assertThat(block("output sites/store-0412/cluster.yaml"))
                .isEqualTo(new String(output.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void itsFindingIsWhatTheExampleGivesWithAnotherPodNetwork() throws IOException {
        String changed = text("profile.yaml").replace("podCidr: 100.64.0.0/18", "podCidr: 10.20.0.0/16");
        Finding finding = compile(changed).findings().stream()
                .filter(found -> found.code().equals("NET-010"))
                .findFirst()
                .orElseThrow();

        String shown = block("finding podCidr");
        assertThat(shown)
                .contains(
                        "error[NET-010]: " + finding.message(),
                        "profile.yaml:" + finding.range().orElseThrow().start().line() + ":"
                                + finding.range().orElseThrow().start().column(),
                        finding.label().orElseThrow(),
                        finding.effect().orElseThrow(),
                        finding.fixes().get(0).text());
        assertThat(finding.values()).allSatisfy(value -> assertThat(shown).contains(value));
    }

    /** Without a warning too: a host's compiler meets none of the annotations that ours has. */
    @Test
    void itsEmbeddingCompiles(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Portal.java"), block("embedding"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    folder.toString(),
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-classpath",
                                    classPath()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    /** Tests may run on the module path, where the class path property says nothing. */
    private static String classPath() {
        return System.getProperty("java.class.path") + java.io.File.pathSeparator
                + System.getProperty("jdk.module.path", "") + java.io.File.pathSeparator + "target/classes";
    }

    private static Compilation compile(String profile) throws IOException {
        return Farstead.create()
                .compile(Input.builder()
                        .addSources(
                                new SourceText(
                                        "src/examples/retail/profile.yaml", profile.getBytes(StandardCharsets.UTF_8)),
                                new SourceText(
                                        "src/examples/retail/stores.yaml",
                                        text("stores.yaml").getBytes(StandardCharsets.UTF_8)))
                        .namedSources((from, name) -> named(name))
                        .build());
    }

    private static Optional<String> named(String name) {
        try {
            return Optional.of(text(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(RETAIL.resolve(name));
    }

    /** Returns the code block behind a marker. */
    private static String block(String marker) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String after = readme.substring(readme.indexOf("<!-- " + marker + " -->"));
        int start = after.indexOf('\n', after.indexOf("```")) + 1;
        return after.substring(start, after.indexOf("```", start));
    }
}
