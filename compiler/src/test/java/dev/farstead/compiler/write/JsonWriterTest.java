// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputSecret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static String json(OutputNode tree) {
        return JsonWriter.write(tree, SecretText.reference()).text();
    }

    @Test
    void a_document_is_written_in_the_order_of_its_tree_without_comments() {
        OutputMap tree = OutputMap.builder(Trees.origin("root"))
                .put("b", new OutputInteger(-5, Trees.origin("five")), "not in JSON")
                .put(
                        "a",
                        Trees.list(
                                new OutputBoolean(true, Trees.ORIGIN), Trees.list(), Trees.map("k", Trees.text("v"))))
                .put("secret", new OutputSecret("", "name", Trees.ORIGIN))
                .put("embedded", Trees.embedded(Trees.map("x", Trees.text("yes"))))
                .put("empty", OutputMap.builder(Trees.ORIGIN).build())
                .build();
        WrittenText written = JsonWriter.write(tree, SecretText.reference());
        assertThat(written.text()).isEqualTo("""
                        {
                          "b": -5,
                          "a": [
                            true,
                            [],
                            {
                              "k": "v"
                            }
                          ],
                          "secret": "secret:name",
                          "embedded": "x: \\"yes\\"\\n",
                          "empty": {}
                        }
                        """);
        assertThat(written.lines()).hasSize(13);
        assertThat(written.lines().get(0)).isEqualTo(Trees.origin("root"));
        assertThat(written.lines().get(1)).isEqualTo(Trees.origin("five"));
        assertThat(written.lines().get(12)).isEqualTo(Trees.origin("root"));
    }

    static Stream<String> hostile() {
        return HostileStrings.all().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_string_survives_as_key_and_value(String text) throws JsonProcessingException {
        OutputNode tree = Trees.map(text, Trees.list(Trees.text(text)));
        String json = json(tree);
        assertThat(MAPPER.readValue(json, Object.class)).isEqualTo(Trees.value(tree));
        assertThat(json).doesNotContain("\\ud", "\r", "\t");
    }

    @Test
    void only_what_json_demands_is_escaped() {
        assertThat(json(Trees.text("\"\\/\b\f\n\r\t\u0001\u007F\u2028\u00E9\uD83D\uDE00<")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007F\u2028\u00E9\uD83D\uDE00<\"\n");
    }
}
