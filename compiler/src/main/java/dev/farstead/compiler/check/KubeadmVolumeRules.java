// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.axis.Hardening;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.KubeadmVolume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about volumes of the control plane that are passed on to kubeadm. */
final class KubeadmVolumeRules {
    private static final String VOLUMES = ".extraVolumes";

    private KubeadmVolumeRules() {}

    /**
     * A volume that has the name of one that comes with the files for it.
     *
     * @param written the volume as it is written
     * @param own the one of the pack or of hardening
     */
    record Named(KubeadmValueRules.Listed written, KubeadmVolume own) {
        static Stream<Named> of(PassedField field) {
            return KubeadmValueRules.Listed.of(field)
                    .flatMap(volume -> owned(field.in())
                            .filter(own -> field.dotted().equals(String.join(".", own.component()) + VOLUMES)
                                    && own.name().equals(text(volume, "name")))
                            .map(own -> new Named(volume, own)));
        }

        private static Stream<KubeadmVolume> owned(PassedConfig in) {
            boolean hardened = in.profile().kubernetesHardening().value() == Hardening.CIS;
            return Stream.concat(
                    in.catalogue().kubeadmDefaults().volumes().stream(),
                    hardened ? in.catalogue().kubeadmCis().volumes().stream() : Stream.empty());
        }

        boolean differs() {
            return !text(written, "hostPath").equals(own.hostPath())
                    || !text(written, "mountPath").equals(own.mountPath())
                    || !Set.of("", own.pathType()).contains(text(written, "pathType"));
        }

        private static String text(KubeadmValueRules.Listed volume, String key) {
            Map<String, Located<ConfigValue>> entries = volume.written().entries();
            return Optional.ofNullable(entries.get(key))
                    .map(found -> PassedItem.text(found.value()))
                    .orElse("");
        }
    }

    static final Rule<ProfileContext, Named> OWNED = Rule.profile("DIST-148")
            .title("a volume takes the place of one that kube-apiserver needs")
            .why("""
                    kube-apiserver runs in a container and sees only what is mounted. The files that its arguments name are emitted \
                    together with the volumes that show them to it. A volume of the same name takes their place, and kube-apiserver \
                    ends because its file is not there.""")
            .evidence("Palette documentation, integrations/edge-k8s, default values", "C-141")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {extraVolumes: [{name: audit-log, hostPath: /var/log/apiserver, mountPath: "
                    + "/var/log/apiserver}]}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {extraVolumes: [{name: audit-log, hostPath: /var/log/audit, mountPath: "
                    + "/var/log/audit}]}}}}}}")
            .subjects(context -> PassedField.ofProfile(context).flatMap(Named::of))
            .broken(
                    Named::differs,
                    (volume, finding) -> finding.at(volume.written().place())
                            .message("the volume `" + volume.own().name()
                                    + "` shows other files than kube-apiserver is told to read")
                            .addValues("needed: " + volume.own().hostPath() + " at "
                                    + volume.own().mountPath())
                            .effect("kube-apiserver ends when it starts, over and over")
                            .addFixes(Fix.advice("give this volume another name")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(OWNED);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(OWNED.over(context -> PassedField.ofSite(context).flatMap(Named::of)));
}
