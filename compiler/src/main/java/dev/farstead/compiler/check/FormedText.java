// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.ValueForm;
import dev.farstead.schemas.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value of the right type that has to have a form beyond it, however it is passed on; each of several that commas join.
 *
 * @param in the layer that writes it
 * @param name the key, argument or field that takes it
 * @param place where it stands
 * @param form what it has to be
 * @param names the names that a pair may have; empty where any will do, or the form is no pair
 * @param text the value
 */
record FormedText(PassedConfig in, String name, Place place, ValueForm form, List<String> names, String text) {
    private static final Set<ValueForm> JOINED = EnumSet.of(
            ValueForm.LABELS,
            ValueForm.TAINTS,
            ValueForm.AMOUNTS,
            ValueForm.THRESHOLDS,
            ValueForm.NAMES,
            ValueForm.PATTERNS);

    /** Returns the values of a profile that have to have a form. */
    static Stream<FormedText> ofProfile(ProfileContext context) {
        return PassedConfig.ofProfile(context).flatMap(FormedText::of);
    }

    /** Returns those that a site writes itself. */
    static Stream<FormedText> ofSite(SiteContext context) {
        return PassedConfig.ofSite(context).flatMap(FormedText::of);
    }

    private static Stream<FormedText> of(PassedConfig in) {
        return Stream.of(
                        PassedKey.of(in).flatMap(FormedText::ofKey),
                        PassedArgument.of(in).flatMap(FormedText::ofArgument),
                        PassedField.of(in).flatMap(FormedText::ofField))
                .flatMap(texts -> texts);
    }

    private static Stream<FormedText> ofKey(PassedKey key) {
        return key.usable().stream()
                .flatMap(fact -> fact.form().stream()
                        .flatMap(form -> texts(key, key.type(fact))
                                .flatMap(text -> split(form, PassedItem.text(text.value()))
                                        .map(part -> new FormedText(
                                                key.in(), key.name(), text.place(), form, List.of(), part)))));
    }

    private static Stream<Located<ConfigValue>> texts(PassedKey key, ValueType type) {
        return type == ValueType.LIST
                ? PassedItem.of(key).filter(PassedItem::single).map(PassedItem::item)
                : Stream.of(key.value()).filter(value -> value.value() instanceof ConfigValue.Text);
    }

    private static Stream<FormedText> ofArgument(PassedArgument argument) {
        String value = argument.argument().value();
        return argument.usable().filter(fact -> argument.hasValue() && GoValues.fits(fact.type(), value)).stream()
                .flatMap(fact -> fact.form().stream()
                        .flatMap(form -> split(form, value)
                                .map(part -> new FormedText(
                                        argument.in(),
                                        argument.name(),
                                        argument.place(),
                                        form,
                                        names(argument.in(), fact),
                                        part))));
    }

    private static Stream<FormedText> ofField(PassedField field) {
        return Stream.concat(
                field.usable().flatMap(KubeadmField::form).stream().flatMap(form -> ofField(field, form, List.of())),
                field.kubeletArgument().stream()
                        .flatMap(fact ->
                                fact.form().stream().flatMap(form -> ofField(field, form, names(field.in(), fact)))));
    }

    private static Stream<FormedText> ofField(PassedField field, ValueForm form, List<String> names) {
        ConfigValue given = field.value().value();
        if (field.type() == FieldType.MAP && given instanceof ConfigValue.Entries map) {
            String separator = ValueForms.separator(form);
            return map.entries().entrySet().stream()
                    .flatMap(entry -> ofField(field, form, names, entry.getKey() + separator, entry.getValue()));
        }
        if (field.type() == FieldType.TEXTS && given instanceof ConfigValue.Items list) {
            return list.items().stream().flatMap(item -> ofField(field, form, names, "", item));
        }
        return field.type() == FieldType.TEXT ? ofField(field, form, names, "", field.value()) : Stream.empty();
    }

    private static Stream<FormedText> ofField(
            PassedField field, ValueForm form, List<String> names, String before, Located<ConfigValue> value) {
        return value.value() instanceof ConfigValue.Text text && !SecretRules.holdsSecret(text.value())
                ? Stream.of(
                        new FormedText(field.in(), field.dotted(), value.place(), form, names, before + text.value()))
                : Stream.empty();
    }

    private static List<String> names(PassedConfig in, ComponentArgument fact) {
        return fact.type() == ValueType.MAP ? fact.values(in.version()) : List.of();
    }

    private static Stream<String> split(ValueForm form, String text) {
        if (SecretRules.holdsSecret(text)) {
            return Stream.empty();
        }
        return JOINED.contains(form) ? Stream.of(text.split(",", -1)) : Stream.of(text);
    }

    boolean has(ValueForm wanted) {
        return form == wanted;
    }
}
