// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON file while a reader takes it apart. Each member is taken once; {@link #end} refuses what nobody took, so that no fact is
 * written down without an effect. Not thread-safe, and gone when the file is read.
 *
 * <p>Every record has a source: its member {@code source}, else that of the object around it. The member {@code sources} of a file gives long
 * sources a short name.
 */
final class JsonRecord {
    private final String place;
    private final Map<String, Object> members;
    private final Map<String, String> sourceNames;
    private final String source;

    private JsonRecord(
            String place, Map<String, Object> members, Map<String, String> sourceNames, @Nullable String outer) {
        this.place = place;
        this.members = members;
        this.sourceNames = sourceNames;
        Object own = members.remove("source");
        this.source = own == null ? (outer == null ? "" : outer) : named(cast(own, "source", String.class));
    }

    static JsonRecord ofFile(String name, Map<String, Object> members) {
        Map<String, String> sourceNames = new LinkedHashMap<>();
        if (members.remove("sources") instanceof Map<?, ?> named) {
            named.forEach((key, value) -> sourceNames.put(key.toString(), value.toString()));
        }
        return new JsonRecord(name, members, Map.copyOf(sourceNames), null);
    }

    private String named(String written) {
        return sourceNames.getOrDefault(written, written);
    }

    /** Returns the upstream repository, tag and path, or the document, that states the facts of this record. */
    String source() {
        if (source.isEmpty()) {
            throw fault("has no source");
        }
        return source;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** Returns the members that are not taken yet, in order. */
    List<String> names() {
        return List.copyOf(members.keySet());
    }

    String text(String key) {
        return cast(taken(key), key, String.class);
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int integer(String key) {
        return cast(taken(key), key, Integer.class);
    }

    /** Returns a truth value; an absent one is false. */
    boolean flag(String key) {
        return has(key) && cast(taken(key), key, Boolean.class);
    }

    /** Returns a list of texts; an absent one is empty. */
    List<String> texts(String key) {
        return list(key, String.class);
    }

    /** Returns a list of texts, each of which {@code parser} understands; an absent one is empty. */
    <T> List<T> parsed(String key, Function<String, Optional<T>> parser) {
        List<T> values = new ArrayList<>();
        for (String text : texts(key)) {
            values.add(parse(text, parser));
        }
        return List.copyOf(values);
    }

    <T> Optional<T> optionalParsed(String key, Function<String, Optional<T>> parser) {
        return optionalText(key).map(text -> parse(text, parser));
    }

    /** Understands a text, or says where it stands. */
    <T> T parse(String text, Function<String, Optional<T>> parser) {
        return parser.apply(text).orElseThrow(() -> fault("does not understand \"" + text + "\""));
    }

    /** Returns a list of numbers; an absent one is empty. */
    List<Integer> integers(String key) {
        return list(key, Integer.class);
    }

    JsonRecord object(String key) {
        return inner(place + "." + key, taken(key));
    }

    Optional<JsonRecord> optionalObject(String key) {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    /** Reads a list of objects, each of which must be taken apart wholly; an absent one is empty. */
    <T> List<T> objects(String key, Function<JsonRecord, T> reader) {
        List<T> values = new ArrayList<>();
        for (Object item : list(key, Object.class)) {
            JsonRecord object = inner(place + "." + key + "[" + values.size() + "]", item);
            values.add(reader.apply(object));
            object.end();
        }
        return List.copyOf(values);
    }

    /** Reads a list of objects that have a name each, in order; the same name twice is refused. */
    <T> Map<String, T> named(String key, Function<JsonRecord, T> reader, Function<T, String> name) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T item : objects(key, reader)) {
            if (found.put(name.apply(item), item) != null) {
                throw fault("names " + name.apply(item) + " twice");
            }
        }
        return Ordered.copy(found);
    }

    /** Reads an object whose keys are data, in order; an absent one is empty. */
    <T> Map<String, T> entries(String key, BiFunction<JsonRecord, String, T> reader) {
        if (!has(key)) {
            return Map.of();
        }
        JsonRecord object = object(key);
        Map<String, T> values = new LinkedHashMap<>();
        for (String name : object.names()) {
            values.put(name, reader.apply(object, name));
        }
        object.end();
        return Ordered.copy(values);
    }

    /** Returns a value that may be a text, a number, a truth value or a list of texts. */
    PackValue value(String key) {
        Object value = taken(key);
        if (value instanceof String text) {
            return new PackValue.Text(text);
        }
        if (value instanceof Integer number) {
            return new PackValue.Numeral(number);
        }
        if (value instanceof Boolean truth) {
            return new PackValue.Bool(truth);
        }
        return new PackValue.Items(items(value, key, String.class));
    }

    /** Refuses members that nobody took. */
    void end() {
        if (!members.isEmpty()) {
            throw fault("has members that no reader knows: " + members.keySet());
        }
    }

    IllegalStateException fault(String what) {
        return new IllegalStateException(place + " " + what);
    }

    private Object taken(String key) {
        Object value = members.remove(key);
        if (value == null) {
            throw fault("has no member \"" + key + "\", or it is read twice");
        }
        return value;
    }

    private <T> List<T> list(String key, Class<T> type) {
        return has(key) ? items(taken(key), key, type) : List.of();
    }

    private <T> List<T> items(Object value, String key, Class<T> type) {
        List<T> items = new ArrayList<>();
        List<?> written = cast(value, key, List.class);
        for (Object item : written) {
            items.add(cast(item, key, type));
        }
        return List.copyOf(items);
    }

    private JsonRecord inner(String innerPlace, Object value) {
        Map<String, Object> inner = new LinkedHashMap<>();
        Map<?, ?> written = cast(value, innerPlace, Map.class);
        written.forEach((key, member) -> inner.put((String) key, member));
        return new JsonRecord(innerPlace, inner, sourceNames, source);
    }

    private <T> T cast(Object value, String key, Class<T> type) {
        if (!type.isInstance(value)) {
            throw fault("holds no " + type.getSimpleName() + " as \"" + key + "\"");
        }
        return type.cast(value);
    }
}
