// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.KubeadmProviderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field that a specification passes on to kubeadm.
 *
 * @param in the layer that writes it
 * @param path names from the section down to the field; items of a list have no name of their own
 * @param siblings the fields that may stand where this one stands
 * @param value its value
 */
record PassedField(PassedConfig in, List<String> path, Map<String, KubeadmField> siblings, Located<ConfigValue> value) {
    private static final Set<String> TYPE_OF_DOCUMENT = Set.of("apiVersion", "kind");

    /** Returns the fields of a profile, each before those within it. */
    static Stream<PassedField> ofProfile(ProfileContext context) {
        return PassedConfig.ofProfile(context).flatMap(PassedField::of);
    }

    /** Returns the fields that a site writes itself, each before those within it. */
    static Stream<PassedField> ofSite(SiteContext context) {
        return PassedConfig.ofSite(context).flatMap(PassedField::of);
    }

    /** Returns the fields of a layer; none where it is not for kubeadm. What a field holds counts only where it is usable. */
    static Stream<PassedField> of(PassedConfig in) {
        return in.isKubeadm()
                ? fields(in, List.of(), in.catalogue().kubeadmFields().sections(), in.values())
                : Stream.empty();
    }

    private static Stream<PassedField> fields(
            PassedConfig in,
            List<String> above,
            Map<String, KubeadmField> known,
            Map<String, Located<ConfigValue>> written) {
        return written.entrySet().stream().flatMap(entry -> {
            List<String> path = new ArrayList<>(above);
            path.add(entry.getKey());
            PassedField field = new PassedField(in, List.copyOf(path), known, entry.getValue());
            return Stream.concat(Stream.of(field), field.within());
        });
    }

    private Stream<PassedField> within() {
        return usable().stream().flatMap(fact -> maps().flatMap(map -> fields(in, path, fact.fields(), map.entries())));
    }

    /** Returns the maps whose entries are fields in turn. */
    Stream<ConfigValue.Entries> maps() {
        FieldType type = type();
        Stream<ConfigValue> values = type == FieldType.OBJECTS && value.value() instanceof ConfigValue.Items list
                ? list.items().stream().map(Located::value)
                : Stream.of(value.value()).filter(only -> type == FieldType.OBJECT);
        return described()
                ? values.filter(ConfigValue.Entries.class::isInstance).map(ConfigValue.Entries.class::cast)
                : Stream.empty();
    }

    private boolean described() {
        return usable().filter(fact -> !fact.fields().isEmpty()).isPresent();
    }

    KubernetesVersion version() {
        return in.version();
    }

    String name() {
        return path.get(path.size() - 1);
    }

    /** Returns the names from the section down, joined by dots, for messages. */
    String dotted() {
        return String.join(".", path);
    }

    boolean isSection() {
        return path.size() == 1;
    }

    /** Returns what is known of the field; empty for one that no release has. */
    Optional<KubeadmField> fact() {
        return Optional.ofNullable(siblings.get(name()));
    }

    /** Returns who sets the field instead; empty for one that can be passed on. */
    Optional<String> owner() {
        return path.size() == 2 && TYPE_OF_DOCUMENT.contains(name())
                ? Optional.of("the provider writes it, with the version that kubeadm reads")
                : in.catalogue().kubeadmProvider().owner(path).map(KubeadmProviderFacts.Owned::by);
    }

    /** Returns the field's fact where the release has the field and a specification may set it: then its value counts. */
    Optional<KubeadmField> usable() {
        return owner().isPresent()
                ? Optional.empty()
                : fact().filter(field -> field.in(version()).isPresent());
    }

    /** Returns what is known of the kubelet's argument that means the same: what it takes, the field takes too. */
    Optional<ComponentArgument> kubeletArgument() {
        return usable().flatMap(KubeadmField::argument)
                .flatMap(name -> in.catalogue().componentArguments().argument("kubelet", name));
    }

    /** Returns whether the values that are known by name are advice. */
    boolean takesOtherValues() {
        return fact().filter(KubeadmField::open).isPresent();
    }

    /** Returns what the field takes in this release. */
    FieldType type() {
        return fact().map(fact -> fact.type(version().minor())).orElse(FieldType.TEXT);
    }
}
