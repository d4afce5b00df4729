// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An argument of a Kubernetes component, such as {@code audit-log-maxage} of kube-apiserver. Immutable. */
public final class ComponentArgument {
    private final String name;
    private final ValueType type;
    private final Availability availability;
    private final ComponentBuild build;
    private final Optional<KubernetesMinor> deprecatedSince;
    private final Optional<KubernetesMinor> deprecatedUntil;
    private final List<KnownValue> values;
    private final Changing defaultText;
    private final Optional<ValueForm> form;
    private final Optional<ValueRange> range;
    private final boolean inConfigurationFile;
    private final boolean negatable;
    private final List<SettingNeed> needs;
    private final List<SettingHarm> harms;
    private final String source;

    private ComponentArgument(JsonRecord fact, Map<String, List<String>> sets) {
        name = fact.text("name");
        type = fact.parse(fact.text("type"), Constants.of(ValueType.class));
        availability = Availability.take(fact);
        build = fact.optionalParsed("build", Constants.of(ComponentBuild.class)).orElse(ComponentBuild.EVERY);
        deprecatedSince = fact.optionalParsed("deprecated", KubernetesMinor::parse);
        deprecatedUntil = fact.optionalParsed("deprecatedUntil", KubernetesMinor::parse);
        values = fact.optionalParsed("valuesOf", set -> Optional.ofNullable(sets.get(set)))
                .map(ComponentArgument::always)
                .orElseGet(() -> fact.objects("values", KnownValue::read));
        defaultText = Changing.take(fact, "default");
        form = fact.optionalParsed("form", Constants.of(ValueForm.class));
        range = fact.optionalObject("range").map(ValueRange::read);
        inConfigurationFile = fact.flag("configurationFile");
        negatable = fact.flag("negatable");
        needs = fact.objects("needs", SettingNeed::read);
        harms = fact.objects("harms", SettingHarm::read);
        source = fact.source();
    }

    /** Reads an argument; {@code sets} holds the values that several arguments have in common. */
    static ComponentArgument read(JsonRecord fact, Map<String, List<String>> sets) {
        return new ComponentArgument(fact, sets);
    }

    private static List<KnownValue> always(List<String> set) {
        return set.stream()
                .map(value -> new KnownValue(value, Availability.ALWAYS))
                .toList();
    }

    /**
     * Returns the argument's name.
     *
     * @return the flag without dashes
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the argument takes.
     *
     * @return the type
     */
    public ValueType type() {
        return type;
    }

    /**
     * Tells whether the component of a release has the argument. A component ends when it is given one that it does not have.
     *
     * @param version the release; one behind the newest minor of the catalogue counts as the newest
     * @param asked the build of the component
     * @return whether it has, and since or until when
     */
    public Presence in(KubernetesVersion version, ComponentBuild asked) {
        return build == ComponentBuild.EVERY || build == asked
                ? availability.in(version, Optional.empty())
                : new Presence.Elsewhere();
    }

    /**
     * Tells whether the argument is deprecated.
     *
     * @param minor the minor release
     * @return true where the component takes it but advises against it
     */
    public boolean deprecatedIn(KubernetesMinor minor) {
        return deprecatedSince.filter(since -> since.compareTo(minor) <= 0).isPresent()
                && deprecatedUntil.filter(until -> until.compareTo(minor) < 0).isEmpty();
    }

    /**
     * Returns the only values that the argument takes, or its items, or the only names in its pairs.
     *
     * @param version the release
     * @return the values; empty when the argument takes any
     */
    public List<String> values(KubernetesVersion version) {
        return KnownValue.names(values, version);
    }

    /**
     * Returns what holds when the argument is absent.
     *
     * @param minor the minor release
     * @return the registered default in text form; empty where there is none or it is empty
     */
    public Optional<String> defaultIn(KubernetesMinor minor) {
        return defaultText.in(minor);
    }

    /**
     * Returns what the value has to be beyond its type.
     *
     * @return the form; empty where any value of the type will do
     */
    public Optional<ValueForm> form() {
        return form;
    }

    /**
     * Returns the numbers that the argument takes.
     *
     * @return the range; empty where any number of the type will do, or none is due
     */
    public Optional<ValueRange> range() {
        return range;
    }

    /**
     * Returns whether the component wants this in its configuration file rather than as an argument.
     *
     * @return true for many arguments of the kubelet
     */
    public boolean inConfigurationFile() {
        return inConfigurationFile;
    }

    /**
     * Returns whether a dash before one of the values says that it is left out.
     *
     * @return true for the list of controllers
     */
    public boolean negatable() {
        return negatable;
    }

    /**
     * Returns what the argument needs beside it.
     *
     * @return the needs, each of which holds for itself
     */
    public List<SettingNeed> needs() {
        return needs;
    }

    /**
     * Returns the values with which the component starts, and its host does not do its part in the cluster.
     *
     * @return the values with what happens
     */
    public List<SettingHarm> harms() {
        return harms;
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
