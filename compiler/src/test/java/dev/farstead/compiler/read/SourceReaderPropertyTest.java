// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.source.Limits;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.source.SourceText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 5000)
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

    @Property(tries = 1000)
    void anyBytesGiveDocumentsOrFindings(@ForAll byte[] bytes) {
        ReadResult result = SourceReader.read(new SourceText("a.yaml", bytes), Limits.defaults());
        assertThat(result.documents().size() + result.findings().size()).isPositive();
    }

    @Property(tries = 5000)
    void everyPlaceAgreesWithTheText(@ForAll("texts") String text) {
        for (SourceNode node : Trees.nodes(Trees.yaml(text))) {
            assertConsistent(text, node.range());
        }
    }

    @Property(tries = 5000)
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
