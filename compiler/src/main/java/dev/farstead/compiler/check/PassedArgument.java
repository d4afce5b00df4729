// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.resolve.OwnedSettings;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Range;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An argument of a Kubernetes component that a specification passes on, in whichever form the distribution takes it.
 *
 * @param in the layer that writes it
 * @param component the component that gets it
 * @param list the key or field that holds it
 * @param form how it is written
 * @param place where it stands
 * @param argument the argument
 * @param hasValue whether a value is written
 */
record PassedArgument(
        PassedConfig in, String component, String list, Form form, Place place, Argument argument, boolean hasValue) {
    /** What a component does with an argument that it can't read. */
    static final String ENDS = "the component ends when it reads the argument";

    /** A name and a value as on a command line without an equals sign, or as in a map. */
    private static final Pattern SEPARATED = Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*)(?::\\s*|\\s+)(\\S.*)");

    private static final String FEATURE_GATES = "feature-gates";
    private static final String ETCD = "etcd";

    /** How an argument is written. */
    enum Form {
        /** As an item {@code name=value} of a list, for K3s and RKE2. */
        ITEM,
        /** As an entry {@code name: value} of a map, for kubeadm. */
        ENTRY,
        /** As a field of the kubelet's own configuration that means the same. */
        FIELD
    }

    /** Returns the arguments of a profile. */
    static Stream<PassedArgument> ofProfile(ProfileContext context) {
        return PassedConfig.ofProfile(context).flatMap(PassedArgument::of);
    }

    /** Returns the arguments that a site writes itself. */
    static Stream<PassedArgument> ofSite(SiteContext context) {
        return PassedConfig.ofSite(context).flatMap(PassedArgument::of);
    }

    /** Returns the arguments of a layer; what has a faulty value is left out. */
    static Stream<PassedArgument> of(PassedConfig in) {
        return Stream.concat(
                PassedKey.of(in).flatMap(PassedArgument::items),
                PassedField.of(in).flatMap(field -> Stream.concat(entries(field), gates(field))));
    }

    private static Stream<PassedArgument> items(PassedKey key) {
        return key.usable().flatMap(ConfigKey::component).stream()
                .flatMap(component -> PassedItem.of(key)
                        .filter(PassedItem::single)
                        .map(item -> new PassedArgument(
                                key.in(),
                                component,
                                key.name(),
                                Form.ITEM,
                                item.item().place(),
                                Argument.parse(
                                        item.text(),
                                        new Origin.Written(item.item().place())),
                                item.text().contains("="))));
    }

    private static Stream<PassedArgument> entries(PassedField field) {
        if (!(field.value().value() instanceof ConfigValue.Entries map)) {
            return Stream.empty();
        }
        return field.usable().flatMap(KubeadmField::component).stream()
                .flatMap(component -> map.entries().entrySet().stream()
                        .filter(entry -> entry.getValue().value() instanceof ConfigValue.Text)
                        .map(entry -> new PassedArgument(
                                field.in(),
                                component,
                                field.dotted(),
                                Form.ENTRY,
                                entry.getValue().place(),
                                new Argument(
                                        entry.getKey(),
                                        "",
                                        PassedItem.text(entry.getValue().value()),
                                        new Origin.Written(entry.getValue().place())),
                                true)));
    }

    /** Each gate in the kubelet's configuration adds to those that it has otherwise. */
    private static Stream<PassedArgument> gates(PassedField field) {
        boolean gates = field.usable()
                .flatMap(KubeadmField::argument)
                .filter(FEATURE_GATES::equals)
                .isPresent();
        if (!gates || !(field.value().value() instanceof ConfigValue.Entries map)) {
            return Stream.empty();
        }
        return map.entries().entrySet().stream()
                .filter(entry -> entry.getValue().value() instanceof ConfigValue.Bool)
                .map(entry -> new PassedArgument(
                        field.in(),
                        "kubelet",
                        field.dotted(),
                        Form.FIELD,
                        entry.getValue().place(),
                        new Argument(
                                FEATURE_GATES,
                                "+",
                                entry.getKey() + "="
                                        + PassedItem.text(entry.getValue().value()),
                                new Origin.Written(entry.getValue().place())),
                        true));
    }

    Catalogue catalogue() {
        return in.catalogue();
    }

    KubernetesVersion version() {
        return in.version();
    }

    /** Returns the name as the component reads it. */
    String name() {
        return argument.name().replace('_', '-');
    }

    /** Returns what is known of the argument; empty for one that no release has. */
    Optional<ComponentArgument> fact() {
        // Of all components only etcd tells an underscore from a dash.
        return isOfEtcd() && argument.name().contains("_")
                ? Optional.empty()
                : catalogue().componentArguments().argument(component, argument.name());
    }

    /** Tells whether the argument is written as a key into the configuration file of etcd. */
    boolean inEtcdFile() {
        return component.equals(EtcdFile.COMPONENT);
    }

    private boolean isOfEtcd() {
        return inEtcdFile() || component.equals(ETCD);
    }

    /** Returns the component as people call it. */
    String named() {
        return inEtcdFile() ? ETCD : component;
    }

    /** Returns what becomes of an argument that the component does not have. */
    String whenUnknown() {
        return inEtcdFile() ? "etcd skips it in its configuration file: nothing is set" : in.with(ENDS);
    }

    /** Returns who sets the argument instead; empty for one that can be passed on. */
    Optional<String> owner() {
        return OwnedSettings.argument(component, name(), in.owned());
    }

    /** Returns the argument's fact where the release has the argument and a specification may set it. */
    Optional<ComponentArgument> usable() {
        return owner().isPresent()
                ? Optional.empty()
                : fact().filter(found -> found.in(version(), in.build()).isPresent());
    }

    /** Returns whether several values of the argument add up; etcd takes the last one. */
    boolean addsUp() {
        return isList() && !isOfEtcd();
    }

    /** Returns whether the value is a list. */
    boolean isList() {
        return usable().map(ComponentArgument::type)
                .filter(type -> type == ValueType.LIST || type == ValueType.MAP)
                .isPresent();
    }

    /** Returns the members of a value that is a list. */
    List<String> members() {
        if (inEtcdFile()) {
            return EtcdFile.members(argument.value());
        }
        return Arrays.stream(argument.value().split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** Returns members as a value. */
    String joined(List<String> members) {
        String all = String.join(",", members);
        return inEtcdFile() ? "[" + all + "]" : all;
    }

    /** Returns the component with its release, for messages. */
    String of() {
        // The releases of etcd are numbered on their own.
        return isOfEtcd()
                ? "etcd of " + in.release()
                : component + " " + version().minor();
    }

    /** Returns a fix that gives the argument another name. */
    Fix renamed(String other) {
        return form == Form.ITEM
                ? written(other + (hasValue ? argument.operator() + "=" + argument.value() : ""), place.value())
                : Fix.of("write `" + other + "`", SpecText.rename(place, name(), other), Fix.Applicability.GUESS);
    }

    /**
     * Returns a fix that puts an equals sign between a name and a value that are separated otherwise, as on a command line or in a map; empty
     * for another form, for a name that the component does not have, and for a text that holds a secret.
     */
    Optional<Fix> separated() {
        Matcher parts = SEPARATED.matcher(argument.name());
        return form == Form.ITEM
                        && !hasValue
                        && parts.matches()
                        && catalogue()
                                .componentArguments()
                                .names(component(), version(), in.build())
                                .contains(parts.group(1))
                        && !Concealment.namesSecret(parts.group(1))
                        && !SecretRules.holdsSecret(parts.group(2))
                ? Optional.of(written(parts.group(1) + "=" + parts.group(2), place.value()))
                : Optional.empty();
    }

    /** Returns a fix that gives the argument another value. */
    Fix revalued(String value) {
        return form == Form.ITEM ? written(name() + "=" + value, place.value()) : written(value, place.value());
    }

    /** Returns a fix that keeps members beside the given ones. */
    Fix kept(List<String> members) {
        if (form == Form.ITEM) {
            return written(name() + "+=" + argument.value(), place.value());
        }
        List<String> all =
                Stream.concat(members.stream(), members().stream()).distinct().toList();
        return revalued(String.join(",", all));
    }

    private Fix written(String text, Range range) {
        return Fix.of("write `" + text + "`", new Edit(range, SpecText.text(text, place)), Fix.Applicability.GUESS);
    }
}
