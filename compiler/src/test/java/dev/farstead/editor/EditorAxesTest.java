// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.source.SourceText;
import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.EditorSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the editor schema refuses of the combinations within one document is what the axis table refuses, code for code, over all of them: each
 * key with each of its values, and left out where it may be.
 */
class EditorAxesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Stands for a key that is left out. */
    private static final String UNWRITTEN = "";

    private final AxisTable table = Catalogue.bundled().axes();
    private final AxisConditions conditions = EditorSchemaText.conditions();
    private final JsonNode schema = EditorTexts.json(EditorSchema.text().text());
    private final Schema validator =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);

    private long combinations;
    private long refused;

    @Test
    void everyCombinationOfTheAxesThatConstrainEachOtherIsJudgedAlike() {
        everyCombinationIsJudgedAlike(named());
        assertThat(refused).isPositive().isLessThan(combinations);
        EditorFigures.hold(conditions.within("Profile").size(), combinations, refused);
    }

    /** Returns the axes that a constraint within a profile names; the values of the others take turns. */
    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (AxisConstraint constraint : conditions.within("Profile")) {
            named.addAll(constraint.when().keySet());
            named.addAll(constraint.then().keySet());
        }
        return named;
    }

    private void everyCombinationIsJudgedAlike(Set<String> free) {
        List<Axis> axes = table.axes().stream()
                .filter(axis -> axis.kind().equals("Profile"))
                .toList();
        visit(axes, free, new LinkedHashMap<>(), written -> {
            combinations++;
            Set<String> byTable = judge(written);
            refused += byTable.isEmpty() ? 0 : 1;
            Set<String> byEditor = byEditor(document(written));
            if (!byEditor.equals(byTable)) {
                assertThat(byEditor).as(written.toString()).isEqualTo(byTable);
            }
        });
    }

    private void visit(
            List<Axis> left, Set<String> free, Map<String, String> written, Consumer<Map<String, String>> visitor) {
        if (left.isEmpty()) {
            visitor.accept(written);
            return;
        }
        Axis axis = left.get(0);
        List<String> texts = new ArrayList<>(axis.written());
        if (conditions.absent(axis.name(), Map.of()).isPresent()) {
            texts.add(UNWRITTEN);
        }
        // What no constraint names changes nothing, so its values take turns.
        int turn = (int) (combinations % texts.size());
        for (String text : free.contains(axis.name()) ? texts : texts.subList(turn, turn + 1)) {
            written.put(axis.name(), text);
            visit(left.subList(1, left.size()), free, written, visitor);
        }
        written.remove(axis.name());
    }

    /** Returns the codes that the axis table gives, with what keys mean that are left out. */
    private Set<String> judge(Map<String, String> written) {
        Map<String, String> chosen = new LinkedHashMap<>(written);
        written.forEach((axis, text) -> {
            if (text.equals(UNWRITTEN)) {
                chosen.put(axis, conditions.absent(axis, written).orElseThrow());
            }
        });
        return conditions.within("Profile").stream()
                .filter(constraint -> !constraint.broken(chosen).isEmpty())
                .map(AxisConstraint::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> byEditor(JsonNode document) {
        return validator.validate(document).stream()
                .map(error -> code(error.getSchemaLocation().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds the code beside the part of the schema that speaks; the whole text of a fault for one of the structure. */
    private String code(String location) {
        JsonNode at = schema;
        String code = location;
        for (String step : location.substring(location.indexOf('#') + 1).split("/", -1)) {
            if (!step.isEmpty()) {
                at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step.replace("~1", "/"));
                code = at.has("$comment") ? at.path("$comment").asText() : code;
            }
        }
        return code;
    }

    private ObjectNode document(Map<String, String> written) {
        ObjectNode spec = JSON.objectNode();
        written.forEach((axis, text) -> {
            if (!text.equals(UNWRITTEN)) {
                put(spec, table.axis(axis).orElseThrow().path(), text);
            }
        });
        with(spec, "os").put("version", "22.04");
        with(spec, "network").put("podCidr", "100.64.0.0/18").put("serviceCidr", "100.64.64.0/18");
        if (spec.has("storage")) {
            with(with(spec, "storage"), "csi").put("version", "1.14.0");
        }
        with(spec, "image")
                .put("registry", "registry.example.com/edge")
                .put("repository", "edge")
                .put("customTag", "any");
        ObjectNode machine =
                with(with(spec, "hostClasses"), "box").put("cores", 8).put("memory", "32Gi");
        machine.putArray("disks")
                .addObject()
                .put("device", "/dev/sda")
                .put("size", "480Gi")
                .put("type", "ssd")
                .put("use", "install");
        ObjectNode document =
                JSON.objectNode().put("apiVersion", "farstead/v1alpha1").put("kind", "Profile");
        document.putObject("metadata").put("name", "any");
        document.set("spec", spec);
        return document;
    }

    private static void put(ObjectNode spec, String path, String text) {
        String[] steps = path.replace("*", "box").split("\\.", -1);
        ObjectNode owner = spec;
        for (int i = 1; i < steps.length - 1; i++) {
            owner = with(owner, steps[i]);
        }
        String last = steps[steps.length - 1];
        switch (text) {
            case "present" -> owner.putObject(last).put("version", "4.5.15");
            case "true", "false" -> owner.put(last, text.equals("true"));
            default -> owner.put(last, text);
        }
    }

    private static ObjectNode with(ObjectNode owner, String key) {
        return owner.has(key) ? (ObjectNode) owner.path(key) : owner.putObject(key);
    }

    /** What a key means that is left out is what the compiler takes it for. */
    @Test
    void theCompilerJudgesKeysThatAreLeftOutAlike() {
        Set<String> codes =
                conditions.within("Profile").stream().map(AxisConstraint::code).collect(Collectors.toSet());
        Set<String> seen = new TreeSet<>();
        List<String> absentable = List.of("agent", "os.distribution", "os.hardening", "fips");
        Stream<Map<String, String>> bases = Stream.of("pxk-e-fips", "pxk-e", "k3s", "rke2")
                .flatMap(flavor -> Stream.of("ubuntu", "opensuse", "byoos").map(family -> base(flavor, family)));
        bases.forEach(base -> {
            for (int mask = 0; mask < 1 << absentable.size(); mask++) {
                Map<String, String> written = new LinkedHashMap<>(base);
                for (int i = 0; i < absentable.size(); i++) {
                    if ((mask >> i & 1) == 1) {
                        written.put(absentable.get(i), UNWRITTEN);
                    }
                }
                JsonNode document = document(written);
                Set<String> byCompiler = byCompiler(document, codes);
                assertThat(byEditor(document)).as(written.toString()).isEqualTo(byCompiler);
                seen.addAll(byCompiler);
            }
        });
        assertThat(seen).contains("FIPS-001", "FIPS-002", "FIPS-010", "OS-020");
    }

    private static Map<String, String> base(String flavor, String family) {
        Map<String, String> base = new LinkedHashMap<>();
        base.put("mode", "connected");
        base.put("agent", "present");
        base.put("os.family", family);
        base.put("os.distribution", "rhel");
        base.put("os.hardening", "cis");
        base.put("kubernetes.flavor", flavor);
        base.put("kubernetes.minor", "1.28");
        base.put("kubernetes.hardening", "cis");
        base.put("fips", flavor.startsWith("pxk") ? "false" : "true");
        base.put("image.format", "iso");
        base.put("arch", "amd64");
        base.put("platform", "kvm");
        base.put("cni", "flannel");
        base.put("csi", "rook-ceph");
        return base;
    }

    private static Set<String> byCompiler(JsonNode document, Set<String> codes) {
        Input input = Input.builder()
                .addSources(new SourceText("profile.json", document.toString().getBytes(StandardCharsets.UTF_8)))
                .build();
        return Farstead.create().check(input).findings().stream()
                .map(finding -> finding.code())
                .filter(codes::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
