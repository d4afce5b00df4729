// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.source.Place;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.ComponentBuild;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An argument of a Kubernetes component that a specification passes on to K3s.
 *
 * @param key the key that holds it
 * @param component the component that gets it
 * @param place where it stands
 * @param argument the argument
 * @param hasValue whether a value is written
 */
record PassedArgument(PassedKey key, String component, Place place, Argument argument, boolean hasValue) {
    /** Returns the arguments that a key holds; none for another key or a faulty value. */
    static Stream<PassedArgument> of(PassedKey key) {
        return key.usable().flatMap(ConfigKey::component).stream()
                .flatMap(component -> PassedItem.of(key)
                        .filter(PassedItem::single)
                        .map(item -> new PassedArgument(
                                key,
                                component,
                                item.item().place(),
                                Argument.parse(
                                        item.text(),
                                        new Origin.Written(item.item().place())),
                                item.text().contains("="))));
    }

    /** Returns the name as the component reads it. */
    String name() {
        return argument.name().replace('_', '-');
    }

    /** Returns what is known of the argument; empty for one that no release has. */
    Optional<ComponentArgument> fact() {
        return key.catalogue().componentArguments().argument(component, argument.name());
    }

    /** Returns who sets the argument instead; empty for one that can be passed on. */
    Optional<String> owner() {
        return OwnedSettings.argument(component, name(), key.catalogue().k3sOwnedArguments());
    }

    /** Returns the argument's fact where the release has the argument and a specification may set it. */
    Optional<ComponentArgument> usable() {
        return owner().isPresent()
                ? Optional.empty()
                : fact().filter(found ->
                        found.in(key.version(), ComponentBuild.K3S).isPresent());
    }

    /** Returns whether several values of the argument add up. */
    boolean addsUp() {
        return usable().map(ComponentArgument::type)
                .filter(type -> type == ValueType.LIST || type == ValueType.MAP)
                .isPresent();
    }

    /** Returns the members of a value that is a list. */
    List<String> members() {
        return Arrays.stream(argument.value().split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** Returns the component with its release, for messages. */
    String of() {
        return component + " " + key.version().minor();
    }

    /** Returns a fix that writes another item. */
    Fix write(String item, Fix.Applicability applicability) {
        String text = SpecText.text(item, place);
        return Fix.of("write `" + item + "`", new Edit(place.value(), text), applicability);
    }
}
