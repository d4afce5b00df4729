// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.Optional;

/** A phase of {@code kubeadm init} or {@code kubeadm join}, which can be skipped by its name. Immutable. */
public final class KubeadmPhase {
    private final String section;
    private final String name;
    private final Optional<String> without;
    private final boolean kubeProxy;
    private final boolean dns;
    private final Availability availability;
    private final String source;

    private KubeadmPhase(JsonRecord fact) {
        section = fact.text("section");
        name = fact.text("name");
        without = fact.optionalText("without");
        kubeProxy = fact.flag("kubeProxy");
        dns = fact.flag("dns");
        availability = Availability.take(fact);
        source = fact.source();
        fact.end();
    }

    static KubeadmPhase read(JsonRecord fact) {
        return new KubeadmPhase(fact);
    }

    /**
     * Returns the section whose {@code skipPhases} names the phase.
     *
     * @return {@code initConfiguration} or {@code joinConfiguration}
     */
    public String section() {
        return section;
    }

    /**
     * Returns the name, as {@code skipPhases} takes it.
     *
     * @return the name, such as {@code addon/kube-proxy}
     */
    public String name() {
        return name;
    }

    /**
     * Returns what becomes of the cluster when the phase is skipped.
     *
     * @return the effect in the words of a finding, or empty for a phase that a cluster comes up without
     */
    public Optional<String> without() {
        return without;
    }

    /**
     * Returns whether the phase installs kube-proxy.
     *
     * @return true for it and the phase that it is part of
     */
    public boolean installsKubeProxy() {
        return kubeProxy;
    }

    /**
     * Returns whether the phase installs the DNS of the cluster.
     *
     * @return true for it and the phase that it is part of
     */
    public boolean installsDns() {
        return dns;
    }

    /**
     * Returns whether a release has the phase.
     *
     * @param version the release
     * @return true when it can be skipped there
     */
    public boolean isIn(KubernetesVersion version) {
        return availability.holds(version);
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tags and paths
     */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return section + " " + name;
    }
}
