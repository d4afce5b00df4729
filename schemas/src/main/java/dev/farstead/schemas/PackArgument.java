// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;

/** An argument of a component as it stands in a list such as {@code kube-apiserver-arg}. Immutable. */
public final class PackArgument {
    private final String key;
    private final String name;
    private final List<String> values;
    private final Availability availability;
    private final String source;

    private PackArgument(JsonRecord fact) {
        key = fact.text("key");
        name = fact.text("name");
        values = fact.texts("values");
        availability = Availability.take(fact);
        source = fact.source();
    }

    static PackArgument read(JsonRecord fact) {
        return new PackArgument(fact);
    }

    /**
     * Returns the list that holds the argument.
     *
     * @return the key of {@code cluster.config}
     */
    public String key() {
        return key;
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
     * Returns the argument's values.
     *
     * @return one value, or the items of a list
     */
    public List<String> values() {
        return values;
    }

    /**
     * Returns the argument as the list holds it.
     *
     * @return name, equals sign, values joined by commas
     */
    public String text() {
        return name + "=" + String.join(",", values);
    }

    boolean appliesTo(KubernetesVersion version) {
        return availability.holds(version);
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path, or the document
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return text();
    }
}
