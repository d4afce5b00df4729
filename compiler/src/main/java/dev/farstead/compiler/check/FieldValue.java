// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.ValueType;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that is passed on to kubeadm, down to the single texts of its lists and maps.
 *
 * @param field the field that holds it
 * @param name what to call it in messages
 * @param value the value
 * @param type what has to stand there
 */
record FieldValue(PassedField field, String name, Located<ConfigValue> value, FieldType type) {
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?(Z|[-+][0-2][0-9]:[0-5][0-9])");

    /** Types at which the decoder of the provider stops when it can't read the value. */
    private static final Set<FieldType> STOPS =
            Set.of(FieldType.DURATION, FieldType.INTERVAL, FieldType.TIME, FieldType.QUANTITY, FieldType.QUANTITIES);

    /** Returns the values of a field that counts; none of any other field. */
    static Stream<FieldValue> of(PassedField field) {
        return field.usable().stream()
                .flatMap(fact -> inside(new FieldValue(field, "`" + field.name() + "`", field.value(), field.type())));
    }

    private static Stream<FieldValue> inside(FieldValue outer) {
        FieldType inner = innerType(outer.type());
        if (inner == outer.type()) {
            return Stream.of(outer);
        }
        if (isList(outer.type()) && outer.value().value() instanceof ConfigValue.Items list) {
            return list.items().stream()
                    .flatMap(item -> inside(new FieldValue(outer.field(), "an item of " + outer.name(), item, inner)));
        }
        if (!isList(outer.type()) && outer.value().value() instanceof ConfigValue.Entries map) {
            return map.entries().entrySet().stream()
                    .flatMap(entry ->
                            inside(new FieldValue(outer.field(), "`" + entry.getKey() + "`", entry.getValue(), inner)));
        }
        return Stream.of(outer);
    }

    private static boolean isList(FieldType type) {
        return type == FieldType.TEXTS || type == FieldType.OBJECTS;
    }

    private static FieldType innerType(FieldType type) {
        return switch (type) {
            case TEXTS, MAP -> FieldType.TEXT;
            case SWITCHES -> FieldType.BOOLEAN;
            case QUANTITIES -> FieldType.QUANTITY;
            case LISTS -> FieldType.TEXTS;
            case OBJECTS -> FieldType.OBJECT;
            default -> type;
        };
    }

    /** Returns whether the value has the type that is due. */
    boolean fits() {
        ConfigValue given = value.value();
        return switch (type) {
            case BOOLEAN -> given instanceof ConfigValue.Bool;
            case INTEGER -> given instanceof ConfigValue.Numeral number && GoValues.isLong(number.value());
            case DECIMAL -> given instanceof ConfigValue.Numeral;
            case TEXT -> given instanceof ConfigValue.Text;
            case DURATION -> isDuration(given);
            case INTERVAL ->
                isDuration(given) || (given instanceof ConfigValue.Numeral number && GoValues.isLong(number.value()));
            case TIME ->
                given instanceof ConfigValue.Text text
                        && TIME.matcher(text.value()).matches();
            case QUANTITY ->
                given instanceof ConfigValue.Numeral
                        || (given instanceof ConfigValue.Text text && GoValues.isAmount(text.value()));
            case OBJECT -> given instanceof ConfigValue.Entries;
            // What stands for a list or a map and is none.
            case TEXTS, OBJECTS, MAP, SWITCHES, QUANTITIES, LISTS -> false;
        };
    }

    /** Returns whether a list stands where names and values are due: the form of a later version of kubeadm's configuration. */
    boolean isListForMap() {
        return type == FieldType.MAP && value.value() instanceof ConfigValue.Items;
    }

    /** Returns what becomes of everything when the value does not fit. */
    String effect() {
        if (STOPS.contains(type)) {
            return "the provider stops reading there, and what stands behind it is lost";
        }
        return field.type() == FieldType.MAP
                ? "the provider empties the value without a word"
                : "the provider drops the value without a word";
    }

    private static boolean isDuration(ConfigValue given) {
        return given instanceof ConfigValue.Text text && GoValues.fits(ValueType.DURATION, text.value());
    }
}
