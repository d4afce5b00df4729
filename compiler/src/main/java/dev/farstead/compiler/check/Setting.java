// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.KubeadmField;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting of a component, as an argument or as a field of the kubelet that means the same.
 *
 * @param in the layer that writes it
 * @param component the component that gets it
 * @param argument the name of the argument
 * @param name what it is called where it stands
 * @param place where it stands
 * @param text the value; for a list one of its members, for a pair the name, what stands between, and the value
 */
record Setting(PassedConfig in, String component, String argument, String name, Place place, String text) {
    static final String KUBELET = "kubelet";

    /** The kubelet skips a threshold that is always or never met. */
    private static final Set<String> SKIPPED = Set.of("0%", "100%");

    static Stream<Setting> ofArgument(PassedArgument passed) {
        if (passed.usable().isEmpty()) {
            return Stream.empty();
        }
        Stream<String> texts = passed.addsUp() && !passed.members().isEmpty()
                ? passed.members().stream()
                : Stream.of(passed.argument().value());
        return texts.map(text ->
                new Setting(passed.in(), passed.component(), passed.name(), passed.name(), passed.place(), text));
    }

    static Stream<Setting> ofField(PassedField field) {
        return field.usable().flatMap(KubeadmField::argument).stream()
                .flatMap(argument -> texts(field.value())
                        .map(text -> new Setting(
                                field.in(), KUBELET, argument, field.dotted(), text.place(), text.value())));
    }

    private static Stream<Located<String>> texts(Located<ConfigValue> value) {
        if (value.value() instanceof ConfigValue.Entries map) {
            return map.entries().entrySet().stream()
                    .map(entry -> new Located<>(
                            entry.getKey() + "="
                                    + PassedItem.text(entry.getValue().value()),
                            entry.getValue().place()));
        }
        if (value.value() instanceof ConfigValue.Items list && !list.items().isEmpty()) {
            return list.items().stream().map(item -> new Located<>(item(item.value()), item.place()));
        }
        return Stream.of(new Located<>(PassedItem.text(value.value()), value.place()));
    }

    /** A map of fields is written out as its values are, so that it is not taken for nothing. */
    private static String item(ConfigValue value) {
        return value instanceof ConfigValue.Entries map
                ? map.entries().values().stream()
                        .flatMap(inner -> texts(inner).map(Located::value))
                        .collect(Collectors.joining(","))
                : PassedItem.text(value);
    }

    /** Returns what the settings have in common of which one replaces the other. */
    String key() {
        return component + " " + argument;
    }

    /** Members of a list or of pairs stand beside each other; of single values the last one counts. */
    boolean standsWith(Setting last) {
        return in.equals(last.in)
                && name.equals(last.name)
                && (text.equals(last.text)
                        || fact().filter(fact -> GoValues.isList(fact.type())).isPresent());
    }

    boolean isOf(String otherComponent, String otherArgument) {
        return component.equals(otherComponent) && argument.equals(otherArgument);
    }

    /** Returns what is known of the argument. */
    Optional<ComponentArgument> fact() {
        return in.catalogue().componentArguments().argument(component, argument);
    }

    /** Returns the name of a pair. */
    String signal() {
        return text.split("[<=]", 2)[0].strip();
    }

    /** Returns the value of a pair; empty text where there is none. */
    String amount() {
        String[] pair = text.split("[<=]", 2);
        return pair.length < 2 ? "" : pair[1].strip();
    }

    /** Another signal is a mistake of its own. */
    boolean isKnown() {
        return fact().filter(fact -> fact.values(in.version()).contains(signal()))
                .isPresent();
    }

    boolean isSkipped() {
        return amount().isEmpty() || SKIPPED.contains(amount());
    }

    Optional<Integer> percent() {
        return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
