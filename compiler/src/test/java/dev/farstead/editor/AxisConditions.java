// SPDX-License-Identifier: Apache-2.0
package dev.farstead.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.farstead.model.finding.Severity;
import dev.farstead.schemas.Axis;
import dev.farstead.schemas.AxisConstraint;
import dev.farstead.schemas.AxisTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says as if/then what the axis table refuses within one document. Each part speaks where the compiler's finding points: at the value that is
 * excluded, at what lacks a key, or, for a value by default, at the value that excludes it. A value that no axis has is left to the structure.
 */
final class AxisConditions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SPEC = "spec.";

    private final AxisTable table;
    private final Map<String, List<Default>> defaults = new LinkedHashMap<>();

    /**
     * What a key that is absent means.
     *
     * @param when the values of other axes that it takes; empty for one that holds wherever no earlier one does
     * @param value the value
     */
    private record Default(Map<String, List<String>> when, String value) {}

    AxisConditions(AxisTable table, JsonNode defaults) {
        this.table = table;
        defaults.properties().forEach(axis -> {
            List<Default> found = new ArrayList<>();
            axis.getValue().forEach(entry -> {
                Map<String, List<String>> when = new LinkedHashMap<>();
                entry.path("when").properties().forEach(term -> when.put(term.getKey(), texts(term.getValue())));
                found.add(new Default(when, entry.path("value").asText()));
            });
            this.defaults.put(axis.getKey(), found);
        });
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Returns what an absent key means in a combination; empty where a key must be there. */
    Optional<String> absent(String axis, Map<String, String> combination) {
        Optional<String> marked = axis(axis).values().stream()
                .filter(Axis.Value::absent)
                .map(Axis.Value::text)
                .findFirst();
        return marked.or(() -> defaults.getOrDefault(axis, List.of()).stream()
                .filter(found -> found.when().entrySet().stream()
                        .allMatch(term -> term.getValue().contains(combination.get(term.getKey()))))
                .map(Default::value)
                .findFirst());
    }

    /** Returns the constraints that only ask for values of documents of a kind, and refuse. */
    List<AxisConstraint> within(String kind) {
        return table.constraints().stream()
                .filter(constraint -> constraint.severity() == Severity.ERROR)
                .filter(constraint ->
                        names(constraint).allMatch(name -> axis(name).kind().equals(kind)))
                .toList();
    }

    private static Stream<String> names(AxisConstraint constraint) {
        return Stream.concat(constraint.when().keySet().stream(), constraint.then().keySet().stream());
    }

    private Axis axis(String name) {
        return table.axis(name).orElseThrow();
    }

    /** Returns the parts for the {@code spec} of a kind. */
    ArrayNode of(String kind) {
        ArrayNode parts = JSON.arrayNode();
        for (AxisConstraint constraint : within(kind)) {
            constraint.then().forEach((axis, allowed) -> parts(constraint, axis(axis), allowed, parts));
        }
        return parts;
    }

    private void parts(AxisConstraint constraint, Axis axis, List<String> allowed, ArrayNode parts) {
        List<Axis.Value> bad = axis.values().stream()
                .filter(value -> !allowed.contains(value.text()))
                .toList();
        List<String> written = bad.stream()
                .filter(value -> !value.absent())
                .map(Axis.Value::text)
                .toList();
        String message = message(constraint, axis, allowed);
        if (!written.isEmpty()) {
            parts.add(part(constraint, when(constraint), at(axis, refuse(axis, written, message))));
        }
        if (bad.stream().anyMatch(Axis.Value::absent)) {
            parts.add(part(constraint, when(constraint), lacking(axis, message)));
        }
        for (Default byDefault : defaults.getOrDefault(axis.name(), List.of())) {
            // What calls for the constraint may itself rule the default out.
            Map.Entry<String, List<String>> cause = byDefault.when().isEmpty()
                    ? constraint.when().entrySet().iterator().next()
                    : byDefault.when().entrySet().iterator().next();
            if (written.contains(byDefault.value()) && isPossible(constraint, axis, byDefault)) {
                ArrayNode all = JSON.arrayNode();
                constraint.when().forEach((name, values) -> all.add(has(axis(name), values)));
                all.add(absent(axis, byDefault));
                parts.add(part(
                        constraint,
                        JSON.objectNode().set("allOf", all),
                        at(axis(cause.getKey()), refuse(axis(cause.getKey()), cause.getValue(), message))));
            }
        }
    }

    private boolean isPossible(AxisConstraint constraint, Axis axis, Default byDefault) {
        List<Default> ofAxis = defaults.getOrDefault(axis.name(), List.of());
        return ofAxis.subList(0, ofAxis.indexOf(byDefault)).stream()
                .noneMatch(earlier -> earlier.when().entrySet().stream()
                        .allMatch(term -> term.getValue()
                                .containsAll(constraint.when().getOrDefault(term.getKey(), List.of("?")))));
    }

    private static ObjectNode part(AxisConstraint constraint, JsonNode condition, JsonNode consequence) {
        ObjectNode part = JSON.objectNode().put("$comment", constraint.code());
        part.set("if", condition);
        part.set("then", consequence);
        return part;
    }

    private JsonNode when(AxisConstraint constraint) {
        List<JsonNode> terms = constraint.when().entrySet().stream()
                .map(term -> has(axis(term.getKey()), term.getValue()))
                .toList();
        return terms.size() == 1 ? terms.get(0) : JSON.objectNode().set("allOf", array(terms));
    }

    /** Returns what holds where an axis has one of some values, be it by default. */
    private JsonNode has(Axis axis, List<String> values) {
        List<String> written = axis.values().stream()
                .filter(value -> !value.absent() && values.contains(value.text()))
                .map(Axis.Value::text)
                .toList();
        List<JsonNode> ways = new ArrayList<>();
        if (!written.isEmpty()) {
            ways.add(nested(path(axis), written(axis, written), true));
        }
        if (axis.values().stream().anyMatch(value -> value.absent() && values.contains(value.text()))) {
            ways.add(not(present(axis)));
        }
        defaults.getOrDefault(axis.name(), List.of()).stream()
                .filter(byDefault -> values.contains(byDefault.value()))
                .map(byDefault -> absent(axis, byDefault))
                .forEach(ways::add);
        return ways.size() == 1 ? ways.get(0) : JSON.objectNode().set("anyOf", array(ways));
    }

    private JsonNode absent(Axis axis, Default byDefault) {
        List<Default> ofAxis = defaults.getOrDefault(axis.name(), List.of());
        ArrayNode all = JSON.arrayNode().add(not(present(axis)));
        byDefault.when().forEach((name, values) -> all.add(has(axis(name), values)));
        ofAxis.subList(0, ofAxis.indexOf(byDefault))
                .forEach(earlier -> earlier.when()
                        .forEach((name, values) -> all.add(has(
                                axis(name),
                                axis(name).values().stream()
                                        .map(Axis.Value::text)
                                        .filter(value -> !values.contains(value))
                                        .toList()))));
        return JSON.objectNode().set("allOf", all);
    }

    private static JsonNode present(Axis axis) {
        return nested(path(axis), JSON.objectNode(), true);
    }

    /** An axis of a key that is there or not says nothing of its content. Texts are compared by pattern: editors show enumerations to people. */
    private static JsonNode written(Axis axis, List<String> values) {
        if (isPresence(axis)) {
            return JSON.objectNode();
        }
        if (isTruth(axis)) {
            return JSON.objectNode().put("const", Boolean.parseBoolean(values.get(0)));
        }
        return JSON.objectNode()
                .put("type", "string")
                .put(
                        "pattern",
                        values.stream()
                                .map(value -> value.replace(".", "\\."))
                                .collect(Collectors.joining("|", "^(", ")$")));
    }

    private static boolean isPresence(Axis axis) {
        return axis.values().stream().anyMatch(value -> value.text().equals("present"));
    }

    private static boolean isTruth(Axis axis) {
        return axis.values().stream().anyMatch(value -> value.text().equals("true"));
    }

    /** Returns what refuses some values of an axis. Editors offer the others. */
    private static JsonNode refuse(Axis axis, List<String> bad, String message) {
        ArrayNode others = JSON.arrayNode();
        axis.written().stream().filter(value -> !bad.contains(value)).forEach(value -> {
            if (isTruth(axis)) {
                others.add(Boolean.parseBoolean(value));
            } else {
                others.add(value);
            }
        });
        ObjectNode refuse = JSON.objectNode();
        refuse.set("if", written(axis, bad));
        ObjectNode then = JSON.objectNode();
        if (others.isEmpty()) {
            // Nothing that is written is right: an enumeration needs a value, and a null is refused by the structure.
            then.put("type", "null");
        } else {
            then.set("enum", others);
        }
        refuse.set("then", then.put("errorMessage", message));
        return refuse;
    }

    private static JsonNode at(Axis axis, JsonNode schema) {
        return nested(path(axis), schema, false);
    }

    private static JsonNode lacking(Axis axis, String message) {
        List<String> path = path(axis);
        ObjectNode needs = JSON.objectNode();
        needs.set("required", JSON.arrayNode().add(path.get(path.size() - 1)));
        return nested(path.subList(0, path.size() - 1), needs.put("errorMessage", message), false);
    }

    private static List<String> path(Axis axis) {
        if (!axis.path().startsWith(SPEC)) {
            throw new IllegalStateException("not below spec: " + axis.path());
        }
        return List.of(axis.path().substring(SPEC.length()).split("\\.", -1));
    }

    private static JsonNode nested(List<String> path, JsonNode schema, boolean required) {
        JsonNode nested = schema;
        for (int i = path.size() - 1; i >= 0; i--) {
            ObjectNode outer = JSON.objectNode();
            if (path.get(i).equals("*")) {
                if (required) {
                    throw new IllegalStateException(
                            "what one of several machines is can't call for a constraint: " + path);
                }
                outer.set("additionalProperties", nested);
            } else {
                if (required) {
                    outer.set("required", JSON.arrayNode().add(path.get(i)));
                }
                if (!nested.isEmpty()) {
                    outer.set("properties", JSON.objectNode().set(path.get(i), nested));
                }
            }
            nested = outer;
        }
        return nested;
    }

    private static JsonNode not(JsonNode schema) {
        return JSON.objectNode().set("not", schema);
    }

    private static ArrayNode array(List<JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes);
    }

    /** The words of the compiler, without the values of this document: each part stands for several. */
    private String message(AxisConstraint constraint, Axis axis, List<String> allowed) {
        String because = constraint.when().entrySet().stream()
                .map(term -> axis(term.getKey()).values().stream()
                        .filter(value -> term.getValue().contains(value.text()))
                        .map(Axis.Value::words)
                        .collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
        List<String> written = axis.values().stream()
                .filter(value -> allowed.contains(value.text()) && !value.absent())
                .map(Axis.Value::text)
                .toList();
        String way = written.isEmpty()
                ? "leave out `" + axis.path() + '`'
                : "set `" + axis.path() + "` to " + String.join(" or ", written);
        return "with " + because + ": " + constraint.message() + " (" + constraint.code() + "); " + way + "; else "
                + constraint.effect();
    }
}
