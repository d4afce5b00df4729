// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.PackChoice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a profile chooses that decides how its Kubernetes distribution is configured.
 *
 * @param flavor the distribution
 * @param version its release; absent where the text names none
 * @param hardening the hardening
 * @param fips whether FIPS 140 is enforced
 * @param cni the container network
 * @param agent whether the agent runs on the hosts, with its packs
 * @param removing the choices that take something out of what the pack brings, with where each was made
 */
record ConfigChoices(
        Sourced<Flavor> flavor,
        Optional<Sourced<KubernetesVersion>> version,
        Sourced<Hardening> hardening,
        Sourced<Boolean> fips,
        Sourced<CniName> cni,
        boolean agent,
        Map<PackChoice, Origin> removing) {
    /** Copies the choices. */
    ConfigChoices {
        removing = Map.copyOf(removing);
    }

    static ConfigChoices of(ResolvedProfile profile) {
        return new ConfigChoices(
                profile.flavor(),
                profile.kubernetesVersion(),
                profile.kubernetesHardening(),
                profile.fips(),
                profile.cni(),
                profile.hasAgent(),
                removing(profile.mode(), profile.fips(), profile.content()));
    }

    static Map<PackChoice, Origin> removing(
            Sourced<ClusterMode> mode, Sourced<Boolean> fips, Optional<ResolvedContent> content) {
        Map<PackChoice, Origin> removing = new EnumMap<>(PackChoice.class);
        if (mode.value() == ClusterMode.AIR_GAPPED) {
            removing.put(PackChoice.AIR_GAPPED, mode.origin());
        }
        if (fips.value()) {
            removing.put(PackChoice.FIPS, fips.origin());
        }
        content.flatMap(ResolvedContent::registry)
                .ifPresent(registry -> removing.put(
                        PackChoice.EXTERNAL_REGISTRY, registry.domain().origin()));
        content.flatMap(ResolvedContent::inClusterRegistry)
                .ifPresent(registry -> removing.put(PackChoice.CLUSTER_REGISTRY, registry.origin()));
        return removing;
    }
}
