// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.bind;

import dev.farstead.compiler.read.SourceEntry;
import dev.farstead.compiler.read.SourceMapping;
import dev.farstead.compiler.read.SourceNode;
import dev.farstead.compiler.read.SourceScalar;
import dev.farstead.compiler.read.SourceSequence;
import dev.farstead.compiler.structure.NumberText;
import dev.farstead.compiler.structure.Places;
import dev.farstead.model.axis.AxisValue;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a value of a node whose structure was checked.
 *
 * @param <V> type of the value
 */
sealed interface Decoder<V>
        permits Shape,
                Choice,
                Decoder.Text,
                Decoder.WholeNumber,
                Decoder.Truth,
                Decoder.Axis,
                Decoder.Items,
                Decoder.Entries,
                Decoder.Config {
    /**
     * Decodes a node.
     *
     * @param node the node
     * @param place where it stands
     * @return its value
     */
    V decode(SourceNode node, Place place);

    /**
     * Decodes a node and keeps where it stands.
     *
     * @param node the node
     * @param place where it stands
     * @return its value
     */
    default Located<V> locate(SourceNode node, Place place) {
        return new Located<>(decode(node, place), place);
    }

    /** A text. */
    record Text() implements Decoder<String> {
        @Override
        public String decode(SourceNode node, Place place) {
            return ((SourceScalar) node).text();
        }
    }

    /** A whole number; the schema keeps it small. */
    record WholeNumber() implements Decoder<Integer> {
        @Override
        public Integer decode(SourceNode node, Place place) {
            return NumberText.parse(((SourceScalar) node).text()).orElseThrow().intValueExact();
        }
    }

    /** True or false. */
    record Truth() implements Decoder<Boolean> {
        @Override
        public Boolean decode(SourceNode node, Place place) {
            return isTrue((SourceScalar) node);
        }
    }

    /**
     * One of a fixed set.
     *
     * @param values the set
     * @param <E> type of the values
     */
    record Axis<E extends AxisValue>(List<E> values) implements Decoder<E> {
        static <E extends Enum<E> & AxisValue> Axis<E> of(Class<E> axis) {
            return new Axis<>(List.copyOf(EnumSet.allOf(axis)));
        }

        @Override
        public E decode(SourceNode node, Place place) {
            String text = ((SourceScalar) node).text();
            return values.stream()
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the structure pass let `" + text + "` through"));
        }
    }

    /**
     * A list.
     *
     * @param item decodes an item
     * @param <V> type of the items
     */
    record Items<V>(Decoder<V> item) implements Decoder<List<Located<V>>> {
        @Override
        public List<Located<V>> decode(SourceNode node, Place place) {
            List<SourceNode> nodes = ((SourceSequence) node).items();
            List<Located<V>> values = new ArrayList<>(nodes.size());
            for (int i = 0; i < nodes.size(); i++) {
                values.add(item.locate(nodes.get(i), Places.item(place, i, nodes.get(i))));
            }
            return List.copyOf(values);
        }
    }

    /**
     * A map whose keys the author chooses, in source order.
     *
     * @param value decodes a value
     * @param <V> type of the values
     */
    record Entries<V>(Decoder<V> value) implements Decoder<Map<String, Located<V>>> {
        @Override
        public Map<String, Located<V>> decode(SourceNode node, Place place) {
            Map<String, Located<V>> values = new LinkedHashMap<>();
            for (SourceEntry entry : ((SourceMapping) node).entries()) {
                values.put(entry.key().text(), value.locate(entry.value(), Places.entry(place, entry)));
            }
            return Collections.unmodifiableMap(values);
        }
    }

    /** A value that is passed on. */
    record Config() implements Decoder<ConfigValue> {
        @Override
        public ConfigValue decode(SourceNode node, Place place) {
            if (node instanceof SourceMapping) {
                return new ConfigValue.Entries(new Entries<>(this).decode(node, place));
            }
            if (node instanceof SourceSequence) {
                return new ConfigValue.Items(new Items<>(this).decode(node, place));
            }
            SourceScalar scalar = (SourceScalar) node;
            return switch (scalar.type()) {
                case TEXT -> new ConfigValue.Text(scalar.text());
                case BOOLEAN -> new ConfigValue.Bool(isTrue(scalar));
                case INTEGER, FLOAT ->
                    new ConfigValue.Numeral(NumberText.parse(scalar.text()).orElseThrow(), scalar.text());
                case NULL -> throw new IllegalStateException("the structure pass let null through");
            };
        }
    }

    private static boolean isTrue(SourceScalar scalar) {
        // The core schema also has `True` and `TRUE`.
        return scalar.text().equalsIgnoreCase("true");
    }
}
