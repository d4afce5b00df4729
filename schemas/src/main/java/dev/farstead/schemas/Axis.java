// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * A choice between values that other choices depend on.
 *
 * @param name the name that constraints use
 * @param kind the kind of document that holds it
 * @param path where it stands in that document; {@code *} stands for a name of the user's
 * @param values the values in order
 * @param source the document
 */
public record Axis(String name, String kind, String path, List<Value> values, String source) {
    /** Copies the values. */
    public Axis {
        values = List.copyOf(values);
    }

    static Axis read(JsonRecord fact) {
        return new Axis(
                fact.text("name"),
                fact.text("kind"),
                fact.text("path"),
                fact.objects("values", Value::read),
                fact.source());
    }

    /**
     * A value of an axis.
     *
     * @param text the value as specifications write it
     * @param built whether this version of the library accepts it; one that it does not is refused as not supported yet
     */
    public record Value(String text, boolean built) {
        static Value read(JsonRecord fact) {
            return new Value(fact.text("value"), fact.flag("built"));
        }
    }

    /**
     * Finds a value.
     *
     * @param text the value as specifications write it
     * @return the value, or empty for one that the axis never has
     */
    public Optional<Value> value(String text) {
        return values.stream().filter(value -> value.text().equals(text)).findFirst();
    }

    /**
     * Returns the values that this version of the library accepts.
     *
     * @return their texts in order
     */
    public List<String> built() {
        return values.stream().filter(Value::built).map(Value::text).toList();
    }
}
