// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.Output;
import dev.farstead.model.origin.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts where the lines of all golden outputs come from; {@code -Dguide=update} rewrites the page, except where CI is set. */
class OriginsPageTest {
    private static final Path PAGE = Path.of("../src/guide/figures/origins.md");
    private static final Path CASES = Path.of("cases");

    private int files;
    private final Map<String, Counts> counts = new TreeMap<>();

    /** How many lines of a format have an origin of each kind, and how many rest on no line of a specification. */
    private static final class Counts {
        private int lines;
        private int written;
        private int inferred;
        private int facts;
        private int defaults;
        private int alone;

        void add(Origin origin) {
            lines++;
            written += origin instanceof Origin.Written ? 1 : 0;
            inferred += origin instanceof Origin.Inferred ? 1 : 0;
            facts += origin instanceof Origin.Fact ? 1 : 0;
            defaults += origin instanceof Origin.Default ? 1 : 0;
            alone += origin.places().findAny().isEmpty() ? 1 : 0;
        }

        void add(Counts other) {
            lines += other.lines;
            written += other.written;
            inferred += other.inferred;
            facts += other.facts;
            defaults += other.defaults;
            alone += other.alone;
        }

        String row(String name) {
            return "| " + name + " | " + lines + " | " + written + " | " + inferred + " | " + facts + " | " + defaults
                    + " | " + alone + " |\n";
        }
    }

    @Test
    void thePageSaysWhereTheLinesOfAllGoldenOutputsComeFrom() throws IOException {
        Farstead farstead = Farstead.create();
        GoldenCase.all(CASES)
                .forEach(golden -> farstead.compile(golden.input())
                        .outputs()
                        .ifPresent(outputs -> outputs.files().forEach(this::count)));
        String expected = page();
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private void count(Output file) {
        files++;
        Counts format = counts.computeIfAbsent(format(file), name -> new Counts());
        file.lineOrigins().forEach(format::add);
    }

    private static String format(Output file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return switch (file.mediaType()) {
            case "text/plain" -> name.equals(".arg") ? "build arguments" : "environments, kernel settings";
            case "text/markdown" -> "run-sheets";
            case "application/json" -> "index";
            default -> file.path().contains("/preview/") ? "previews in YAML" : "YAML";
        };
    }

    private String page() {
        Counts all = new Counts();
        counts.values().forEach(all::add);
        StringBuilder page = new StringBuilder("# Where output lines come from\n\nThe lines of the " + files
                + " files of all golden cases, the examples among them, by the kind of their origin. Repeat with `./mvnw -pl"
                + " golden -am verify -Dguide=update`.\n\n"
                + "| | lines | written | inferred | fact | default | naming no line of a specification |\n"
                + "|---|---|---|---|---|---|---|\n");
        counts.forEach((format, of) -> page.append(of.row(format)));
        return page.append(all.row("all")).toString();
    }
}
