// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generates specifications from the structure schemas: each key is set or left out by itself, and each value is any that its definition
 * allows. Where values must fit together for a site to compile, {@link FittingValues} chooses instead.
 */
final class Specs {
    static final SpecSchema SCHEMA = new SpecSchema();

    private final Random random;
    private final FittingValues fitting;
    private final Completion completion;

    private Specs(Random random) {
        this.random = random;
        Combination chosen = Combination.draw(random);
        this.fitting = new FittingValues(chosen, random);
        this.completion = new Completion(chosen, fitting, this::value);
    }

    /** Returns profiles with one to three sites, of which nearly all compile. */
    static Arbitrary<Spec> all() {
        return Arbitraries.randomValue(Specs::of);
    }

    /** Returns one of them. */
    static Spec of(Random random) {
        return new Specs(random).spec();
    }

    private Spec spec() {
        int count = 1 + random.nextInt(3);
        if (count == 1) {
            fitting.expectOneSite();
        }
        Map<String, Object> profile = object("Profile");
        List<Map<String, Object>> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fitting.enterSite(i);
            Map<String, Object> site = object("Site");
            completion.complete(profile, site);
            sites.add(site);
        }
        return new Spec(profile, sites);
    }

    private Map<String, Object> object(String definition) {
        return object(definition, SCHEMA.definition(definition));
    }

    private Object value(String definition) {
        return value(definition, SCHEMA.definition(definition));
    }

    private Object value(String name, JsonNode schema) {
        Optional<Object> fit = fitting.value(name);
        if (fit.isPresent()) {
            return fit.get();
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        return switch (type(schema)) {
            case "object" -> object(name, schema);
            case "array" -> list(name, schema);
            case "boolean" -> random.nextBoolean();
            case "integer" ->
                (long) schema.path("minimum").asInt()
                        + random.nextInt(schema.path("maximum").asInt()
                                - schema.path("minimum").asInt());
            default -> SCHEMA.good(name);
        };
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    }

    private Map<String, Object> object(String name, JsonNode schema) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (!schema.has("properties")) {
            int size = Math.max(schema.path("minProperties").asInt(), random.nextInt(4));
            for (int i = 0; i < size; i++) {
                String key = (String) child(name, "key", schema.path("propertyNames"));
                object.put(key, child(name, "value", schema.path("additionalProperties")));
            }
            return object;
        }
        List<String> keys = new ArrayList<>(schema.path("properties").size());
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        if (schema.path("maxProperties").asInt() == 1) {
            keys = List.of(keys.get(random.nextInt(keys.size())));
        } else {
            Set<String> required = SpecSchema.required(schema);
            keys.removeIf(key -> !required.contains(key) && !random.nextBoolean());
        }
        for (String key : keys) {
            object.put(key, child(name, key, schema.path("properties").path(key)));
        }
        return object;
    }

    private List<Object> list(String name, JsonNode schema) {
        int size = Math.max(schema.path("minItems").asInt(), random.nextInt(3));
        Set<Object> items = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            items.add(child(name, "item", schema.path("items")));
        }
        return new ArrayList<>(items);
    }

    /** A value may have to fit where it stands, or wherever its definition is used. */
    private Object child(String name, String key, JsonNode schema) {
        String place = name + '.' + key;
        Optional<Object> fit = fitting.value(place);
        return fit.isPresent()
                ? fit.get()
                : value(SpecSchema.name(schema, place), SCHEMA.resolve(Objects.requireNonNull(schema)));
    }
}
