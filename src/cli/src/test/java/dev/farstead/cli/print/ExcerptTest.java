// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The underline stands below the stretch on every terminal. Of each sample the stretch is what stands between the brackets; what is shown is
 * written as a person sees it in a fixed-width font, the lines of two columns a wide character.
 */
class ExcerptTest {
    private static final Path PAGE = Path.of("../guide/figures/findings-formats.md");

    static Stream<Arguments> samples() {
        return Stream.of(
                sample("plain", "name: [café]", "name: café", "      ^^^^"),
                sample("a tab is four columns", "\ta: [b]", "    a: b", "       ^"),
                sample("a tab inside", "a: [b\tc]", "a: b    c", "   ^^^^^^"),
                sample("wide characters", "店: [東京] x", "店: 東京 x", "    ^^^^"),
                sample("full-width letters", "[ａｂ]: 1", "ａｂ: 1", "^^^^"),
                sample("half-width kana are narrow", "[ｱｲ]: 1", "ｱｲ: 1", "^^"),
                sample("Hangul", "[한국]: 1", "한국: 1", "^^^^"),
                sample("Hangul in pieces", "[\u1112\u1161\u11ab]: 1", "\u1112\u1161\u11ab: 1", "^^"),
                sample("a combining mark", "e\u0301: [x]", "e\u0301: x", "   ^"),
                sample("two marks on one letter", "[q\u0307\u0323]: x", "q\u0307\u0323: x", "^"),
                sample("a mark alone is its letter", "ae[\u0301]: x", "ae\u0301: x", " ^"),
                sample("a mark before everything", "\u0301a: [x]", "\u0301a: x", "   ^"),
                sample("an emoji", "😀: [x]", "😀: x", "    ^"),
                sample("a character that became an emoji late", "🫠: [x]", "🫠: x", "    ^"),
                sample("a sign that is no picture", "☂: [x]", "☂: x", "   ^"),
                sample("emoji that join fall apart", "👨\u200d👩\u200d👧: [x]", "👨\ufffd👩\ufffd👧: x", "          ^"),
                sample("a skin tone", "👍🏽: [x]", "👍\ufffd: x", "     ^"),
                sample("a flag", "🇩🇪: [x]", "\ufffd\ufffd: x", "    ^"),
                sample("a variation selector", "❤\ufe0f: [x]", "❤\ufffd: x", "    ^"),
                sample("a space of no width", "a\u200b: [x]", "a\ufffd: x", "    ^"),
                sample("a joiner", "a\u2060: [x]", "a\ufffd: x", "    ^"),
                sample("a byte order mark inside", "a\ufeff: [x]", "a\ufffd: x", "    ^"),
                sample("a soft hyphen", "a\u00ad: [x]", "a\ufffd: x", "    ^"),
                sample("a letter without a glyph", "\u3164: [x]", "\ufffd: x", "   ^"),
                sample("Hebrew in the order of reading", "שם: [x]", "שם: x", "    ^"),
                sample("Arabic with vowels", "\u0645\u064e: [x]", "\u0645\u064e: x", "   ^"),
                sample("turned around", "\u202ea\u202c: [x]", "\ufffda\ufffd: x", "     ^"),
                sample("an escape sequence", "\u001b(0: [x]", "\ufffd(0: x", "     ^"),
                sample("a C1 control", "\u009b: [x]", "\ufffd: x", "   ^"),
                sample("at the end", "a: x[]", "a: x", "    ^"),
                sample("an empty line", "[]", "", "^"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theUnderlineStandsBelowTheStretch(String name, String line, int from, int to, String shown, String underline) {
        Excerpt excerpt = Excerpt.of(line, range(1, from, 1, to));

        assertThat(excerpt.text()).isEqualTo(shown);
        assertThat(" ".repeat(excerpt.indent()) + "^".repeat(excerpt.width())).isEqualTo(underline);
    }

    /** {@code -Dguide=update} rewrites the page, except where CI is set. */
    @Test
    void thePageShowsTheSamples() throws IOException {
        String page = """
                # Findings on a terminal and as JSON Lines

                How a line of a source stands in an excerpt, so that the underline is below the same character on every terminal. Where terminals
                differ in how wide they show a character, and where a character hides, `\ufffd` stands for it; `--format json` gives every character
                back as it was. Text from right to left is in the order of reading: a terminal that turns it around shows the underline mirrored.
                Widths agree with those of wcwidth 0.9.4 for every character but the spacing marks of Indic scripts and marks that the JDK's Unicode
                does not know yet, which have one column here. Each line that `--format json` prints for the golden cases and for the example
                broken line by line is held against `urn:farstead:schema:finding:v1`, with offsets, columns and fingerprints. To repeat:
                `./mvnw -pl src/cli -am test`, with `-Dguide=update` to rewrite this page.

                | sample | written | shown in columns |
                |---|---|---|
                """
                + samples()
                        .map(Arguments::get)
                        .filter(sample -> !sample[4].equals(""))
                        .map(sample -> "| " + sample[0] + " | `" + escaped((String) sample[1]) + "` | "
                                + columns((String) sample[4]) + " |\n")
                        .collect(Collectors.joining());
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String escaped(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints()
                .forEach(c -> text.append(
                        c >= ' ' && c <= '~' ? Character.toString(c) : String.format(Locale.ROOT, "\\u{%X}", c)));
        return text.toString();
    }

    private static int columns(String shown) {
        int length = shown.codePointCount(0, shown.length());
        return Excerpt.of(shown, range(1, 1, 1, length + 1)).width();
    }

    @Test
    void aLineOf120ColumnsIsWhole() {
        String line = "a".repeat(120);

        assertThat(Excerpt.of(line, range(1, 119, 1, 121))).isEqualTo(new Excerpt(line, 118, 2));
    }

    @Test
    void aLongLineIsCutAroundTheStretch() {
        String line = "-".repeat(200) + "here" + "=".repeat(200);

        assertThat(Excerpt.of(line, range(1, 201, 1, 205)))
                .isEqualTo(new Excerpt("…" + "-".repeat(40) + "here" + "=".repeat(76) + "…", 41, 4));
    }

    @Test
    void aLongLineKeepsItsStartWhereTheStretchIsNear() {
        String line = "key: here " + "=".repeat(200);

        assertThat(Excerpt.of(line, range(1, 6, 1, 10)))
                .isEqualTo(new Excerpt("key: here " + "=".repeat(110) + "…", 5, 4));
    }

    @Test
    void aLongStretchIsUnderlinedAsFarAsItIsShown() {
        Excerpt excerpt = Excerpt.of("a: " + "東".repeat(200), range(1, 4, 1, 204));

        assertThat(excerpt).isEqualTo(new Excerpt("a: " + "東".repeat(58) + "…", 3, 116));
    }

    @Test
    void aCutNeverTakesAMarkFromItsLetter() {
        Excerpt excerpt = Excerpt.of("e\u0301".repeat(200), range(1, 301, 1, 303));

        assertThat(excerpt).isEqualTo(new Excerpt("…" + "e\u0301".repeat(90), 41, 1));
    }

    @Test
    void thousandsOfMarksDoNotFillTheScreen() {
        Excerpt excerpt = Excerpt.of("a" + "\u0301".repeat(30_000) + ": x", range(1, 30_004, 1, 30_005));

        assertThat(excerpt.text()).hasSizeLessThan(1_000);
    }

    @Test
    @DisplayName("CR LF, CR and the end of the file; a range over several lines is underlined on its first")
    void linesEndAsTheReaderEndsThem() {
        LongPrinter printer = new LongPrinter(
                new SourceLines(List.of(source("a.yaml", "one: 1\r\ntwo:\r  - x\n"), source("b.yaml", ""))),
                new Style(false));

        assertThat(Stream.of(
                                range(1, 6, 1, 7),
                                range(2, 1, 3, 6),
                                range(3, 5, 3, 6),
                                range(4, 1, 4, 1),
                                new Range("b.yaml", new Position(1, 1, 0), new Position(1, 1, 0)))
                        .map(range -> printer.print(finding(range)))
                        .map(text ->
                                text.replaceAll("(?m)^(error|  ?=).*\n", "").strip() + '\n')
                        .toList())
                .containsExactly("""
                        --> a.yaml:1:6
                          |
                        1 | one: 1
                          |      ^
                          |
                        """, """
                        --> a.yaml:2:1
                          |
                        2 | two:
                          | ^^^^
                          |
                        """, """
                        --> a.yaml:3:5
                          |
                        3 |   - x
                          |     ^
                          |
                        """, """
                        --> a.yaml:4:1
                          |
                        4 |
                          | ^
                          |
                        """, """
                        --> b.yaml:1:1
                          |
                        1 |
                          | ^
                          |
                        """);
    }

    private static Arguments sample(String name, String line, String shown, String underline) {
        int from = line.codePointCount(0, line.indexOf('['));
        int to = line.codePointCount(0, line.indexOf(']')) - 1;
        return Arguments.of(name, line.replaceAll("[\\[\\]]", ""), from + 1, to + 1, shown, underline);
    }

    private static Range range(int line, int column, int endLine, int endColumn) {
        return new Range("a.yaml", new Position(line, column, 0), new Position(endLine, endColumn, 0));
    }

    private static Finding finding(Range range) {
        return Finding.builder()
                .code("X-001")
                .severity(Severity.ERROR)
                .message("broken")
                .range(range)
                .build();
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
