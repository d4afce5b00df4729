// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice between values that other choices depend on.
 *
 * @param name the name that constraints use
 * @param kind the kind of document that holds it
 * @param path where it stands in that document; {@code *} stands for a name of the user's
 * @param within the values of other axes in which there is a choice at all; empty for an axis that always has one
 * @param values the values in order
 * @param source the document
 */
public record Axis(
        String name, String kind, String path, Map<String, List<String>> within, List<Value> values, String source) {
    /** Copies the values. */
    public Axis {
        within = Ordered.copy(within);
        values = List.copyOf(values);
    }

    static Axis read(JsonRecord fact) {
        String name = fact.text("name");
        return new Axis(
                name,
                fact.text("kind"),
                fact.text("path"),
                fact.entries("within", JsonRecord::texts),
                fact.objects("values", value -> Value.read(value, name)),
                fact.source());
    }

    /**
     * A value of an axis.
     *
     * @param text the value as specifications write it; for an absent key the word that constraints use
     * @param absent whether it stands for a key that is not written
     * @param protects whether leaving it for another value of the axis lowers the protection of the site
     * @param words the value within a sentence
     */
    public record Value(String text, boolean absent, boolean protects, String words) {
        static Value read(JsonRecord fact, String axis) {
            String text = fact.text("value");
            return new Value(
                    text,
                    fact.flag("absent"),
                    fact.flag("protects"),
                    fact.optionalText("words").orElse(plain(axis, text)));
        }

        private static String plain(String axis, String text) {
            return "`" + axis + ": " + text + "`";
        }

        /**
         * Tells whether the value stands for something that a specification writes in another way than as this text.
         *
         * @param axis the axis of the value
         * @return true for a key that is there or not, whatever it holds
         */
        public boolean isNamedOtherwise(Axis axis) {
            return !words.equals(plain(axis.name(), text));
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
     * Returns the values that a specification may write.
     *
     * @return their texts in order, without what stands for an absent key
     */
    public List<String> written() {
        return values.stream().filter(value -> !value.absent()).map(Value::text).toList();
    }
}
