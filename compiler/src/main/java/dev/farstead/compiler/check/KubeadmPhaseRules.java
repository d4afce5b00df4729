// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.KubeadmPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what kubeadm, K3s or RKE2 is told to leave out when it starts a cluster or joins one. */
final class KubeadmPhaseRules {
    private static final String KUBEADM =
            "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.10 cmd/kubeadm/app/cmd/";
    private static final String SKIP = "skipPhases";
    private static final String NO_PROXY = "disable-kube-proxy";

    /** The networks whose packs leave the addresses of services to kube-proxy. */
    private static final Set<CniName> WITH_KUBE_PROXY = Set.of(CniName.CALICO, CniName.FLANNEL);

    private KubeadmPhaseRules() {}

    /**
     * A phase of kubeadm that is to be skipped.
     *
     * @param in the layer that writes it
     * @param section the section that it stands in
     * @param place where it stands
     * @param name its name
     */
    record Skipped(PassedConfig in, String section, Place place, String name) {
        static Stream<Skipped> of(PassedConfig in) {
            return PassedField.of(in)
                    .filter(field -> field.path().size() == 2
                            && field.name().equals(SKIP)
                            && field.usable().isPresent())
                    .flatMap(field -> field.value().value() instanceof ConfigValue.Items list
                            ? list.items().stream()
                                    .filter(item -> item.value() instanceof ConfigValue.Text)
                                    .map(item -> of(field, item))
                            : Stream.empty());
        }

        private static Skipped of(PassedField field, Located<ConfigValue> item) {
            return new Skipped(field.in(), field.path().get(0), item.place(), PassedItem.text(item.value()));
        }

        private Stream<KubeadmPhase> phases() {
            return in.catalogue().kubeadmFields().phases().stream()
                    .filter(phase -> phase.section().equals(section) && phase.isIn(in.version()));
        }

        List<String> names() {
            return phases().map(KubeadmPhase::name).toList();
        }

        Optional<KubeadmPhase> fact() {
            return phases().filter(phase -> phase.name().equals(name)).findFirst();
        }

        Optional<String> without() {
            return fact().flatMap(KubeadmPhase::without);
        }

        boolean installsDns() {
            return fact().filter(KubeadmPhase::installsDns).isPresent();
        }

        boolean installsKubeProxy() {
            return fact().filter(KubeadmPhase::installsKubeProxy).isPresent();
        }
    }

    /**
     * What may leave out kube-proxy.
     *
     * @param in the layer that writes it
     * @param place where it stands
     * @param text how it is written
     * @param off whether it leaves out kube-proxy
     */
    record Left(PassedConfig in, Place place, String text, boolean off) {
        static Stream<Left> of(PassedConfig in) {
            return Stream.concat(
                    Skipped.of(in)
                            .map(phase -> new Left(
                                    in,
                                    phase.place(),
                                    phase.section() + "." + SKIP + ": " + phase.name(),
                                    phase.installsKubeProxy())),
                    PassedKey.of(in)
                            .filter(key ->
                                    key.name().equals(NO_PROXY) && key.usable().isPresent())
                            .map(key -> new Left(
                                    in,
                                    key.value().place(),
                                    NO_PROXY + ": "
                                            + PassedItem.text(key.value().value()),
                                    key.value().value() instanceof ConfigValue.Bool on && on.value())));
        }

        boolean isMissed() {
            return off && WITH_KUBE_PROXY.contains(in.profile().cni().value());
        }
    }

    static final Rule<ProfileContext, Skipped> UNKNOWN = Rule.profile("DIST-180")
            .title("a phase is to be skipped that kubeadm does not have")
            .why("""
                    kubeadm has a list of phases for starting a cluster and one for joining it. It ends at a name that is not in the \
                    list, before it does anything. A phase within another has the names of both, such as `addon/coredns`. Case \
                    counts.""")
            .evidence(KUBEADM + "phases/workflow/runner.go, computePhaseRunFlags; init.go, join.go", "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{skipPhases: [addon/coredns]}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{skipPhases: [coredns]}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Skipped::of))
            .broken(phase -> phase.fact().isEmpty(), (phase, finding) -> {
                finding.at(phase.place())
                        .message(phase.in().release() + " has no phase `" + phase.name() + "` in `" + phase.section()
                                + "`")
                        .effect(
                                phase.section().equals("joinConfiguration")
                                        ? "kubeadm ends at the name, and no host joins"
                                        : "kubeadm ends at the name, and no cluster comes up");
                within(phase)
                        .forEach(name -> finding.addFixes(Fix.of(
                                "write `" + name + "`",
                                SpecText.replace(phase.place(), name),
                                Fix.Applicability.GUESS)));
                finding.addFixes(Fix.advice("leave the name out"));
            });

    static final Rule<ProfileContext, Skipped> NEEDED = Rule.profile("DIST-181")
            .title("a phase of kubeadm is to be skipped that the cluster needs")
            .why("""
                    The provider starts and joins clusters with kubeadm alone, and nothing does by hand what a phase is kept from \
                    doing. Without certificates, without a control plane or without what hosts join with there is no cluster of the hosts \
                    that the site names.""")
            .evidence(
                    KUBEADM + "phases/init, phases/join; github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 "
                            + "stages/init.go, stages/join.go",
                    "C-28")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{skipPhases: [preflight]}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{skipPhases: [certs]}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Skipped::of))
            .broken(
                    phase -> phase.without().isPresent(),
                    (phase, finding) -> finding.at(phase.place())
                            .message("the cluster needs the phase `" + phase.name() + "` of `" + phase.section() + "`")
                            .effect(phase.without().orElseThrow())
                            .addFixes(Fix.advice("leave the name out, so that the phase runs")));

    static final Rule<ProfileContext, Left> KUBE_PROXY = Rule.profile("DIST-182")
            .warning()
            .title("kube-proxy is left out, and the network of the pack does not stand in for it")
            .why("""
                    kube-proxy leads what is sent to the address of a service to its pods. The packs of Calico and Flannel, as they come, \
                    use such an address themselves and leave this to kube-proxy: without it the network doesn't come up, unless Calico \
                    is told to do it instead.""")
            .evidence(
                    KUBEADM + "phases/init/addons.go; github.com/k3s-io/k3s v1.28.15+k3s1 pkg/cli/cmds/server.go; "
                            + "Calico documentation, operations/ebpf/enabling-ebpf",
                    "C-28")
            .inferred()
            .good("profile: {spec: {kubernetes: {config: {disable-kube-proxy: false}}}}")
            .bad("profile: {spec: {kubernetes: {config: {disable-kube-proxy: true}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Left::of))
            .broken(
                    Left::isMissed,
                    (left, finding) -> finding.at(left.place())
                            .message(
                                    "`" + left.text() + "` leaves out kube-proxy, and the pack of the network needs it")
                            .effect("no service has an address that answers, and nodes don't become ready")
                            .addFixes(Fix.advice(
                                    "leave it out, unless something else leads to the addresses of services")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNKNOWN, NEEDED, KUBE_PROXY);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNKNOWN.over(context -> PassedConfig.ofSite(context).flatMap(Skipped::of)),
            NEEDED.over(context -> PassedConfig.ofSite(context).flatMap(Skipped::of)),
            KUBE_PROXY.over(context -> PassedConfig.ofSite(context).flatMap(Left::of)));

    /** Returns names that may be meant: the one of this part first. */
    private static List<String> within(Skipped phase) {
        return Stream.concat(
                        phase.names().stream().filter(name -> name.endsWith("/" + phase.name())),
                        Spelling.nearest(phase.name(), phase.names(), 3).stream())
                .distinct()
                .limit(3)
                .toList();
    }
}
