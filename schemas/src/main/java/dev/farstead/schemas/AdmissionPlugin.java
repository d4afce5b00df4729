// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.Optional;

/** An admission plug-in of kube-apiserver. Immutable. */
public final class AdmissionPlugin {
    private final String name;
    private final Availability availability;
    private final boolean onByDefault;
    private final Optional<KubernetesMinor> deprecatedSince;
    private final String source;

    private AdmissionPlugin(JsonRecord fact) {
        name = fact.text("name");
        availability = Availability.take(fact);
        onByDefault = fact.flag("on");
        deprecatedSince = fact.optionalParsed("deprecated", KubernetesMinor::parse);
        source = fact.source();
    }

    static AdmissionPlugin read(JsonRecord fact) {
        return new AdmissionPlugin(fact);
    }

    /**
     * Returns the plug-in's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Tells whether a release has the plug-in. kube-apiserver ends when it is told to use one that it does not have.
     *
     * @param version the release; one behind the newest minor of the catalogue counts as the newest
     * @return whether it has, and since or until when
     */
    public Presence in(KubernetesVersion version) {
        return availability.in(version, Optional.empty());
    }

    /**
     * Returns whether the plug-in works without being named.
     *
     * @return true for those that kube-apiserver turns on itself
     */
    public boolean onByDefault() {
        return onByDefault;
    }

    /**
     * Tells whether the plug-in is deprecated.
     *
     * @param minor the minor release
     * @return true where kube-apiserver has it but advises against it
     */
    public boolean deprecatedIn(KubernetesMinor minor) {
        return deprecatedSince.filter(since -> since.compareTo(minor) <= 0).isPresent();
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
