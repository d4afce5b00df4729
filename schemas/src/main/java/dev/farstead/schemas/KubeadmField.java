// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A field of the configuration that kubeadm reads, such as {@code extraArgs} of {@code apiServer}. Immutable. */
public final class KubeadmField {
    private final String name;
    private final NavigableMap<KubernetesMinor, FieldType> earlierTypes;
    private final FieldType type;
    private final Availability availability;
    private final List<KnownValue> values;
    private final boolean open;
    private final boolean required;
    private final Optional<String> component;
    private final Optional<String> argument;
    private final Optional<ValueForm> form;
    private final boolean perHost;
    private final Map<String, KubeadmField> fields;
    private final String source;

    private KubeadmField(JsonRecord fact) {
        name = fact.text("name");
        earlierTypes = new TreeMap<>(KubernetesMinors.keys(
                fact, "typeUntil", (types, minor) -> types.parse(types.text(minor), Constants.of(FieldType.class))));
        type = fact.parse(fact.text("type"), Constants.of(FieldType.class));
        availability = Availability.take(fact);
        values = fact.objects("values", KnownValue::read);
        open = fact.flag("open");
        required = fact.flag("required");
        component = fact.optionalText("component");
        argument = fact.optionalText("argument");
        form = fact.optionalParsed("form", Constants.of(ValueForm.class));
        perHost = fact.flag("perHost");
        fields = fact.named("fields", KubeadmField::new, KubeadmField::name);
        source = fact.source();
    }

    static KubeadmField read(JsonRecord fact) {
        return new KubeadmField(fact);
    }

    /**
     * Returns the field's name.
     *
     * @return the name, exactly as kubeadm writes it
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the field takes.
     *
     * @param minor the minor release
     * @return the type
     */
    public FieldType type(KubernetesMinor minor) {
        var earlier = earlierTypes.ceilingEntry(minor);
        return earlier == null ? type : earlier.getValue();
    }

    /**
     * Tells whether a release has the field. One that it does not have is dropped when the configuration is read.
     *
     * @param version the release
     * @return whether it has, and since when
     */
    public Presence in(KubernetesVersion version) {
        return availability.in(version, Optional.empty());
    }

    /**
     * Returns the only values that the field, or an item of it, takes.
     *
     * @param version the release
     * @return the values; empty when the field takes any
     */
    public List<String> values(KubernetesVersion version) {
        return KnownValue.names(values, version);
    }

    /**
     * Returns whether the field takes other values than those it knows by name.
     *
     * @return true where {@link #values} are those that need nothing further on the hosts
     */
    public boolean open() {
        return open;
    }

    /**
     * Returns whether the map that holds the field is refused without it.
     *
     * @return true where the field has to be there
     */
    public boolean required() {
        return required;
    }

    /**
     * Returns the component whose arguments the field holds, by name.
     *
     * @return the component, such as {@code kube-apiserver}; empty for any other field
     */
    public Optional<String> component() {
        return component;
    }

    /**
     * Returns the argument of the kubelet that sets the same thing, and that wins over the field.
     *
     * @return name of the argument without dashes; empty for a field that no argument doubles
     */
    public Optional<String> argument() {
        return argument;
    }

    /**
     * Returns what the value, or an item of a list, has to be beyond its type.
     *
     * @return the form; empty where any value of the type will do, or what the argument takes will
     */
    public Optional<ValueForm> form() {
        return form;
    }

    /**
     * Returns whether hosts of one cluster need different values.
     *
     * @return true for a field that names a host, or an address of one
     */
    public boolean perHost() {
        return perHost;
    }

    /**
     * Returns the fields within the field, or within each of its items.
     *
     * @return the fields by name in kubeadm's own order; empty for a field whose content is not described further
     */
    public Map<String, KubeadmField> fields() {
        return fields;
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return name;
    }
}
