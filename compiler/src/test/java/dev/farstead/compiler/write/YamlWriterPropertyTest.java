// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputEntry;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class YamlWriterPropertyTest {
    @Property(tries = 1500, seed = "20261101", edgeCases = EdgeCasesMode.NONE)
    void any_tree_reads_back_equal_and_writes_to_the_same_bytes(@ForAll("trees") OutputNode tree) {
        String text = Trees.yaml(tree);
        YamlText.assertClean(text);
        YamlReaders.ALL.forEach((name, reader) -> {
            Object read = reader.apply(text);
            assertThat(read).as(name).isEqualTo(Trees.value(tree));
            assertThat(Trees.yaml(Trees.tree(read)))
                    .as("written again after " + name)
                    .isEqualTo(text);
        });
    }

    @Property(tries = 500, seed = "20261102", edgeCases = EdgeCasesMode.NONE)
    void comments_change_no_value_and_every_line_has_an_origin(
            @ForAll("trees") OutputNode tree, @ForAll("texts") String comment) {
        OutputNode commented = comment(tree, comment);
        WrittenText written = YamlWriter.write(Optional.of("#cloud-config"), commented, SecretText.reference());
        YamlText.assertClean(written.text());
        assertThat(written.lines())
                .hasSize((int) written.text().chars().filter(c -> c == '\n').count());
        if (!hasEmbedded(tree)) {
            YamlReaders.ALL.forEach((name, reader) ->
                    assertThat(reader.apply(written.text())).as(name).isEqualTo(Trees.value(tree)));
        }
    }

    private static OutputNode comment(OutputNode node, String comment) {
        if (node instanceof OutputMap map) {
            return new OutputMap(
                    map.entries().stream()
                            .map(entry ->
                                    new OutputEntry(entry.key(), comment(entry.value(), comment), Optional.of(comment)))
                            .toList(),
                    map.origin());
        } else if (node instanceof OutputList list) {
            return new OutputList(
                    list.items().stream().map(item -> comment(item, comment)).toList(), list.origin());
        } else if (node instanceof OutputEmbedded embedded) {
            return new OutputEmbedded(comment(embedded.tree(), comment), embedded.origin());
        }
        return node;
    }

    private static boolean hasEmbedded(OutputNode node) {
        if (node instanceof OutputMap map) {
            return map.entries().stream().anyMatch(entry -> hasEmbedded(entry.value()));
        } else if (node instanceof OutputList list) {
            return list.items().stream().anyMatch(YamlWriterPropertyTest::hasEmbedded);
        }
        return node instanceof OutputEmbedded;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars("abenoyxtz019 _-.:#,/\\\"'|>{}[]&*!%@`~=<+$?\n\n\n\t\r\u0000\u0085\u00A0\u2028\uFEFF\u00E9")
                .ofMaxLength(12);
        Arbitrary<String> lines = Arbitraries.strings().withChars("ab -:#\n").ofMaxLength(20);
        return Arbitraries.oneOf(nasty, lines, Arbitraries.of(HostileStrings.all()));
    }

    @Provide
    Arbitrary<OutputNode> trees() {
        return trees(3);
    }

    private Arbitrary<OutputNode> trees(int depth) {
        Arbitrary<OutputNode> leaves = Arbitraries.frequencyOf(
                Tuple.of(6, texts().map(Trees::text)),
                Tuple.of(1, Arbitraries.longs().map(value -> new OutputInteger(value, Trees.ORIGIN))),
                Tuple.of(1, Arbitraries.of(true, false).map(value -> new OutputBoolean(value, Trees.ORIGIN))));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<OutputNode> inner = trees(depth - 1);
        Arbitrary<OutputNode> lists = inner.list().ofMaxSize(3).map(items -> new OutputList(items, Trees.ORIGIN));
        Arbitrary<OutputNode> maps =
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(YamlWriterPropertyTest::map);
        Arbitrary<OutputNode> embedded = inner.map(Trees::embedded);
        return Arbitraries.oneOf(leaves, lists, maps, embedded);
    }

    private static OutputNode map(Map<String, OutputNode> members) {
        List<OutputEntry> entries = new ArrayList<>();
        members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> entries.add(new OutputEntry(member.getKey(), member.getValue(), Optional.empty())));
        return new OutputMap(entries, Trees.ORIGIN);
    }
}
