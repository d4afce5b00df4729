// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.HostCommand;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.KubeadmCis;
import dev.farstead.schemas.KubeadmDefaults;
import dev.farstead.schemas.PackDefaults;
import dev.farstead.schemas.ServerUser;
import dev.farstead.schemas.Sysctl;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a Kubernetes pack needs on a host before Kubernetes starts.
 *
 * @param sysctls kernel settings; of those with one name the first counts
 * @param directories directories
 * @param files files, with their content where it is not the audit policy
 * @param commands commands that are run at each boot
 * @param serverUser the user that control-plane hosts must have; empty where none is needed
 * @param hardening where the hardening is stated
 * @param admission makes the configuration of the admission plug-ins
 */
record NodeNeeds(
        List<Sourced<Sysctl>> sysctls,
        List<HostPath> directories,
        List<HostPath> files,
        List<HostCommand> commands,
        Optional<ServerUser> serverUser,
        String hardening,
        Function<Origin, OutputEmbedded> admission) {
    static NodeNeeds of(ResolvedProfile profile, Catalogue catalogue) {
        boolean hardened = profile.kubernetesHardening().value() == Hardening.CIS;
        if (profile.flavor().value().isKubeadm()) {
            KubeadmDefaults defaults = catalogue.kubeadmDefaults();
            KubeadmCis cis = catalogue.kubeadmCis();
            return new NodeNeeds(
                    all(defaults.sysctls(), profile.kubernetesHardening(), cis.sysctls()),
                    defaults.directories(),
                    defaults.files(),
                    defaults.commands(),
                    Optional.empty(),
                    cis.source(),
                    from -> AdmissionFile.of(cis, from));
        }
        String flavor = profile.flavor().value().text();
        PackDefaults defaults = catalogue.packDefaults(flavor).orElseThrow();
        CisAdditions cis = catalogue.cis(flavor).orElseThrow();
        return new NodeNeeds(
                all(defaults.sysctls(), profile.kubernetesHardening(), cis.sysctls()),
                defaults.directories(),
                defaults.files(),
                List.of(),
                cis.serverUser().filter(user -> hardened),
                cis.source(),
                from -> AdmissionFile.of(cis, from));
    }

    private static List<Sourced<Sysctl>> all(List<Sysctl> defaults, Sourced<Hardening> level, List<Sysctl> hardening) {
        Stream<Sourced<Sysctl>> added = hardening.stream()
                .map(setting -> new Sourced<>(
                        setting, Origin.inferred("added by CIS hardening", level.origin(), fact(setting))));
        return Stream.concat(
                        defaults.stream().map(setting -> new Sourced<>(setting, fact(setting))),
                        level.value() == Hardening.CIS ? added : Stream.empty())
                .toList();
    }

    private static Origin fact(Sysctl setting) {
        return new Origin.Fact("kernel setting", setting.source());
    }
}
