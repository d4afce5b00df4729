// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.structure.Places;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One attribute of a specification value.
 *
 * @param name its key
 * @param decoder makes its value
 * @param required whether the model has no value without it
 * @param setter puts the value into a builder
 * @param getter takes the value out of what was built
 * @param <T> type of the specification value
 * @param <B> type of its builder
 * @param <V> type of the attribute
 */
record Field<T, B, V>(
        String name,
        Decoder<V> decoder,
        boolean required,
        BiConsumer<B, Located<V>> setter,
        Function<T, Optional<Located<V>>> getter) {
    /**
     * Decodes the attribute into a builder.
     *
     * @param entry the entry that holds it
     * @param mapping place of the mapping that holds the entry
     * @param builder takes the value
     */
    void bind(SourceEntry entry, Place mapping, B builder) {
        setter.accept(builder, decoder.locate(entry.value(), Places.entry(mapping, entry)));
    }
}
