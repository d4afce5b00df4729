// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class SourceReaderPropertyTest {
    /** Pieces that YAML and JSON give a meaning to, and characters that positions trip over. */
    private static final String[] PIECES = {
        "a",
        "b",
        "key",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\r\n",
        "\r",
        "\t",
        ":",
        ": ",
        "- ",
        "? ",
        "-",
        "#",
        " #",
        ",",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "\\",
        "|",
        ">",
        "|-\n  ",
        "&a ",
        "*a",
        "!x ",
        "!!str ",
        "!!int ",
        "<<: ",
        "%",
        "@",
        "`",
        "---",
        "\n---\n",
        "...",
        "\n...\n",
        "1",
        "1.30",
        "true",
        "null",
        "~",
        "\uD83D\uDE00",
        "e\u0301",
        "\u00E9",
        "\u0000",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uFFFD",
        "\"x\"",
        "'y'",
        "\n- ",
        "\na: ",
        "\\u0041",
        "\\UFFFFFFFF",
        "=",
        "//"
    };

    /** Values as they may stand behind a key or a dash; each takes the indentation of its line. */
    private static final List<IntFunction<String>> VALUES = List.of(
            i -> "",
            i -> " x",
            i -> " 1.30  # note",
            i -> " \uD83D\uDE00 e\u0301",
            i -> " 'it''s  \uD83D\uDE00'",
            i -> " \"a\\tb \\U0001F600\"",
            i -> " first\n" + " ".repeat(i + 3) + "second\n\n" + " ".repeat(i + 3) + "third",
            i -> " \"first\n" + " ".repeat(i + 3) + "second\"",
            i -> " |-\n" + " ".repeat(i + 3) + "one\n" + " ".repeat(i + 3) + " two \n",
            i -> " >+ # head\n" + " ".repeat(i + 3) + "one\n" + " ".repeat(i + 3) + "two\n\n",
            i -> " [a, {b: c, \"d\": e:f}, [], {}, 'g' ]",
            i -> " {a: 1,\n" + " ".repeat(i + 3) + "\uD83D\uDE00: [b,\n" + " ".repeat(i + 3) + "c]}");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(noise(), documents());
    }

    private static Arbitrary<String> noise() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> documents() {
        Arbitrary<String> text = collection().map(root -> root.apply(-2).substring(1));
        return Combinators.combine(text, Arbitraries.of("\n", "\r\n"))
                .as((written, lineBreak) -> written.replace("\n", lineBreak));
    }

    private static Arbitrary<IntFunction<String>> collection() {
        Arbitrary<IntFunction<String>> node = Arbitraries.lazyOf(
                () -> Arbitraries.of(VALUES), () -> Arbitraries.of(VALUES), SourceReaderPropertyTest::collection);
        return Combinators.combine(node.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
                .as((values, mapping) -> indent -> {
                    StringBuilder lines = new StringBuilder();
                    for (int i = 0; i < values.size(); i++) {
                        lines.append('\n').append(" ".repeat(indent + 2)).append(mapping ? "k" + i + ":" : "-");
                        lines.append(values.get(i).apply(indent + 2));
                    }
                    return lines.toString();
                });
    }

    @Property(tries = 2000, seed = "20261101")
    void anyTextGivesDocumentsOrFindingsInOurWords(@ForAll("texts") String text) {
        for (ReadResult result : new ReadResult[] {Trees.yaml(text), Trees.json(text)}) {
            assertThat(result.documents().size() + result.findings().size()).isPositive();
            for (Finding finding : result.findings()) {
                assertThat(finding.fixes()).isNotEmpty();
                assertConsistent(text, finding.range().orElseThrow());
                finding.related().forEach(related -> assertConsistent(text, related.range()));
                finding.fixes().forEach(fix -> fix.edits().forEach(edit -> assertConsistent(text, edit.range())));
                if (text.indexOf('`') < 0) {
                    Trees.texts(finding).forEach(SourceReaderPropertyTest::assertOurWords);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> jsonTexts() {
        Arbitrary<String> quoted = Arbitraries.of(
                        "a", "\u00E9", "\uD83D\uDE00", " ", ":", "#", "'", "-", "\\n", "\\\"", "\\\\", "\\u0041")
                .list()
                .ofMaxSize(6)
                .map(parts -> '"' + String.join("", parts) + '"');
        Arbitrary<String> leaf =
                Arbitraries.oneOf(quoted, Arbitraries.of("0", "-1", "1.30", "2e5", "1E-3", "true", "false", "null"));
        return Arbitraries.recursive(() -> leaf, value -> container(value, quoted), 0, 3);
    }

    private static Arbitrary<String> container(Arbitrary<String> value, Arbitrary<String> quoted) {
        Arbitrary<String> list = value.list().ofMaxSize(4).map(items -> "[" + String.join(",  ", items) + "]");
        Arbitrary<String> object = Arbitraries.maps(quoted.map(SourceReaderPropertyTest::canonical), value)
                .ofMaxSize(4)
                .map(entries -> entries.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining(",\n ", "{", "}")));
        return Arbitraries.oneOf(list, object);
    }

    /** Leaves one spelling of a text, so that different keys stay different. */
    private static String canonical(String quoted) {
        return quoted.replace("\\u0041", "A");
    }

    @Property(tries = 500, seed = "20261102")
    void jsonReadAsYamlGivesTheSameTreeAtTheSamePlaces(@ForAll("jsonTexts") String text) {
        ReadResult json = Trees.json(text);
        ReadResult yaml = Trees.yaml(text);
        assertThat(json.findings()).isEmpty();
        assertThat(Trees.shapes(yaml)).isEqualTo(Trees.shapes(json));
        assertThat(Trees.places(text, yaml)).isEqualTo(Trees.places(text, json));
        Trees.nodes(json).forEach(node -> assertConsistent(text, node.range()));
    }

    /** The engine for YAML 1.2 is the oracle; it reads a first document, without aliases and tags, to texts. */
    @Property(tries = 2000, seed = "20261103")
    void textsAgreeWithAnotherReader(@ForAll("texts") String text) {
        // Readers differ in whether a block text that ends the file without a line break has one.
        ReadResult result = Trees.yaml(text.endsWith("\n") ? text : text + "\n");
        if (result.documents().isEmpty() || !result.findings().isEmpty() || text.contains("&a") || text.contains("!")) {
            return;
        }
        List<String> expected = new ArrayList<>();
        try {
            for (Event event :
                    new Parse(LoadSettings.builder().build()).parseString(text.endsWith("\n") ? text : text + "\n")) {
                if (event instanceof ScalarEvent scalar) {
                    expected.add(scalar.getValue());
                }
            }
        } catch (YamlEngineException e) {
            // What only the other reader refuses is no business of this property.
            return;
        }
        List<String> texts = new ArrayList<>();
        for (SourceNode node : Trees.nodes(result)) {
            if (node instanceof SourceScalar scalar) {
                texts.add(scalar.text());
            }
        }
        assertThat(texts).isEqualTo(expected);
    }

    @Property(tries = 1000, seed = "20261104")
    void anyBytesGiveDocumentsOrFindings(@ForAll byte[] bytes) {
        ReadResult result = SourceReader.read(new SourceText("a.yaml", bytes), Limits.defaults());
        assertThat(result.documents().size() + result.findings().size()).isPositive();
    }

    @Property(tries = 2000, seed = "20261105")
    void everyPlaceAgreesWithTheText(@ForAll("texts") String text) {
        for (SourceNode node : Trees.nodes(Trees.yaml(text))) {
            assertConsistent(text, node.range());
        }
    }

    @Property(tries = 2000, seed = "20261106")
    void aScalarReadAloneIsTheSame(@ForAll("texts") String text) {
        String seen = withoutMark(text);
        for (SourceNode node : Trees.nodes(Trees.yaml(text))) {
            if (node instanceof SourceScalar scalar) {
                String own = Trees.at(seen, scalar.range());
                if (scalar.plain()) {
                    // Folding joins lines, and a tag or a key's place may have made text of it.
                    assertThat(own.replaceAll("[ \t]*[\r\n]+[ \t]*", " ").replaceAll(" +", " "))
                            .isEqualTo(scalar.text().replace('\n', ' ').replaceAll(" +", " "));
                } else if (own.startsWith("'") || own.startsWith("\"")) {
                    SourceScalar again =
                            (SourceScalar) Trees.yaml(own).documents().get(0).root();
                    assertThat(again.text()).isEqualTo(scalar.text());
                } else {
                    assertThat(own).matches("(?s)[|>].*");
                }
            }
        }
    }

    private static void assertOurWords(String text) {
        assertThat(text).doesNotContain("while ", "could not find", "not allowed here", "org.yaml", "Jackson", "token");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void assertConsistent(String text, Range range) {
        assertConsistent(text, range.start());
        assertConsistent(text, range.end());
    }

    /** Counts lines and columns from the start of the text, the slow way. */
    private static void assertConsistent(String text, Position position) {
        String before = withoutMark(text).substring(0, position.offset());
        String whole = withoutMark(text);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < before.length(); i++) {
            boolean carriage = before.charAt(i) == '\r' && !whole.startsWith("\n", i + 1);
            if (before.charAt(i) == '\n' || carriage) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = 1 + before.codePointCount(lineStart, before.length());
        assertThat(position).isEqualTo(new Position(line, column, position.offset()));
    }
}
