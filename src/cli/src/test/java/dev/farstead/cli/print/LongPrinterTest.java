// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.ImmutableFinding;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongPrinterTest {
    private static final SourceLines LINES = new SourceLines(List.of(
            source("store.yaml", "\n".repeat(6) + "    lan: 100.64.4.0/24\n"),
            source("profile.yaml", "\n".repeat(25) + "    podCidr: 100.64.0.0/18\n"),
            source("odd.yaml", "\ufeff\ta: 店b\u001b[31m\n")));

    @Test
    void showsBothPlacesValuesEffectFixAndWhereToReadMore() {
        assertThat(new LongPrinter(LINES, new Style(false)).print(overlap())).isEqualTo("""
                error[NET-014]: the pod network contains the site's LAN
                  --> store.yaml:7:10
                   |
                 7 |     lan: 100.64.4.0/24
                   |          ^^^^^^^^^^^^^ this LAN lies inside the pod network
                   |
                  ::: profile.yaml:26:14
                   |
                26 |     podCidr: 100.64.0.0/18
                   |              ------------- pod network set here
                   |
                   = values: 100.64.0.0/18 contains 100.64.4.0/24
                   = effect: after first boot the node cannot reach its own LAN
                   = fix: set another pod network
                   = more: farstead explain NET-014

                """);
    }

    @Test
    void tabsWideAndControlCharactersKeepTheUnderlineInPlace() {
        Finding finding = finding("odd.yaml", 1, 5, 7).build();

        assertThat(new LongPrinter(LINES, new Style(false)).print(finding)).contains("""
                1 |     a: 店b\ufffd[31m
                  |        ^^^
                """);
    }

    @Test
    void manySitesAreCountedAndFiveNamed() {
        Finding finding = finding("store.yaml", 7, 10, 23)
                .sites(List.of("s1", "s2", "s3", "s4", "s5", "s6"))
                .build();

        assertThat(new ShortPrinter().print(finding))
                .isEqualTo("store.yaml:7:10: error[NET-014] broken (6 sites: s1, s2, s3, s4, s5, …)\n");
    }

    @Test
    void coloursOnlyWhereAskedFor() {
        assertThat(new LongPrinter(LINES, new Style(false)).print(overlap())).doesNotContain("\u001b");
        assertThat(new LongPrinter(LINES, new Style(true)).print(overlap()))
                .startsWith("\u001b[1;31merror[NET-014]\u001b[0m");
    }

    @Test
    void aMessageCannotDriveTheTerminal() {
        Finding finding =
                finding("store.yaml", 7, 10, 23).message("`\u001b[2J\u202e`").build();

        assertThat(new ShortPrinter().print(finding)).contains("`\\u001B[2J\\u202E`");
    }

    @Test
    void countsBySeverity() {
        Finding warning = ImmutableFinding.copyOf(overlap()).withSeverity(Severity.WARNING);

        assertThat(Summary.of(List.of(overlap(), warning, overlap()), 3)).isEqualTo("2 errors, 1 warning in 3 sources");
        assertThat(Summary.of(List.of(), 1)).isEqualTo("no findings in 1 source");
    }

    private static Finding overlap() {
        return finding("store.yaml", 7, 10, 23)
                .message("the pod network contains the site's LAN")
                .label("this LAN lies inside the pod network")
                .addRelated(new Related(range("profile.yaml", 26, 14, 27), "pod network set here"))
                .addValues("100.64.0.0/18 contains 100.64.4.0/24")
                .effect("after first boot the node cannot reach its own LAN")
                .addFixes(Fix.advice("set another pod network"))
                .build();
    }

    private static ImmutableFinding.Builder finding(String source, int line, int from, int to) {
        return Finding.builder()
                .code("NET-014")
                .severity(Severity.ERROR)
                .message("broken")
                .range(range(source, line, from, to));
    }

    private static Range range(String source, int line, int from, int to) {
        return new Range(source, new Position(line, from, 0), new Position(line, to, to - from));
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
