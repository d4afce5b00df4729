// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ValueForm;
import dev.farstead.schemas.ValueType;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A value of the right type that has to have a form beyond it, however it is passed on.
 *
 * @param in the layer that writes it
 * @param name the key or argument that takes it
 * @param place where it stands
 * @param form what it has to be
 * @param text the value
 */
record FormedText(PassedConfig in, String name, Place place, ValueForm form, String text) {
    /** Returns the values of a form in a profile. */
    static Stream<FormedText> ofProfile(ProfileContext context, ValueForm form) {
        return of(PassedConfig.ofProfile(context), form);
    }

    /** Returns the values of a form that a site writes itself. */
    static Stream<FormedText> ofSite(SiteContext context, ValueForm form) {
        return of(PassedConfig.ofSite(context), form);
    }

    private static Stream<FormedText> of(Stream<PassedConfig> layers, ValueForm form) {
        return layers.flatMap(in -> Stream.concat(
                        PassedKey.of(in).flatMap(FormedText::ofKey),
                        PassedArgument.of(in).flatMap(FormedText::ofArgument)))
                .filter(text -> text.form() == form);
    }

    private static Stream<FormedText> ofKey(PassedKey key) {
        return key.usable().flatMap(ConfigKey::form).stream()
                .flatMap(form -> texts(key)
                        .map(text -> new FormedText(
                                key.in(), key.name(), text.place(), form, PassedItem.text(text.value()))));
    }

    private static Stream<Located<ConfigValue>> texts(PassedKey key) {
        return key.value().value() instanceof ConfigValue.Text
                ? Stream.of(key.value())
                        .filter(text -> key.usable()
                                .filter(fact -> key.type(fact) == ValueType.TEXT)
                                .isPresent())
                : PassedItem.of(key).filter(PassedItem::single).map(PassedItem::item);
    }

    private static Stream<FormedText> ofArgument(PassedArgument argument) {
        return argument
                .usable()
                .filter(fact -> argument.hasValue()
                        && GoValues.fits(fact.type(), argument.argument().value()))
                .flatMap(ComponentArgument::form)
                .stream()
                .map(form -> new FormedText(
                        argument.in(),
                        argument.name(),
                        argument.place(),
                        form,
                        argument.argument().value()));
    }

    /** Returns the same for each of several texts that commas join. */
    Stream<FormedText> parts() {
        return Arrays.stream(text.split(",", -1)).map(part -> new FormedText(in, name, place, form, part));
    }
}
