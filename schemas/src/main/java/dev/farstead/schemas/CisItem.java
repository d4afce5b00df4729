// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What an item of the CIS benchmark asks of an argument or key that is written, whatever else sets it. Immutable. */
public final class CisItem {
    private final Optional<String> component;
    private final String name;
    private final Ask ask;
    private final List<String> values;
    private final NavigableMap<KubernetesMinor, String> earlierNumbers;
    private final String number;
    private final Availability availability;
    private final String source;

    /** How the values of an item bind. */
    public enum Ask {
        /** None of the values may be given. */
        FORBIDS,
        /** Nothing but the values may be given. */
        ALLOWS,
        /** Each of the values has to be among those given. */
        NEEDS,
        /** The value has to contain one of the values. */
        HAS,
        /** The value is a number that may not be smaller. */
        LEAST,
        /** The value is a length of time that may not be zero. */
        NONZERO,
        /** The value is the octal mode of a file that may not let in more. */
        MODE,
        /** It may not be given at all. */
        ABSENT,
        /** The value names a file that says what the item asks of, and that nobody here reads. */
        FILE
    }

    private CisItem(JsonRecord fact) {
        component = fact.optionalText("component");
        name = fact.text("name");
        ask = fact.parse(fact.text("ask"), Constants.of(Ask.class));
        values = fact.has("values") ? fact.texts("values") : List.of();
        earlierNumbers = new TreeMap<>(KubernetesMinors.keys(fact, "itemUntil", JsonRecord::text));
        number = fact.text("item");
        availability = Availability.take(fact);
        source = fact.source();
    }

    static CisItem read(JsonRecord fact) {
        return new CisItem(fact);
    }

    /**
     * Returns the component whose argument it is.
     *
     * @return the component, such as {@code kubelet}; empty for a key of the distribution
     */
    public Optional<String> component() {
        return component;
    }

    /**
     * Returns the name of the argument or key.
     *
     * @return the argument without dashes, or the key
     */
    public String name() {
        return name;
    }

    /**
     * Returns how the values bind.
     *
     * @return the way
     */
    public Ask ask() {
        return ask;
    }

    /**
     * Returns the values that the item speaks of.
     *
     * @return the values; empty where the item speaks of none
     */
    public List<String> values() {
        return values;
    }

    /**
     * Returns the number of the item in the benchmark that fits a minor.
     *
     * @param minor the minor release
     * @return such as {@code 4.2.1}
     */
    public String number(KubernetesMinor minor) {
        var earlier = earlierNumbers.ceilingEntry(minor);
        return earlier == null ? number : earlier.getValue();
    }

    /**
     * Tells whether the benchmark that fits a release has the item.
     *
     * @param version the release
     * @return whether it has
     */
    public boolean appliesTo(KubernetesVersion version) {
        return availability.holds(version);
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository and paths
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return number + " " + name;
    }
}
