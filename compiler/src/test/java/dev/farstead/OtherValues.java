// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Another value of the same kind for a value of a specification; whether it fits is for the compiler to say. Not thread-safe. */
final class OtherValues {
    private final Random random;

    /** What stood under each definition in earlier specifications: versions and names that no change of one character would find. */
    private final Map<String, Set<Object>> seen = new HashMap<>();

    OtherValues(Random random) {
        this.random = random;
    }

    void learn(List<Leaf> leaves) {
        leaves.forEach(leaf -> seen.computeIfAbsent(leaf.definition(), name -> new LinkedHashSet<>())
                .add(leaf.value()));
    }

    Optional<Object> of(Leaf leaf) {
        if (leaf.value() instanceof Boolean truth) {
            return Optional.of(!truth);
        } else if (leaf.value() instanceof Long number) {
            return Optional.of(number + (random.nextBoolean() ? 1 : -1));
        }
        List<Object> others = new ArrayList<>(seen.getOrDefault(leaf.definition(), Set.of()));
        leaf.schema().path("enum").forEach(value -> others.add(value.asText()));
        others.removeIf(leaf.value()::equals);
        boolean known = leaf.schema().has("enum") || random.nextInt(3) == 0;
        return known && !others.isEmpty()
                ? Optional.of(others.get(random.nextInt(others.size())))
                : otherText(leaf.value().toString()).filter(text -> !text.equals(leaf.value()));
    }

    /** Returns the text with another letter for a letter, or another digit for a digit. */
    private Optional<Object> otherText(String text) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        int at = places.get(random.nextInt(places.size()));
        char other = text.charAt(at) <= '9' ? (char) ('0' + random.nextInt(10)) : (char) ('a' + random.nextInt(26));
        return Optional.of(text.substring(0, at) + other + text.substring(at + 1));
    }
}
