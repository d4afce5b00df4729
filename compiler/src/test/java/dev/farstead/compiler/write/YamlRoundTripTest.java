// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the writer writes means the same to readers of YAML 1.1 and 1.2. */
class YamlRoundTripTest {
    static Stream<String> hostile() {
        return HostileStrings.all().stream();
    }

    @Test
    void the_list_of_hostile_strings_is_long() {
        assertThat(HostileStrings.all()).hasSizeGreaterThan(330).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_string_survives_in_every_place(String text) {
        OutputNode leaf = Trees.text(text);
        OutputNode document = OutputMap.builder(Trees.ORIGIN)
                .put("value", leaf)
                .put("items", Trees.list(leaf, Trees.list(leaf, leaf), Trees.map("inItem", leaf)))
                .put("nested", Trees.map("deeper", Trees.map("deepest", leaf)))
                .put("key", Trees.map(text, leaf))
                .put("keyOfMap", Trees.map(text, Trees.map(text, Trees.list(leaf))))
                .put("keyInItem", Trees.list(Trees.map(text, leaf), Trees.map(text, Trees.list(leaf))))
                .put("embedded", Trees.embedded(Trees.map(text, Trees.list(leaf, leaf))))
                .put("embeddedScalar", Trees.embedded(leaf))
                .put("embeddedTwice", Trees.embedded(Trees.map("inner", Trees.embedded(Trees.map(text, leaf)))))
                .put("end", Trees.list(Trees.embedded(leaf), leaf))
                .build();
        check(document);
        check(leaf);
        check(Trees.list(leaf, Trees.map("last", leaf)));
        check(Trees.map(text, leaf));
        check(Trees.embedded(Trees.list(leaf)));
    }

    private static void check(OutputNode tree) {
        String text = Trees.yaml(tree);
        YamlReaders.ALL.forEach((name, reader) -> {
            Object read = reader.apply(text);
            assertThat(read).as(name).isEqualTo(Trees.value(tree));
            assertThat(Trees.yaml(Trees.tree(read)))
                    .as("written again after " + name)
                    .isEqualTo(text);
        });
        YamlText.assertClean(text);
    }

    @Test
    void texts_that_no_reader_types_stand_plain() {
        for (String text : List.of(
                "a",
                "v4.4.12",
                "/dev/sda",
                "_x",
                "250m",
                "5s",
                "1Gi",
                ".git",
                "a b",
                "a:b",
                "registry.example:5000/a",
                "k=v")) {
            assertThat(Trees.yaml(Trees.text(text))).isEqualTo(text + "\n");
        }
    }

    @Test
    void texts_that_some_reader_types_stand_in_quotes() {
        for (String text : List.of(
                "y",
                "No",
                "ON",
                "null",
                "NaN",
                "nil",
                "0644",
                "1.30",
                "10.0.0.1",
                "e1",
                "_1",
                "22:30",
                "2001-01-01",
                "<<",
                "=",
                "~",
                "0x1F",
                "1e3",
                "12d",
                "a:",
                "")) {
            assertThat(Trees.yaml(Trees.text(text))).isEqualTo("\"" + text + "\"\n");
        }
    }

    @Test
    void characters_that_readers_lose_are_escaped_and_astral_ones_are_not() {
        assertThat(Trees.yaml(Trees.text("\0\t\r\n\u007F\u0085\u00A0\u2028\uFEFF\uD83D\uDE00\u00E9")))
                .isEqualTo("\"\\x00\\x09\\x0D\\n\\x7F\\x85\\u00A0\\u2028\\uFEFF\uD83D\uDE00\u00E9\"\n");
    }
}
