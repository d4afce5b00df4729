// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.resolve.FileConfig;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedInterface;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.Command;
import dev.farstead.schemas.FlavorFacts;
import java.util.Optional;

/**
 * A host without the agent, and what follows from its part in the cluster. The first control-plane host in the order of the site starts
 * the cluster; all others join it.
 *
 * @param site the site
 * @param host the host
 * @param catalogue the facts
 */
record PlainHost(ResolvedSite site, ResolvedHost host, Catalogue catalogue) {
    ResolvedProfile profile() {
        return site.profile();
    }

    FlavorFacts facts() {
        return catalogue.flavor(flavor().text());
    }

    /** Tells whether a group may do everything on the host. */
    boolean administrates(String group) {
        return catalogue
                .operatingSystems()
                .administrates(group, profile().osFamily().value().text());
    }

    Flavor flavor() {
        return profile().flavor().value();
    }

    KubernetesVersion version() {
        return Values.needed(profile().kubernetesVersion()).value();
    }

    FileConfig config() {
        return (FileConfig) site.cluster().config();
    }

    /** Returns an origin for what stands on this host because of its part in the cluster and something else. */
    Origin because(Sourced<?> chosen) {
        return Origin.inferred(
                "chosen for this host",
                chosen.origin(),
                host.name().origin(),
                Values.needed(host.role()).origin(),
                profile().flavor().origin());
    }

    Command command() {
        return Values.needed(host.role()).value() == HostRole.CONTROL_PLANE ? Command.SERVER : Command.AGENT;
    }

    boolean isServer() {
        return command() == Command.SERVER;
    }

    /** Tells whether the host starts the cluster. */
    boolean isFirst() {
        return host.equals(first(site));
    }

    static ResolvedHost first(ResolvedSite site) {
        return site.hosts(HostRole.CONTROL_PLANE).get(0);
    }

    String unit() {
        return isServer() ? facts().serverUnit() : facts().workerUnit();
    }

    /** Returns what hardening adds; empty for a host that is not hardened. */
    Optional<CisAdditions> hardening() {
        boolean asked = profile().kubernetesHardening().value() == Hardening.CIS;
        return asked ? catalogue.cis(flavor().text()) : Optional.empty();
    }

    /** Returns the interface in the LAN with a fixed address, or the first with one; empty where DHCP gives them all. */
    Optional<ResolvedInterface> lanInterface() {
        return host.interfaces().stream()
                .filter(this::isLan)
                .findFirst()
                .or(() -> host.interfaces().stream().findFirst());
    }

    boolean isLan(ResolvedInterface nic) {
        return site.network()
                .lan()
                .filter(lan -> lan.value().contains(nic.address().value().address()))
                .isPresent();
    }
}
