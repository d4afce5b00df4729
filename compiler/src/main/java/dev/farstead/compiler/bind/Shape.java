// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A map whose keys the language fixes.
 *
 * @param <T> type of the specification value
 * @param <B> type of its builder
 */
final class Shape<T, B> implements Decoder<T> {
    private final Supplier<B> builder;
    private final Function<B, T> build;
    private final Map<String, Field<T, B, ?>> fields;

    private Shape(Supplier<B> builder, Function<B, T> build, Map<String, Field<T, B, ?>> fields) {
        this.builder = builder;
        this.build = build;
        this.fields = fields;
    }

    /**
     * Returns a shape without fields.
     *
     * @param builder makes a builder
     * @param build makes the value
     * @param <T> type of the value
     * @param <B> type of its builder
     * @return the shape
     */
    static <T, B> Shape<T, B> of(Supplier<B> builder, Function<B, T> build) {
        return new Shape<>(builder, build, Map.of());
    }

    /**
     * Returns a shape with one more field, which is always given.
     *
     * @param name its key
     * @param decoder makes its value
     * @param setter puts the value into a builder
     * @param getter takes the value out of what was built
     * @param <V> type of the attribute
     * @return the larger shape
     */
    <V> Shape<T, B> required(
            String name, Decoder<V> decoder, BiConsumer<B, Located<V>> setter, Function<T, Located<V>> getter) {
        return with(new Field<>(name, decoder, true, setter, getter.andThen(Optional::of)));
    }

    /**
     * Returns a shape with one more field, which may be left out.
     *
     * @param name its key
     * @param decoder makes its value
     * @param setter puts the value into a builder
     * @param getter takes the value out of what was built
     * @param <V> type of the attribute
     * @return the larger shape
     */
    <V> Shape<T, B> optional(
            String name,
            Decoder<V> decoder,
            BiConsumer<B, Located<V>> setter,
            Function<T, Optional<Located<V>>> getter) {
        return with(new Field<>(name, decoder, false, setter, getter));
    }

    private Shape<T, B> with(Field<T, B, ?> field) {
        Map<String, Field<T, B, ?>> more = new LinkedHashMap<>(fields);
        more.put(field.name(), field);
        return new Shape<>(builder, build, more);
    }

    /**
     * Returns the fields by key, in the order in which they were given.
     *
     * @return the fields
     */
    Map<String, Field<T, B, ?>> fields() {
        return fields;
    }

    @Override
    public T decode(SourceNode node, Place place) {
        B values = builder.get();
        for (SourceEntry entry : ((SourceMapping) node).entries()) {
            Field<T, B, ?> field = fields.get(entry.key().text());
            if (field == null) {
                // Nothing is read and dropped, not even by a mistake of ours.
                throw new IllegalStateException(
                        "the structure pass let the key `" + entry.key().text() + "` through");
            }
            field.bind(entry, place, values);
        }
        return build.apply(values);
    }
}
