// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of all codes is made from what the rules say of themselves; {@code -Dguide=update} rewrites it, except where CI is set. */
class FindingsPageTest {
    private static final Path PAGE = Path.of("../src/guide/findings.md");

    @Test
    void thePageSaysWhatTheRulesSay() throws IOException {
        String expected = page(Farstead.create().explanations());
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String page(List<Explanation> explanations) {
        String index = explanations.stream()
                .map(explanation ->
                        "| [" + explanation.code() + "](#" + explanation.code().toLowerCase(java.util.Locale.ROOT)
                                + ") | " + explanation.severity().text() + " | " + explanation.title() + " |\n")
                .collect(Collectors.joining());
        return "# Findings\n\nMade from the rules: change a rule and run `./mvnw -pl compiler -am test -Dguide=update`.\n\n"
                + "| code | severity | |\n|---|---|---|\n" + index
                + explanations.stream().map(FindingsPageTest::section).collect(Collectors.joining());
    }

    private static String section(Explanation explanation) {
        StringBuilder text = new StringBuilder("\n## " + explanation.code() + "\n\n")
                .append("**")
                .append(explanation.severity().text())
                .append("**: ")
                .append(explanation.title())
                .append("\n\n")
                .append(explanation.why().strip())
                .append("\n\n");
        if (!explanation.source().isEmpty()) {
            text.append("Source: ").append(explanation.source());
            if (!explanation.rows().isEmpty()) {
                text.append(" (").append(String.join(", ", explanation.rows())).append(")");
            }
            text.append(explanation.inferred() ? "; inferred, no document states it\n\n" : "\n\n");
        }
        return text.append("Refused:\n\n")
                .append(code(explanation.bad()))
                .append("\nTaken:\n\n")
                .append(code(explanation.good()))
                .toString();
    }

    /** Indented code needs no fence, and so none that an example could close; control characters are shown as escapes. */
    private static String code(String example) {
        return example.strip()
                .lines()
                .map(line -> "    "
                        + line.chars()
                                .mapToObj(c -> c < ' ' || c == 0x7f || c == 0xfeff
                                        ? String.format(java.util.Locale.ROOT, "\\u%04x", c)
                                        : Character.toString(c))
                                .collect(Collectors.joining())
                        + "\n")
                .collect(Collectors.joining());
    }
}
