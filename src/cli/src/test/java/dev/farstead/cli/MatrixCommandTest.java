// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.farstead.cli.print.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MatrixCommandTest {
    private static final Path GOLDEN = Path.of("../../golden/matrix.csv");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String run(int code, String... args) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                new Style(false),
                false);
        assertThat(new Cli(console, false).run(args)).as(err.toString()).isEqualTo(code);
        return out.toString();
    }

    @Test
    void commaSeparatedValuesAreThePinnedOnes() throws IOException {
        assertThat(run(0, "matrix", "--format", "csv")).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theTableSaysWhy() {
        String table =
                run(0, "matrix", "--axis", "fips=true", "--axis", "os.family=ubuntu", "--axis", "mode=connected");
        assertThat(table.lines().filter(line -> line.startsWith("connected"))).hasSize(4 * 4 * 3);
        assertThat(table)
                .contains("impossible: FIPS-001")
                .contains("conditional: without arch=arm64; warning with os.hardening=cis csi=rook-ceph")
                .contains("FIPS-001  this Kubernetes flavor has no build for FIPS mode")
                .endsWith("0 possible, 24 conditional, 24 impossible; `farstead explain CODE` says more\n");
    }

    @Test
    void otherAxesTakeAValueOrBecomeAColumn() {
        String one = run(0, "matrix", "--format", "csv", "--axis", "arch=arm64", "--axis", "registration=auto");
        assertThat(one.lines()).hasSize(1 + 2 * 3 * 4 * 4 * 2);
        assertThat(one.lines().skip(1)).noneMatch(line -> line.contains(",possible,"));
        out.getBuffer().setLength(0);
        String two = run(0, "matrix", "--format", "csv", "--axis", "arch=amd64,arm64", "--axis", "registration=auto");
        assertThat(two).startsWith("mode,os.family,kubernetes.flavor,kubernetes.minor,fips,registration,arch,verdict,");
        assertThat(two.lines()).hasSize(1 + 2 * 3 * 4 * 4 * 2 * 2);
    }

    @Test
    void hostsWithoutTheAgentAreAskedFor() {
        String csv = run(0, "matrix", "--format", "csv", "--axis", "agent=absent", "--axis", "registration=none");
        assertThat(csv.lines().skip(1).filter(line -> !line.contains("impossible")))
                .hasSize(2 * 4)
                .allMatch(line -> line.matches("connected,ubuntu,(k3s|rke2),1\\.2[6-9],false,none,[a-z]*,.*"));
    }

    @Test
    void hostsWithoutTheAgentRegisterNowhere() {
        String asked = run(0, "matrix", "--axis", "agent=absent", "--axis", "registration=none");
        out.getBuffer().setLength(0);
        String table = run(0, "matrix", "--axis", "agent=absent");
        assertThat(table).isEqualTo(asked).contains("\n4 possible, 4 conditional, ");
        assertThat(table.lines())
                .anyMatch(line -> line.matches("connected +ubuntu +k3s +1\\.28 +false +none +conditional: .*"));
        out.getBuffer().setLength(0);
        assertThat(run(0, "matrix", "--axis", "agent=absent", "--format", "json"))
                .containsPattern("\"fixed\" : \\{\\s+\"agent\" : \"absent\",\\s+\"registration\" : \"none\"\\s+}");
        out.getBuffer().setLength(0);
        String page = run(0, "matrix", "--axis", "agent=absent", "--format", "html");
        assertThat(page).contains("In all of them: agent: absent, registration: none.");
        assertThat(page.split("<td ", -1)).hasSize(1 + 2 * 3 * 4 * 4 * 2);
    }

    @Test
    void whatIsNoAxisIsRefusedWithThoseThatThereAre() {
        run(2, "matrix", "--axis", "colour=red");
        run(2, "matrix", "--axis", "fips=maybe");
        run(2, "matrix", "--axis", "fips");
        run(2, "matrix", "--format", "pdf");
        assertThat(err.toString())
                .contains("there is no axis `colour`: the axes are mode, agent,")
                .contains("the axis `fips` has no value `maybe`: its values are true, false")
                .contains("`fips` is no axis with a value")
                .contains("`pdf` is no format");
    }

    @Test
    void theDataIsWholeJson() throws IOException {
        String json = run(0, "matrix", "--format", "json", "--axis", "mode=connected", "--axis", "fips=true");
        int verdicts = 0;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("verdict")) {
                    verdicts++;
                }
            }
        }
        assertThat(verdicts).isEqualTo(3 * 4 * 4 * 3);
        assertThat(json).contains("\"lowersProtection\"", "\"inferred\"", "\"source\"", "\"example\"");
    }

    @Test
    void thePageHasACellForEachCombinationAndNeedsNothingOutsideItself() {
        String page = run(0, "matrix", "--format", "html");
        Set<String> targets = found(page, "<a href=\"#(why-[0-9]+)\"");
        assertThat(page.split("<td ", -1)).hasSize(1 + 2 * 3 * 4 * 4 * 2 * 4);
        assertThat(targets).isNotEmpty().isEqualTo(found(page, "<section id=\"(why-[0-9]+)\""));
        assertThat(page).doesNotContain("src=", "http:", "https:", "@import", "url(");
        assertThat(found(page, "href=\"([^#][^\"]*)\"")).isEmpty();
        assertThat(page).contains("Source: C-01; Palette documentation", "this lowers the protection");
    }

    @Test
    void thePageIsWellFormed() {
        String page = run(0, "matrix", "--format", "html", "--axis", "mode=connected");
        for (String tag : Set.of("html", "body", "table", "tr", "td", "th", "section", "ul", "li", "dl", "select")) {
            assertThat(page.split("<" + tag + "[ >]", -1)).as(tag).hasSameSizeAs(page.split("</" + tag + ">", -1));
        }
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
