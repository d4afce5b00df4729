// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.origin.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list that is written part by part reads, and comes from, what it would as a whole. */
class JsonListWriterTest {
    private static Origin origin(String reason) {
        return new Origin.Default(reason);
    }

    private static OutputNode item(int number) {
        OutputNode value = new OutputInteger(number, origin("value " + number));
        return number % 3 == 0
                ? value
                : OutputMap.builder(origin("item " + number))
                        .put("number", value)
                        .put("text", new OutputText("]\n}", origin("text " + number)))
                        .build();
    }

    private static OutputMap.Builder head() {
        return OutputMap.builder(origin("document"))
                .put("first", new OutputText("}\n", origin("first")))
                .put(
                        "second",
                        OutputMap.builder(origin("second")).put("key", item(9)).build());
    }

    @Test
    void partsAreTheWholeHoweverItIsDivided() {
        List<OutputNode> items =
                IntStream.range(1, 8).mapToObj(JsonListWriterTest::item).toList();
        WrittenText whole = JsonWriter.write(
                head().put("items", new OutputList(items, origin("items")))
                        .put("more", new OutputList(items.subList(0, 1), origin("items")))
                        .build(),
                SecretText.reference());
        for (int size = 1; size <= items.size(); size++) {
            JsonListWriter writer = new JsonListWriter("index.json", origin("items"));
            List<WrittenPart> parts = new ArrayList<>(List.of(writer.begin(head().build()), writer.list("items")));
            for (int from = 0; from < items.size(); from += size) {
                parts.add(writer.add(JsonItems.of(items.subList(from, Math.min(items.size(), from + size)))));
            }
            parts.add(writer.endList());
            parts.add(writer.list("more"));
            parts.add(writer.add(JsonItems.of(items.subList(0, 1))));
            parts.add(writer.endList());
            parts.add(writer.end());

            StringBuilder text = new StringBuilder();
            List<Origin> origins = new ArrayList<>();
            for (WrittenPart part : parts) {
                text.append(new String(part.bytes(), StandardCharsets.UTF_8));
                origins.addAll(part.lineOrigins());
            }
            assertThat(text.toString()).isEqualTo(whole.text());
            assertThat(origins).hasSameSizeAs(whole.lines());
            // The line that closes the document comes from the list here: what stands last in it.
            assertThat(origins.subList(0, origins.size() - 1))
                    .isEqualTo(whole.lines().subList(0, origins.size() - 1));
        }
    }

    @Test
    void aListWithoutItemsIsAList() {
        JsonListWriter writer = new JsonListWriter("index.json", origin("items"));
        StringBuilder text = new StringBuilder();
        for (WrittenPart part :
                List.of(writer.begin(head().build()), writer.list("items"), writer.endList(), writer.end())) {
            text.append(new String(part.bytes(), StandardCharsets.UTF_8));
        }

        assertThat(text.toString()).endsWith(",\n  \"items\": [\n  ]\n}\n");
    }
}
