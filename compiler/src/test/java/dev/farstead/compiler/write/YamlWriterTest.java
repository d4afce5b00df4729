// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlWriterTest {
    /** Each line as {@code origin| text}, so that form and origin stand side by side. */
    private static String lines(WrittenText written) {
        StringBuilder lines = new StringBuilder();
        List<String> texts = written.text().lines().toList();
        assertThat(written.lines()).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            String origin = ((Origin.Default) written.lines().get(i)).reason();
            lines.append((origin + "| " + texts.get(i)).stripTrailing()).append('\n');
        }
        return lines.toString();
    }

    @Test
    void a_document_with_every_kind_of_node_is_written_in_one_form_and_knows_its_origins() {
        OutputMap cluster = OutputMap.builder(Trees.origin("config"))
                .put("write-kubeconfig-mode", new OutputText("0600", Trees.origin("mode")))
                .put(
                        "disable",
                        new OutputList(
                                List.of(
                                        new OutputText("servicelb", Trees.origin("lb")),
                                        new OutputText("traefik", Trees.origin("tr"))),
                                Trees.origin("disable")),
                        "both come\nwith a pack")
                .build();
        OutputMap file = OutputMap.builder(Trees.origin("file"))
                .put("path", new OutputText("/etc/motd", Trees.origin("path")))
                .put("permissions", new OutputInteger(420, Trees.origin("perm")))
                .put("content", new OutputText("Store 412\n\n  welcome\n", Trees.origin("motd")))
                .build();
        OutputMap tree = OutputMap.builder(Trees.origin("root"))
                .put(
                        "stylus",
                        OutputMap.builder(Trees.origin("stylus"))
                                .put("token", new OutputSecret("store", "registration-token", Trees.origin("token")))
                                .put("debug", new OutputBoolean(false, Trees.origin("debug")))
                                .put("tags", new OutputMap(List.of(), Trees.origin("tags")))
                                .put("zip-code", new OutputText("01234", Trees.origin("zip")))
                                .build())
                .put(
                        "stages",
                        OutputMap.builder(Trees.origin("stages"))
                                .put(
                                        "initramfs",
                                        new OutputList(
                                                List.of(OutputMap.builder(Trees.origin("step"))
                                                        .put(
                                                                "files",
                                                                new OutputList(List.of(file), Trees.origin("files")),
                                                                "shown before login")
                                                        .put("if", new OutputText("[ -f /run/x ]", Trees.origin("if")))
                                                        .put(
                                                                "commands",
                                                                new OutputList(List.of(), Trees.origin("none")))
                                                        .build()),
                                                Trees.origin("initramfs")))
                                .build(),
                        "run by the stage engine")
                .put("cluster.config", new OutputEmbedded(cluster, Trees.origin("embedded")))
                .put("no", new OutputText("last\nline", Trees.origin("end")))
                .build();

        WrittenText written = YamlWriter.write(Optional.of("#cloud-config"), tree, SecretText.reference());

        assertThat(lines(written)).isEqualTo("""
                        root| #cloud-config
                        stylus| stylus:
                        token|   token: "secret:registration-token"
                        debug|   debug: false
                        tags|   tags: {}
                        zip|   zip-code: "01234"
                        stages| # run by the stage engine
                        stages| stages:
                        initramfs|   initramfs:
                        files|     # shown before login
                        files|     - files:
                        path|         - path: /etc/motd
                        perm|           permissions: 420
                        motd|           content: |
                        motd|             Store 412
                        motd|
                        motd|               welcome
                        if|       if: "[ -f /run/x ]"
                        none|       commands: []
                        embedded| cluster.config: |
                        mode|   write-kubeconfig-mode: "0600"
                        disable|   # both come with a pack
                        disable|   disable:
                        lb|     - servicelb
                        tr|     - traefik
                        end| "no": |-
                        end|   last
                        end|   line
                        """);
    }

    @Test
    void lists_in_lists_share_lines_and_keep_the_comment_of_a_first_entry_above_all_dashes() {
        OutputMap commented = OutputMap.builder(Trees.ORIGIN)
                .put("a", Trees.text("b"), "first")
                .put("c", Trees.text("d"), "second")
                .build();
        assertThat(Trees.yaml(Trees.list(Trees.list(commented, Trees.list()), Trees.text("f"))))
                .isEqualTo("""
                        # first
                        - - a: b
                            # second
                            c: d
                          - []
                        - f
                        """);
    }

    @Test
    void a_comment_stays_on_its_line_whatever_it_holds() {
        OutputMap map = OutputMap.builder(Trees.ORIGIN)
                .put("a", Trees.text("b"), " x\r\ny:\u2028z\t: \u0085 ")
                .put("c", Trees.text("d"), "")
                .build();
        assertThat(Trees.yaml(map)).isEqualTo("# x y: z :\na: b\n#\nc: d\n");
    }

    @Test
    void a_key_too_long_for_its_line_stands_behind_a_question_mark() {
        String key = "k".repeat(1001);
        String text = Trees.yaml(Trees.list(Trees.map(key, Trees.map("a", Trees.text("b")))));
        assertThat(text).isEqualTo("- ? " + key + "\n  :\n    a: b\n");
        YamlReaders.ALL.forEach((name, reader) ->
                assertThat(reader.apply(text)).as(name).isEqualTo(List.of(Map.of(key, Map.of("a", "b")))));
    }

    @Test
    void templates_are_carried_exactly() {
        assertThat(Trees.yaml(Trees.map("image", Trees.text("{{ .spectro.system.uid }}"))))
                .isEqualTo("image: \"{{ .spectro.system.uid }}\"\n");
    }

    @Test
    void a_secret_stands_on_one_line_so_that_no_line_moves_when_it_is_given() {
        OutputSecret secret = new OutputSecret("", "pem", Trees.ORIGIN);
        OutputMap tree = OutputMap.builder(Trees.ORIGIN)
                .put("key", secret)
                .put("embedded", new OutputEmbedded(Trees.list(secret), Trees.ORIGIN))
                .build();
        assertThat(YamlWriter.write(Optional.empty(), tree, any -> "a\n\tb ").text())
                .isEqualTo("""
                        key: "a\\n\\x09b "
                        embedded: |
                          - "a\\n\\x09b "
                        """);
    }

    @Test
    void a_header_is_one_comment_line() {
        for (String header : List.of("cloud-config", "", "#a\nb", "#a\rb")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> YamlWriter.write(Optional.of(header), Trees.text("a"), SecretText.reference()));
        }
    }

    @Test
    void a_document_of_some_kilobytes_reads_back_equal() {
        List<OutputNode> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(OutputMap.builder(Trees.ORIGIN)
                    .put("name", Trees.text("host-" + i))
                    .put("address", Trees.text("10.0.0." + i))
                    .put("script", Trees.text("set -eu\necho " + i + "\n"))
                    .build());
        }
        OutputList tree = new OutputList(items, Trees.ORIGIN);
        YamlReaders.ALL.forEach((name, reader) ->
                assertThat(reader.apply(Trees.yaml(tree))).as(name).isEqualTo(Trees.value(tree)));
    }
}
