// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.farstead.compiler.emit.tree.MarkdownBlock;
import dev.farstead.compiler.emit.tree.MarkdownBlock.Code;
import dev.farstead.compiler.emit.tree.MarkdownBlock.Heading;
import dev.farstead.compiler.emit.tree.MarkdownBlock.Items;
import dev.farstead.compiler.emit.tree.MarkdownBlock.Paragraph;
import dev.farstead.compiler.emit.tree.MarkdownBlock.Table;
import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.model.origin.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownWriterTest {
    private static String paragraph(Prose prose) {
        return MarkdownWriter.write(List.of(new Paragraph(prose, Trees.ORIGIN))).text();
    }

    @Test
    void a_document_of_all_blocks_has_one_blank_line_between_them_and_origins_on_all_lines() {
        List<MarkdownBlock> blocks = List.of(
                new Heading(1, Prose.of("Store ", "store-0412"), Trees.origin("h")),
                new Paragraph(Prose.of("Boot each host from the stick."), Trees.origin("p")),
                new Items(true, List.of(Prose.of("Plug in ", "enp1s0"), Prose.of("Wait")), Trees.origin("i")),
                new Code("sh", "ping -c 1 10.0.0.1\n\necho `id`", Trees.origin("c")),
                new Table(
                        List.of(Prose.of("Host"), Prose.of("Address")),
                        List.of(List.of(Prose.of("", "till-1"), Prose.of("", "10.0.0.1"))),
                        Trees.origin("t")));
        WrittenText written = MarkdownWriter.write(blocks);
        assertThat(written.text()).isEqualTo("""
                        # Store `store-0412`

                        Boot each host from the stick.

                        1. Plug in `enp1s0`
                        2. Wait

                        ```sh
                        ping -c 1 10.0.0.1

                        echo `id`
                        ```

                        | Host | Address |
                        | --- | --- |
                        | `till-1` | `10.0.0.1` |
                        """);
        assertThat(written.lines())
                .extracting(origin -> ((Origin.Default) origin).reason())
                .containsExactly("h", "h", "p", "p", "i", "i", "i", "c", "c", "c", "c", "c", "c", "t", "t", "t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            value = {
                "a|b => a\\|b",
                "`a` => \\`a\\`",
                "<script>alert(1)</script> => \\<script\\>alert(1)\\</script\\>",
                "&lt;a => \\&lt;a",
                "*a* _b_ ~c~ $d$ => \\*a\\* \\_b\\_ \\~c\\~ \\$d\\$",
                "[a](b) ![c](d) => \\[a\\](b) !\\[c\\](d)",
                "a\\ => a\\\\",
                "# a # => \\# a \\#",
                "- a => \\- a",
                "+ a => \\+ a",
                "= => \\=",
                "--- => \\---",
                "1. a 2. b => 1\\. a 2. b",
                "12) a => 12\\) a",
                "a - b + c = d. => a - b + c = d.",
                "http://a.b www.c.d => http\\://a.b www\\.c.d",
            })
    void text_is_escaped_where_it_would_act_as_markup(String text, String written) {
        assertThat(paragraph(Prose.of(text))).isEqualTo(written + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            value = {
                "a => `a`",
                "a`b => ``a`b``",
                "` => `` ` ``",
                "a``b` => ``` a``b` ```",
                "<b>|\\ => `<b>|\\`",
                "^ a ^ => `  a  `",
            })
    void code_stands_in_a_fence_longer_than_any_inside(String text, String written) {
        assertThat(paragraph(Prose.of("", text))).isEqualTo(written + "\n");
    }

    @Test
    void breaks_and_hidden_characters_in_a_line_become_blanks() {
        assertThat(paragraph(Prose.of("a\n# b\r\n\u2028c\u202Ed ", "e\nf", "\n")))
                .isEqualTo("a \\# b   c d `e f`\n");
        assertThat(paragraph(Prose.of("    a  "))).isEqualTo("a\n");
    }

    @Test
    void two_pieces_of_code_never_share_a_fence() {
        Prose prose = new Prose(List.of(new Prose.Span("a", true), new Prose.Span("b", true)));
        assertThat(paragraph(prose)).isEqualTo("`a` `b`\n");
    }

    @Test
    void a_bar_in_a_cell_makes_no_column() {
        Table table =
                new Table(List.of(Prose.of("a|b")), List.of(List.of(Prose.of("", "c|\\|d", "\ne"))), Trees.ORIGIN);
        assertThat(MarkdownWriter.write(List.of(table)).text()).isEqualTo("| a\\|b |\n| --- |\n| c\\|\\\\\\|d e |\n");
    }

    @Test
    void code_cannot_close_its_fence_or_hide_anything() {
        Code code = new Code("sh`\n", "```\n# out\n````\n\u001B[8m\r\n\techo\n", Trees.ORIGIN);
        assertThat(MarkdownWriter.write(List.of(code)).text())
                .isEqualTo("`````sh\n```\n# out\n````\n\uFFFD[8m\uFFFD\n\techo\n`````\n");
    }

    @Test
    void lists_in_a_row_stay_apart() {
        Items list = new Items(false, List.of(Prose.of("a")), Trees.ORIGIN);
        Items steps = new Items(true, List.of(Prose.of("b")), Trees.ORIGIN);
        assertThat(MarkdownWriter.write(List.of(list, list, list, steps, steps)).text())
                .isEqualTo("- a\n\n* a\n\n- a\n\n1. b\n\n1) b\n");
    }

    @Test
    void a_row_is_as_long_as_its_header_and_a_heading_has_a_level_from_1_to_4() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(List.of(Prose.of("a")), List.of(List.of()), Trees.ORIGIN));
        for (int level : List.of(0, 5)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Heading(level, Prose.of("a"), Trees.ORIGIN));
        }
    }

    static Stream<String> hostile() {
        return HostileStrings.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_name_changes_the_shape_of_no_document(String name) {
        Prose text = Prose.of(name);
        Prose code = Prose.of("", name);
        List<MarkdownBlock> blocks = List.of(
                new Heading(2, text, Trees.ORIGIN),
                new Paragraph(text, Trees.ORIGIN),
                new Paragraph(code, Trees.ORIGIN),
                new Items(false, List.of(text, code), Trees.ORIGIN),
                new Table(List.of(text, code), List.of(List.of(code, text)), Trees.ORIGIN));
        WrittenText written = MarkdownWriter.write(blocks);
        List<String> lines = written.text().lines().toList();
        assertThat(lines).hasSize(12).hasSameSizeAs(written.lines());
        assertThat(lines.get(0)).startsWith("## ");
        assertThat(lines.get(6)).startsWith("- ");
        assertThat(lines.get(10)).isEqualTo("| --- | --- |");
        for (String row : List.of(lines.get(9), lines.get(11))) {
            assertThat(bars(row)).isEqualTo(3);
        }
    }

    /** Counts the bars that divide cells, by the rule of GitHub: a backslash takes the next sign with it. */
    private static int bars(String row) {
        int bars = 0;
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) == '\\') {
                i++;
            } else if (row.charAt(i) == '|') {
                bars++;
            }
        }
        return bars;
    }
}
