// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.structure.Places;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One value that is written in one of several ways: as a plain text, or as a map with one key that names the way.
 *
 * @param plain the plain way, where there is one
 * @param ways the ways that have a key
 * @param <V> type of the value
 */
record Choice<V>(Optional<Way<V, String>> plain, List<Way<V, ?>> ways) implements Decoder<V> {
    Choice {
        ways = List.copyOf(ways);
    }

    /**
     * One way to write a value.
     *
     * @param key its key; empty for the plain way
     * @param decoder decodes what is written
     * @param make makes the value
     * @param getter takes out what was written, where the value was written in this way
     * @param <V> type of the value
     * @param <A> type of what is written
     */
    record Way<V, A>(
            String key, Decoder<A> decoder, Function<Located<A>, V> make, Function<V, Optional<Located<A>>> getter) {
        V decode(SourceNode node, Place place) {
            return make.apply(decoder.locate(node, place));
        }

        /**
         * Returns a way for one variant of the value.
         *
         * @param key its key
         * @param decoder decodes what is written
         * @param make makes the variant
         * @param variant type of the variant
         * @param getter takes out what was written
         * @param <V> type of the value
         * @param <W> type of the variant
         * @param <A> type of what is written
         * @return the way
         */
        static <V, W extends V, A> Way<V, A> of(
                String key,
                Decoder<A> decoder,
                Function<Located<A>, W> make,
                Class<W> variant,
                Function<W, Located<A>> getter) {
            return new Way<>(
                    key,
                    decoder,
                    make::apply,
                    value -> Optional.of(value)
                            .filter(variant::isInstance)
                            .map(variant::cast)
                            .map(getter));
        }
    }

    /**
     * Returns a choice that may also be a plain text.
     *
     * @param make makes the variant of the plain text
     * @param variant type of the variant
     * @param getter takes out the text
     * @param ways the other ways
     * @param <V> type of the value
     * @param <W> type of the variant
     * @return the choice
     */
    static <V, W extends V> Choice<V> textOr(
            Function<Located<String>, W> make,
            Class<W> variant,
            Function<W, Located<String>> getter,
            List<Way<V, ?>> ways) {
        return new Choice<>(Optional.of(Way.of("", new Text(), make, variant, getter)), ways);
    }

    /**
     * Returns a choice that is always a map with one key.
     *
     * @param ways the ways
     * @param <V> type of the value
     * @return the choice
     */
    static <V> Choice<V> keyed(List<Way<V, ?>> ways) {
        return new Choice<>(Optional.empty(), ways);
    }

    @Override
    public V decode(SourceNode node, Place place) {
        if (node instanceof SourceScalar) {
            return plain.orElseThrow().decode(node, place);
        }
        SourceEntry entry = ((SourceMapping) node).entries().get(0);
        return ways.stream()
                .filter(way -> way.key().equals(entry.key().text()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the structure pass let the key `" + entry.key().text() + "` through"))
                .decode(entry.value(), Places.entry(place, entry));
    }

    /**
     * Returns every way.
     *
     * @return the plain way first, where there is one
     */
    Stream<Way<V, ?>> all() {
        return Stream.concat(plain.stream(), ways.stream());
    }
}
