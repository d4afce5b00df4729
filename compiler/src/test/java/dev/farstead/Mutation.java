// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks specifications: values of another type or form, keys that are misspelt or gone, items that stand twice. */
final class Mutation {
    private static final List<Object> HOSTILE = List.of(
            "",
            "no",
            "1.30",
            "chain",
            "cp0",
            "auto",
            "{{ .x }}",
            "10.20.0.1",
            "10.20.0.10/24",
            "10.20.0.0/31",
            "10.20.0.0/16",
            "0.0.0.0/0",
            "fd00::/64",
            "fd00::1",
            "10.20.0.0/33",
            "1.29.99",
            0L,
            -1L,
            1L,
            255L,
            Long.MAX_VALUE,
            true,
            List.of(),
            List.of("a", "a"),
            Map.of(),
            Map.of("hostNumber", 1L),
            Map.of("secretRef", "x"),
            Map.of("file", "none.pem"),
            Map.of("a", List.of(Map.of())));

    private final Random random;
    private int target;

    private Mutation(Random random) {
        this.random = random;
    }

    /** Returns the specification with some nodes changed. */
    static Spec of(Spec spec, int changes, Random random) {
        Mutation mutation = new Mutation(random);
        Spec mutated = spec;
        for (int i = 0; i < changes; i++) {
            mutated = mutation.changed(mutated);
        }
        return mutated;
    }

    private Spec changed(Spec spec) {
        List<Map<String, Object>> documents = new ArrayList<>(spec.documents());
        int index = random.nextInt(documents.size());
        target = random.nextInt(size(documents.get(index)) - 1) + 1;
        documents.set(index, cast(copy(documents.get(index))));
        return new Spec(documents.get(0), documents.subList(1, documents.size()));
    }

    private static int size(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(Mutation::size).sum();
        } else if (tree instanceof List<?> items) {
            return 1 + items.stream().mapToInt(Mutation::size).sum();
        }
        return 1;
    }

    /** Copies a tree, nodes counted down to the one that is changed. */
    private Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (--target != 0) {
                    copy.put(key, copy(value));
                } else {
                    switch (random.nextInt(4)) {
                        case 0 -> {} // gone
                        case 1 -> copy.put(key + "s", value);
                        default -> copy.put(key, HOSTILE.get(random.nextInt(HOSTILE.size())));
                    }
                }
            });
            return copy;
        } else if (tree instanceof List<?> items) {
            List<Object> copy = new ArrayList<>();
            for (Object item : items) {
                if (--target != 0) {
                    copy.add(copy(item));
                } else {
                    switch (random.nextInt(3)) {
                        case 0 -> {} // gone
                        case 1 -> {
                            copy.add(item);
                            copy.add(item);
                        }
                        default -> copy.add(HOSTILE.get(random.nextInt(HOSTILE.size())));
                    }
                }
            }
            return copy;
        }
        return tree;
    }

    @SuppressWarnings("unchecked") // the root of a document stays a map
    private static Map<String, Object> cast(Object document) {
        return (Map<String, Object>) document;
    }
}
