// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.farstead.schemas.StructureSchemas;
import dev.farstead.schemas.StructureSchemas.SchemaText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** But for combinations of axes, the editor schema takes what the structure schemas take: every key, with every kind of wrong value in its place. */
class EditorStructureTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path DOCUMENTS = Path.of("src/test/resources/dev/farstead/compiler/structure");
    private static final List<JsonNode> WRONG = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.numberNode(0),
            JSON.numberNode(7),
            JSON.textNode(""),
            JSON.textNode("Not & this"),
            JSON.arrayNode(),
            JSON.arrayNode().add("a").add("a"),
            JSON.objectNode(),
            JSON.objectNode().put("unknown", "a"));

    private final Schema editor = registry().getSchema(withoutAxes(new EditorSchemaText(EditorTexts.read()).schema()));
    private int refused;
    private int taken;

    private static SchemaRegistry registry() {
        Map<String, String> texts =
                StructureSchemas.all().stream().collect(Collectors.toMap(SchemaText::id, SchemaText::text));
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(texts).schemaLoader(loader -> loader.fetchRemoteResources(false)));
    }

    private static JsonNode withoutAxes(ObjectNode schema) {
        schema.path("allOf")
                .forEach(kind ->
                        ((ObjectNode) kind.path("then").path("properties").path("spec")).remove("allOf"));
        return schema;
    }

    @Test
    void everyKeyWithEveryKindOfValueIsJudgedAlike() {
        judge("every-key-profile.yaml", StructureSchemas.profile());
        judge("every-key-site.yaml", StructureSchemas.site());
        assertThat(taken).isGreaterThan(100);
        assertThat(refused).isGreaterThan(1000);
    }

    private void judge(String file, SchemaText text) {
        Schema structure = registry().getSchema(SchemaLocation.of(text.id()));
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Object read : yaml.loadAll(EditorTexts.text(DOCUMENTS.resolve(file)))) {
            judge(new ObjectMapper().valueToTree(read), structure);
        }
    }

    private void judge(JsonNode document, Schema structure) {
        assertThat(structure.validate(document)).isEmpty();
        variants(document, () -> {
            boolean fits = structure.validate(document).isEmpty();
            assertThat(editor.validate(document).isEmpty())
                    .as(() -> document.toString())
                    .isEqualTo(fits);
            taken += fits ? 1 : 0;
            refused += fits ? 0 : 1;
        });
    }

    /** Puts every wrong value in the place of every value once, and takes every value out once; the document is as it was at the end. */
    private static void variants(JsonNode owner, Runnable judge) {
        if (owner instanceof ObjectNode map) {
            List<String> keys = new ArrayList<>();
            map.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                JsonNode value = map.get(key);
                // What a document is says which schema it is held against.
                if (!key.equals("kind")) {
                    replaced(wrong -> map.set(key, wrong), value, judge);
                    map.remove(key);
                    judge.run();
                    map.set(key, value);
                }
                variants(value, judge);
            }
        } else if (owner instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                JsonNode value = list.get(i);
                int place = i;
                replaced(wrong -> list.set(place, wrong), value, judge);
                variants(value, judge);
            }
        }
    }

    private static void replaced(Consumer<JsonNode> put, JsonNode value, Runnable judge) {
        for (JsonNode wrong : WRONG) {
            put.accept(wrong);
            judge.run();
        }
        put.accept(value);
    }
}
