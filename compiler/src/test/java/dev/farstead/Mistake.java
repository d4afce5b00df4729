// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes one small mistake in a specification, of the kind that a program can put right: unlike {@link Mutation}, what was meant shows. */
final class Mistake {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*\\.[0-9]*[1-9]");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){1,2}");
    private static final Pattern NETWORK = Pattern.compile("([0-9]+\\.){3}[0-9]+/[0-9]+");
    private static final Pattern ADDRESS = Pattern.compile("([0-9]+\\.){3}[0-9]+");

    private final Random random;
    private int target;

    private Mistake(Random random) {
        this.random = random;
    }

    static Spec of(Spec spec, Random random) {
        Mistake slip = new Mistake(random);
        List<Map<String, Object>> documents = new ArrayList<>(spec.documents());
        int index = random.nextInt(documents.size());
        slip.target = 1 + random.nextInt(size(documents.get(index)) - 1);
        documents.set(index, cast(slip.copy(documents.get(index))));
        return new Spec(documents.get(0), documents.subList(1, documents.size()));
    }

    private static int size(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(Mistake::size).sum();
        } else if (tree instanceof List<?> items) {
            return 1 + items.stream().mapToInt(Mistake::size).sum();
        }
        return 1;
    }

    /** Copies a tree, nodes counted down to the one that is changed. */
    private Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (--target != 0) {
                    copy.put((String) key, copy(value));
                } else if (random.nextInt(3) == 0) {
                    copy.put(misspelt((String) key), value);
                } else {
                    copy.put((String) key, mistaken(value));
                }
            });
            return copy;
        } else if (tree instanceof List<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(--target != 0 ? copy(item) : mistaken(item)));
            return copy;
        }
        return tree;
    }

    private Object mistaken(Object value) {
        if (value instanceof Boolean truth) {
            return any(List.of(truth.toString(), truth ? "yes" : "no", truth ? "On" : "OFF"));
        } else if (value instanceof Long number) {
            return number.toString();
        } else if (value instanceof List<?> items && items.size() == 1) {
            return Objects.requireNonNull(items.get(0));
        } else if (value instanceof String text && !text.isEmpty()) {
            return mistakenText(text);
        }
        return value;
    }

    private Object mistakenText(String text) {
        List<Function<String, Object>> slips = new ArrayList<>(List.of(
                this::misspelt,
                each -> each.toUpperCase(Locale.ROOT),
                each -> each + ":123",
                each -> each.length() < 40 ? List.of(each) : each));
        if (NUMBER.matcher(text).matches()) {
            slips.add(Double::valueOf);
            slips.add(Double::valueOf);
        }
        if (text.matches("[1-9][0-9]{0,8}")) {
            slips.add(Long::valueOf);
        }
        if (text.matches("true|false")) {
            slips.add(Boolean::valueOf);
        }
        if (VERSION.matcher(text).matches()) {
            slips.add(each -> each.substring(0, each.length() - 1) + random.nextInt(10));
        }
        if (NETWORK.matcher(text).matches()) {
            slips.add(each -> each.replaceFirst("[0-9]+/", "9/"));
            slips.add(each -> each.replaceFirst("[0-9]+/", "10/"));
            slips.add(each -> each.replaceFirst("/.*", "/" + (8 + random.nextInt(24))));
        }
        if (ADDRESS.matcher(text).matches()) {
            slips.add(each -> each + "/24");
        }
        return any(slips).apply(text);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A letter left out, twice, or in the place of its neighbour. */
    private String misspelt(String word) {
        int at = random.nextInt(word.length());
        return switch (random.nextInt(3)) {
            case 0 -> word.length() == 1 ? word + word : word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.substring(at, at + 1) + word.substring(at);
            default ->
                at == 0
                        ? word + 's'
                        : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
        };
    }

    @SuppressWarnings("unchecked") // the root of a document stays a map
    private static Map<String, Object> cast(Object document) {
        return (Map<String, Object>) document;
    }
}
