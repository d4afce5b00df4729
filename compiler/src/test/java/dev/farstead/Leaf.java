// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A single value of a specification: a text, a number or a Boolean.
 *
 * @param document index of the document that holds it
 * @param path keys and indices from the root of the document to it
 * @param definition name of its definition in the schemas, or of the place where it is described
 * @param schema its description
 * @param value the value
 */
record Leaf(int document, List<Object> path, String definition, JsonNode schema, Object value) {
    private static final String MARK = "@@ here @@";

    static List<Leaf> all(Spec spec) {
        List<Leaf> leaves = new ArrayList<>();
        List<Map<String, Object>> documents = spec.documents();
        for (int i = 0; i < documents.size(); i++) {
            String kind = i == 0 ? "Profile" : "Site";
            collect(new Leaf(i, List.of(), kind, Specs.SCHEMA.definition(kind), documents.get(i)), leaves);
        }
        return leaves;
    }

    private static void collect(Leaf node, List<Leaf> leaves) {
        if (node.value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                JsonNode property = node.schema.path("properties").path((String) key);
                collect(
                        node.child(
                                key,
                                property.isMissingNode() ? node.schema.path("additionalProperties") : property,
                                member),
                        leaves);
            });
        } else if (node.value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                collect(node.child(i, node.schema.path("items"), items.get(i)), leaves);
            }
        } else {
            leaves.add(node);
        }
    }

    private Leaf child(Object step, JsonNode described, Object member) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        return new Leaf(
                document,
                below,
                SpecSchema.name(described, definition + '.' + step),
                Specs.SCHEMA.resolve(described),
                member);
    }

    /** Returns the specification with another value here. */
    Spec changed(Spec spec, Object other) {
        List<Map<String, Object>> documents = new ArrayList<>(spec.documents());
        documents.set(document, cast(with(documents.get(document), path, other)));
        return new Spec(documents.get(0), documents.subList(1, documents.size()));
    }

    /** Returns the line on which the value is written, and no other value. */
    int line(Spec spec) {
        String text = SpecText.yaml(changed(spec, MARK).documents().get(document));
        return (int) text.substring(0, text.indexOf(MARK)).lines().count();
    }

    String source() {
        return "specs/" + document + ".yaml";
    }

    @Override
    public String toString() {
        return path.stream()
                .map(step -> step instanceof Integer ? "[]" : step.toString())
                .collect(Collectors.joining("."));
    }

    private static Object with(Object tree, List<Object> path, Object other) {
        if (path.isEmpty()) {
            return other;
        }
        List<Object> below = path.subList(1, path.size());
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.computeIfPresent(path.get(0), (key, member) -> with(member, below, other));
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) tree);
        int index = (Integer) path.get(0);
        copy.set(index, with(copy.get(index), below, other));
        return copy;
    }

    @SuppressWarnings("unchecked") // the root of a document stays a map
    private static Map<String, Object> cast(Object document) {
        return (Map<String, Object>) document;
    }
}
