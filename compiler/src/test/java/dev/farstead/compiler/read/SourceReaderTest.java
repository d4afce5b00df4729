// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix.Applicability;
import dev.farstead.model.finding.Related;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.ImmutableLimits;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    @Nested
    class Places {
        @Test
        void everyNodeKnowsWhereItStands() {
            String text = "spec:\n  name: \"a b\" # c\n  list:\n  - x\n  - {k: 'v' , e: }\n  none:\n";
            ReadResult result = Trees.yaml(text);
            assertThat(Trees.shapes(result))
                    .isEqualTo("{spec: {name: TEXT(a b), list: [TEXT(x), {k: TEXT(v), e: NULL()}], none: NULL()}}");
            assertThat(Trees.places(text, result))
                    .containsExactly(
                            "1:1-6:8 " + text.substring(0, text.length() - 1),
                            "1:1-1:5 spec",
                            "2:3-6:8 " + text.substring(8, text.length() - 1),
                            "2:3-2:7 name",
                            "2:9-2:14 \"a b\"",
                            "3:3-3:7 list",
                            "4:3-5:19 - x\n  - {k: 'v' , e: }",
                            "4:5-4:6 x",
                            "5:5-5:19 {k: 'v' , e: }",
                            "5:6-5:7 k",
                            "5:9-5:12 'v'",
                            "5:15-5:16 e",
                            "5:17-5:17 ",
                            "6:3-6:7 none",
                            "6:8-6:8 ");
        }

        @Test
        void aScalarIsGivenInFull() {
            SourceNode root = Trees.yaml("a: 1.30").documents().get(0).root();
            Range key = new Range("a.yaml", new Position(1, 1, 0), new Position(1, 2, 1));
            Range value = new Range("a.yaml", new Position(1, 4, 3), new Position(1, 8, 7));
            assertThat(root)
                    .isEqualTo(new SourceMapping(
                            new Range("a.yaml", key.start(), value.end()),
                            List.of(new SourceEntry(
                                    new SourceScalar(key, "a", SourceScalar.Type.TEXT, true),
                                    new SourceScalar(value, "1.30", SourceScalar.Type.FLOAT, true)))));
        }

        @Test
        void columnsCountCodePointsAndOffsetsCountCodeUnits() {
            String text = "\uD83D\uDE00: [\uD83D\uDE00\uD83D\uDE00, e\u0301, x]\n\tb: 1".replace("\n\t", "\r\n");
            ReadResult result = Trees.yaml(text);
            assertThat(Trees.places(text, result))
                    .containsExactly(
                            "1:1-2:5 " + text,
                            "1:1-1:2 \uD83D\uDE00",
                            "1:4-1:15 [\uD83D\uDE00\uD83D\uDE00, e\u0301, x]",
                            "1:5-1:7 \uD83D\uDE00\uD83D\uDE00",
                            "1:9-1:11 e\u0301",
                            "1:13-1:14 x",
                            "2:1-2:2 b",
                            "2:4-2:5 1");
        }

        @Test
        void aByteOrderMarkCountsInNoPosition() {
            ReadResult result = Trees.yaml("\uFEFFa: b");
            assertThat(Trees.places("a: b", result)).containsExactly("1:1-1:5 a: b", "1:1-1:2 a", "1:4-1:5 b");
            assertThat(Trees.shapes(Trees.json("\uFEFF{\"a\": 1}"))).isEqualTo("{a: INTEGER(1)}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void allLineBreaksEndLines(String lineBreak) {
            String text = "a: 1" + lineBreak + lineBreak + "b:  x" + lineBreak;
            assertThat(Trees.places(text, Trees.yaml(text)).subList(1, 5))
                    .containsExactly("1:1-1:2 a", "1:4-1:5 1", "3:1-3:2 b", "3:5-3:6 x");
        }

        @Test
        void aBlockTextRunsFromItsHeadToItsLastLine() {
            String text = "a: |-  # note\n  x\n   y \n\n\nb: >+\n  z\n\nc: |\nd: 1\n";
            ReadResult result = Trees.yaml(text);
            assertThat(Trees.shapes(result)).isEqualTo("{a: TEXT(x\n y ), b: TEXT(z\n\n), c: TEXT(), d: INTEGER(1)}");
            assertThat(Trees.places(text, result))
                    .contains("1:4-3:6 |-  # note\n  x\n   y ", "6:4-7:4 >+\n  z", "9:4-9:5 |");
        }

        @Test
        void anchorsAndTagsAreNotPartOfARange() {
            String text = "a: &x !!str 5\nb: &y\n  c: 1\nd: !!int &z 7\ne: &n\nf: &l [1]\ng: *y";
            ReadResult result = Trees.yaml(text);
            assertThat(Trees.shapes(result))
                    .isEqualTo("{a: TEXT(5), b: {c: INTEGER(1)}, d: INTEGER(7), e: NULL(), f: [INTEGER(1)],"
                            + " g: {c: INTEGER(1)}}");
            assertThat(Trees.places(text, result))
                    .contains("1:13-1:14 5", "3:3-3:7 c: 1", "4:13-4:14 7", "5:6-5:6 ", "6:7-6:10 [1]");
            SourceMapping root = (SourceMapping) result.documents().get(0).root();
            assertThat(root.entries().get(5).value())
                    .isEqualTo(root.entries().get(1).value());
        }

        @Test
        void laterDocumentsKeepTheLinesOfTheSource() {
            String text = "# head\n%YAML 1.2\n---\na: 1\n...\n# between\n--- # next\n- b\n--- {c: 2}\n";
            ReadResult result = Trees.yaml(text);
            assertThat(result.findings()).isEmpty();
            assertThat(Trees.shapes(result)).isEqualTo("{a: INTEGER(1)} --- [TEXT(b)] --- {c: INTEGER(2)}");
            assertThat(Trees.places(text, result)).contains("4:1-4:2 a", "8:3-8:4 b", "9:5-9:11 {c: 2}");
        }

        @Test
        void jsonKnowsThePlacesToo() {
            String text = "{\n\t\"\uD83D\uDE00\\\"\": [1.50, -2, true , null, false],\r\n  \"b\": {}}\n";
            ReadResult result = Trees.json(text);
            assertThat(Trees.lines(result)).isEmpty();
            assertThat(Trees.places(text, result))
                    .containsExactly(
                            "1:1-3:11 " + text.stripTrailing(),
                            "2:2-2:7 \"\uD83D\uDE00\\\"\"",
                            "2:9-2:39 [1.50, -2, true , null, false]",
                            "2:10-2:14 1.50",
                            "2:16-2:18 -2",
                            "2:20-2:24 true",
                            "2:27-2:31 null",
                            "2:33-2:38 false",
                            "3:3-3:6 \"b\"",
                            "3:8-3:10 {}");
        }
    }

    @Nested
    class Documents {
        @Test
        void aFaultInOneDocumentDoesNotHideTheOthers() {
            ReadResult result = Trees.yaml("a: 1\n---\nb: \"x\n---\nc: [\n---\nd: 4\n");
            assertThat(Trees.shapes(result)).isEqualTo("{a: INTEGER(1)} --- {d: INTEGER(4)}");
            assertThat(Trees.lines(result))
                    .containsExactly(
                            "YAML-021 3:4-3:5 the quoted text is not closed",
                            "YAML-022 5:4-5:5 the list in brackets is not closed");
        }

        @Test
        void emptyDocumentsAreReported() {
            ReadResult result = Trees.yaml("---\n# nothing\n--- # c\nb: 1\n---\n\n");
            assertThat(Trees.shapes(result)).isEqualTo("{b: INTEGER(1)}");
            assertThat(Trees.lines(result))
                    .containsExactly(
                            "YAML-009 1:1-1:4 the document is empty", "YAML-009 5:1-5:4 the document is empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "# c\n\n  # d", "\uFEFF", "...\n"})
        void anEmptySourceIsReported(String text) {
            assertThat(Trees.lines(Trees.yaml(text))).containsExactly("YAML-008 1:1-1:1 the source holds no document");
        }

        @Test
        void separatorsInsideOfALineSeparateNothing() {
            assertThat(Trees.shapes(Trees.yaml("a: |\n  ---\n  x\nb: '---'\nc: ---x\n---d: 1\n")))
                    .isEqualTo("{a: TEXT(---\nx\n), b: TEXT(---), c: TEXT(---x), ---d: INTEGER(1)}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.json", "A.JSON"})
        void theNameDecidesTheFormat(String name) {
            assertThat(Trees.codes(Trees.read(name, "a: 1", Limits.defaults()))).containsExactly("YAML-031");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"a\": [1, 2.5, \"x\"]}|{a: [1, 2.5, x]}",
                    "{\"a\": null, \"b\": true}|{a: null, b: true}",
                    "\"\\u0041/\\n\\t\\\"\"|\"A/\\n\\t\\\"\"",
                    "[[], {}, \"\"]|[[], {}, '']",
                    "{\"1\": {\"null\": 1e3}}|1:\\n  null: 1e3"
                })
        void theSameDataGivesTheSameTree(String json, String yaml) {
            String expected = Trees.shapes(Trees.json(json));
            assertThat(expected).isNotEmpty();
            assertThat(Trees.shapes(Trees.yaml(yaml.replace("1:\\n", "1:\n")))).isEqualTo(expected);
            assertThat(Trees.shapes(Trees.yaml(json))).isEqualTo(expected);
        }
    }

    @Nested
    class Findings {
        @Test
        void aDuplicateKeyNamesBothPlaces() {
            ReadResult result = Trees.yaml("spec:\n  hosts:\n  - name: a\n    \"name\": b\n");
            Range first = new Range("a.yaml", new Position(3, 5, 19), new Position(3, 9, 23));
            Range second = new Range("a.yaml", new Position(4, 5, 31), new Position(4, 11, 37));
            Finding finding = result.findings().get(0);
            assertThat(finding.code()).isEqualTo("YAML-011");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isEqualTo("the key `name` stands twice in one mapping");
            assertThat(finding.path()).isEqualTo("spec.hosts[0].name");
            assertThat(finding.range()).isEqualTo(Optional.of(second));
            assertThat(finding.related()).containsExactly(new Related(first, "the first one"));
            assertThat(finding.effect()).contains("some readers keep the first value, some the last");
            assertThat(result.documents()).isEmpty();
        }

        @Test
        void jsonAndLargeMappingsFindDuplicatesToo() {
            assertThat(Trees.lines(Trees.json("{\"a\": 1, \"\\u0061\": 2}")))
                    .containsExactly("YAML-011 1:10-1:18 the key `a` stands twice in one mapping");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                text.append("k").append(i).append(": 1\n");
            }
            assertThat(Trees.lines(Trees.yaml(text + "k3: 1\nk49: 1\n")))
                    .containsExactly(
                            "YAML-011 51:1-51:3 the key `k3` stands twice in one mapping",
                            "YAML-011 52:1-52:4 the key `k49` stands twice in one mapping");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "a: b: c|YAML-026 1:4-1:8 a value without quotes holds a colon and a space|a: 'b: c'",
                    "a: @b # c|YAML-025 1:4-1:10 a text without quotes cannot start with `@`|a: '@b' # c",
                    "a: *.b|YAML-025 1:4-1:7 a text without quotes cannot start with `*`|a: '*.b'",
                    "a: *b|YAML-016 1:4-1:6 no anchor `b` stands before this alias|a: \"*b\"",
                    "a:\tb|YAML-019 1:3-1:4 a tab stands where a space is due|a: b",
                    "a: % b|YAML-025 1:4-1:7 a text without quotes cannot start with `%`|a: '% b'",
                    "a:~\tb: 1~\tc: 2~|YAML-019 2:1-2:2 a tab is used as indentation|a:~  b: 1~  c: 2~",
                    "a: 1~\tb: 2|YAML-019 2:1-2:2 a tab is used as indentation|a: 1~  b: 2",
                    "a: !x 1|YAML-015 1:4-1:6 the tag `!x` is not supported here|a: 1",
                    "a: !!int x|YAML-015 1:4-1:9 the tag `!!int` is not supported here|a: x",
                    "a: !!set {b}|YAML-015 1:4-1:9 the tag `!!set` is not supported here|a: {b}",
                    "a: !x|YAML-015 1:4-1:6 the tag `!x` is not supported here|a: \"!x\"",
                    "{a: @b , c: d}|YAML-025 1:5-1:15 a text without quotes cannot start with `@`|{a: '@b' , c: d}",
                    "a: [\"[\", {}, % b, c]|YAML-025 1:14-1:21 a text without quotes cannot start with `%`|a: [\"[\", {}, '% b', c]",
                    "a: ! 5|YAML-015 1:4-1:5 the tag `!` is not supported here|a: 5",
                    "a: \"x\\/y\"|YAML-024 1:6-1:8 the escape `\\/` is known to some readers only|a: \"x/y\"",
                    "a: \"\\d\"|YAML-024 1:5-1:7 the escape is unknown|a: \"\\\\d\""
                })
        void aMechanicalFixIsAnEdit(String text, String line, String fixed) {
            String source = text.replace('~', '\n');
            ReadResult result = Trees.yaml(source);
            assertThat(Trees.lines(result)).containsExactly(line);
            Finding finding = result.findings().get(0);
            assertThat(Trees.fixed(source, finding)).isEqualTo(fixed.replace('~', '\n'));
            assertThat(finding.fixes().get(0).applicability()).isNotEqualTo(Applicability.ADVICE);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "a: 1~  b: 2|YAML-020 2:3-2:7 the entry is indented deeper than its neighbours",
                    "a:~  b: 1~ c: 2|YAML-020 3:2-3:6 the line does not fit to those before it",
                    "a: 1~- b|YAML-020 2:1-2:4 the line does not fit to those before it",
                    "a: 1~b~c: 2|YAML-027 2:1-2:2 the line is no entry: it has no colon",
                    "a: - b|YAML-028 1:4-1:7 a list starts on the line of its key",
                    "a: > x|YAML-029 1:4-1:7 the head of the block text is not valid",
                    "a: [1, 2~b: 3|YAML-022 1:4-1:5 the list in brackets is not closed",
                    "a: {b: 1|YAML-022 1:4-1:5 the mapping in brackets is not closed",
                    "a: [\"b\" \"c\"]|YAML-023 1:9-1:9 a comma or `]` is missing",
                    "a: [1, , 2]|YAML-030 1:8-1:9 a value is missing before `,`",
                    "a: [|YAML-022 1:4-1:5 the list in brackets is not closed",
                    "a: \"b\" c|YAML-030 1:8-1:9 text stands behind a value that has ended",
                    "a: 'b|YAML-021 1:4-1:5 the quoted text is not closed",
                    "{: 1}|YAML-013 1:2-1:2 a key is missing before the colon",
                    "? [a]~: 1|YAML-012 1:3-1:3 a key is a list or a mapping",
                    "a: &x 1~*x : 2|YAML-012 2:1-2:3 a key is an alias",
                    "a: \"\\UFFFFFFFF\"|YAML-024 1:5-1:8 the escape is unknown",
                    "a: \"\\0\"|YAML-024 1:4-1:8 an escape gives a NUL character, which no text can hold",
                    "a: \"\\ud800\"|YAML-024 1:4-1:12 an escape gives half a surrogate pair, which no text can hold"
                })
        void aFaultIsNamedAtItsPlace(String text, String line) {
            assertThat(Trees.lines(Trees.yaml(text.replace('~', '\n')))).containsExactly(line);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"a\": 1,}|YAML-031 1:8-1:9 a comma stands before the closing bracket",
                    "[1, ]|YAML-031 1:3-1:4 a comma stands before the closing bracket",
                    "{'a': 1}|YAML-031 1:2-1:3 texts need double quotes in JSON",
                    "{ // c~\"a\": 1}|YAML-031 1:3-1:4 JSON has no comments",
                    "# c~{}|YAML-031 1:1-1:2 JSON has no comments",
                    "{\"a\": \"b~c\"}|YAML-031 1:9-2:1 a line break or a tab stands in a quoted text",
                    "{\"a\": [1|YAML-022 1:7-1:8 the list in brackets is not closed",
                    "{\"a\": \"b|YAML-022 1:1-1:2 the mapping in brackets is not closed",
                    "{} {}|YAML-031 1:4-1:5 only one value may stand in a JSON source",
                    "{\"a\" 1}|YAML-031 1:6-1:7 this is not valid JSON",
                    "{\"a\": \"\\ud800\"}|YAML-024 1:7-1:15 an escape gives half a surrogate pair, which no text can hold"
                })
        void aFaultInJsonIsNamedAtItsPlace(String text, String line) {
            assertThat(Trees.lines(Trees.json(text.replace('~', '\n')))).containsExactly(line);
        }

        @Test
        void charactersThatReadersTreatDifferentlyAreRefused() {
            for (String c : List.of("\u0000", "\u0007", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFE")) {
                assertThat(Trees.codes(Trees.yaml("a: x" + c + "y\n---\nb: 1"))).containsExactly("YAML-003");
            }
            assertThat(Trees.lines(Trees.yaml("a: x\u0000")))
                    .containsExactly("YAML-003 1:5-1:6 the character `\\u0000` is not allowed");
            assertThat(Trees.codes(Trees.json("\"\u0000\""))).containsExactly("YAML-003");
            assertThat(Trees.codes(Trees.json("\"\u2028\u007F\""))).isEmpty();
        }

        @Test
        void badBytesAreShownAtTheirPlace() {
            byte[] bytes = "a: \u00E9\nb: x?y".getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length - 2] = (byte) 0xE4;
            ReadResult result = SourceReader.read(new SourceText("a.yaml", bytes), Limits.defaults());
            assertThat(Trees.lines(result)).containsExactly("YAML-001 2:5-2:5 the text is not valid UTF-8");
            assertThat(result.findings().get(0).values()).containsExactly("byte 0xE4 at index 10");
            assertThat(Trees.shapes(Trees.yaml("a: \uFFFD"))).isEqualTo("{a: TEXT(\uFFFD)}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
        void wideEncodingsAreRecognised(String charset) throws Exception {
            ReadResult result =
                    SourceReader.read(new SourceText("a.yaml", "kind: x".getBytes(charset)), Limits.defaults());
            assertThat(Trees.lines(result))
                    .containsExactly(
                            "YAML-002 1:1-1:1 the text is encoded in " + charset.substring(0, 6) + ", not in UTF-8");
        }

        @Test
        void wordsOfAuthorsAreCutAndMadeVisible() {
            String key = "k\u200B" + "x".repeat(100);
            String message = Trees.yaml("\"" + key + "\": 1\n\"" + key + "\": 2")
                    .findings()
                    .get(0)
                    .message();
            assertThat(message).isEqualTo("the key `k\\u200B" + "x".repeat(38) + "…` stands twice in one mapping");
        }

        @Test
        void aKeyThatNoReaderTakesIsNamed() {
            assertThat(Trees.lines(Trees.yaml("k".repeat(1_100) + ": 1")))
                    .containsExactly("YAML-030 1:1-1:1101 the key has more than 1,024 characters");
        }

        @Test
        void oneMoreThanTheLimitOfFindingsIsKept() {
            Limits limits = ImmutableLimits.builder().findings(3).build();
            assertThat(Trees.codes(Trees.read("a.yaml", "a: 1\n".repeat(10), limits)))
                    .containsExactly("YAML-011", "YAML-011", "YAML-011", "YAML-011");
        }

        @Test
        void aRangeOfSeveralFaultsIsReportedAtOnce() {
            assertThat(Trees.codes(Trees.yaml("a: 1\na: !x 2\n? {b: c}\n: *d\n<<: {}\n")))
                    .containsExactly("YAML-011", "YAML-015", "YAML-012", "YAML-016", "YAML-014");
        }
    }

    @Nested
    class HostileInput {
        @Test
        void anAliasBombIsCountedNotExpanded() {
            StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 30; i++) {
                String alias = "*a" + (i - 1);
                bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
            }
            ReadResult result = Trees.yaml(bomb.toString());
            assertThat(Trees.codes(result)).containsExactly("YAML-018");
            assertThat(result.findings().get(0).range().orElseThrow().start().line())
                    .isEqualTo(5);
        }

        @Test
        void aMappingOrListThatEndsInAnAliasEndsThere() {
            String text = "a: &x\n  b: 1\nc:\n  d: *x\ne:\n  - *x\n";
            List<SourceEntry> entries =
                    ((SourceMapping) Trees.yaml(text).documents().get(0).root()).entries();
            assertThat(entries)
                    .extracting(entry -> Trees.at(text, entry.value().range()))
                    .containsExactly("b: 1", "d: *x", "- *x");
        }

        @Test
        void aliasesCountTowardsTheDepth() {
            String deep = "a: &a " + "[".repeat(40) + "]".repeat(40) + "\nb: ";
            assertThat(Trees.codes(Trees.yaml(deep + "[".repeat(10) + "*a" + "]".repeat(10))))
                    .isEmpty();
            assertThat(Trees.codes(Trees.yaml(deep + "[".repeat(30) + "*a" + "]".repeat(30))))
                    .containsExactly("YAML-007");
        }

        @Test
        void nestingStopsAtTheLimit() {
            assertThat(Trees.lines(Trees.yaml("[".repeat(20_000))))
                    .containsExactly("YAML-007 1:65-1:65 lists and mappings are nested more than 64 levels deep");
            assertThat(Trees.lines(Trees.json("[".repeat(20_000))))
                    .containsExactly("YAML-007 1:65-1:65 lists and mappings are nested more than 64 levels deep");
            assertThat(Trees.codes(Trees.yaml("- ".repeat(3_000) + "a"))).containsExactly("YAML-007");
            assertThat(Trees.codes(Trees.yaml("[".repeat(64) + "]".repeat(64)))).isEmpty();
        }

        @Test
        void theLimitMayBeRaised() {
            Limits deep = ImmutableLimits.builder().depth(Limits.MOST_DEPTH).build();
            for (String name : List.of("a.json", "a.yaml")) {
                assertThat(Trees.read(name, "[".repeat(256) + "]".repeat(256), deep)
                                .documents())
                        .hasSize(1);
                assertThat(Trees.read(name, "[".repeat(257) + "]".repeat(257), deep)
                                .documents())
                        .isEmpty();
            }
        }

        @Test
        void aLongLineIsRefusedBeforeItIsScanned() {
            Limits limits = ImmutableLimits.builder().documentBytes(8 << 20).build();
            assertThat(Trees.lines(Trees.read("a.yaml", "a: 1\nb: " + "x".repeat(4_000_000), limits)))
                    .containsExactly("YAML-006 2:1-2:1 the line has 4,000,003 bytes, more than the limit of 65,536");
        }

        @Test
        void largeDocumentsAndSourcesAreRefusedOthersRead() {
            String large = "a: |\n" + "  0123456789\n".repeat(100_000);
            ReadResult result = Trees.yaml("a: 1\n---\n" + large + "---\nb: 2\n");
            assertThat(Trees.shapes(result)).isEqualTo("{a: INTEGER(1)} --- {b: INTEGER(2)}");
            assertThat(Trees.lines(result))
                    .containsExactly(
                            "YAML-005 2:1-2:1 the document has 1,300,009 bytes, more than the limit of 1,048,576");
            Limits small = ImmutableLimits.builder().sourceBytes(9).build();
            assertThat(Trees.lines(Trees.read("a.yaml", "0123456789", small)))
                    .containsExactly("YAML-004 1:1-1:1 the source has 10 bytes, more than the limit of 9");
        }

        @Test
        void manyKeysAreRead() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                text.append(i).append(":\n");
            }
            ReadResult result = Trees.yaml(text.toString());
            assertThat(result.findings()).isEmpty();
            assertThat(((SourceMapping) result.documents().get(0).root()).entries())
                    .hasSize(100_000);
        }

        @Test
        void aLineOfPairsIsReadWithItsColumns() {
            String text = "[" + "\uD83D\uDE00,".repeat(10_000) + "x]";
            List<SourceNode> nodes = Trees.nodes(Trees.yaml(text));
            assertThat(nodes).hasSize(10_002);
            assertThat(nodes.get(10_001).range().start()).isEqualTo(new Position(1, 20_002, 30_001));
        }
    }
}
