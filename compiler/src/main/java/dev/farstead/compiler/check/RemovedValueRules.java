// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Place;
import dev.farstead.schemas.PackChoice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about arguments that bring back a value which a choice of the profile takes out of what the pack brings. */
final class RemovedValueRules {
    private RemovedValueRules() {}

    /**
     * An argument of which a choice takes values out.
     *
     * @param argument the argument
     * @param choices the choices of the profile that concern it
     */
    record Concerned(PassedArgument argument, Set<PackChoice> choices) {
        static Stream<Concerned> of(PassedArgument argument, Set<PackChoice> choices) {
            return argument.catalogue()
                            .packRemovals()
                            .of(argument.name(), choices)
                            .isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Concerned(argument, choices));
        }

        List<String> kept() {
            return argument.catalogue().packRemovals().kept(argument.name(), argument.members(), choices);
        }

        List<String> removed() {
            List<String> kept = kept();
            return argument.members().stream()
                    .filter(member -> !kept.contains(member))
                    .toList();
        }

        void say(Finding.Builder finding, Optional<Place> asked, String label) {
            finding.at(argument.place());
            asked.ifPresent(place -> finding.addRelated(new Related(place.value(), label)));
            if (!kept().isEmpty()) {
                finding.addFixes(argument.revalued(argument.joined(kept())));
            }
            finding.addFixes(Fix.advice("leave " + String.join(", ", removed()) + " out"));
        }
    }

    static final Rule<ProfileContext, Concerned> UNAPPROVED = Rule.profile("FIPS-020")
            .title("an argument names a cipher or a protocol that is not approved")
            .why("""
                    In FIPS mode only approved ciphers may protect connections, with TLS 1.2 at least. ChaCha20-Poly1305, RC4 and \
                    Triple DES are none of them, so a component that is told to offer one is outside of what was certified.""")
            .evidence("NIST documentation, SP 800-52 Rev. 2, sections 3.1 and 3.3.1", "C-18")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {kubelet-arg: "
                    + "[\"tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\"]}}, fips: true, "
                    + "os: {version: \"20.04\", hardening: none, baseImage: \"registry.example.com/os/ubuntu-fips:20.04\"}, site: {registration: {endpoint: palette.example.com}}, storage: null, "
                    + "hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {kubelet-arg: "
                    + "[\"tls-cipher-suites=TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305\"]}}, fips: true, "
                    + "os: {version: \"20.04\", hardening: none, baseImage: \"registry.example.com/os/ubuntu-fips:20.04\"}, site: {registration: {endpoint: palette.example.com}}, storage: null, "
                    + "hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .subjects(context -> inFips(PassedArgument.ofProfile(context)))
            .broken(concerned -> !concerned.removed().isEmpty(), (concerned, finding) -> {
                PassedArgument argument = concerned.argument();
                finding.message("`" + argument.name() + "` of " + argument.named()
                                + " names what is not approved in FIPS mode")
                        .addValues("not approved: " + String.join(", ", concerned.removed()))
                        .effect("connections are outside of what was certified");
                concerned.say(finding, Written.place(argument.in().profile().fips()), "FIPS mode is asked for here");
            });

    static final Rule<ProfileContext, Concerned> ALWAYS_PULLED = Rule.profile("DIST-135")
            .title("an admission plug-in asks a registry for images that it can't give")
            .why("""
                    AlwaysPullImages has each node ask the registry for every image, every time. An air-gapped host reaches none. A \
                    registry inside the cluster is not there yet when its own pods start, and one outside serves what was loaded \
                    into it under other names: pods then do not start.""")
            .evidence(
                    "Palette documentation, clusters/edge/site-deployment/deploy-custom-registries/deploy-external-registry, "
                            + "local-registry; deployment-modes/agent-mode/install-agent-host",
                    "C-142")
            .good("profile: {spec: {content: {registry: {domain: registry.example.com, username: puller, password: "
                    + "{secretRef: registry-password}}}, kubernetes: {config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins+=DefaultTolerationSeconds]}}}}")
            .bad("profile: {spec: {content: {registry: {domain: registry.example.com, username: puller, password: "
                    + "{secretRef: registry-password}}}, kubernetes: {config: {kube-apiserver-arg: "
                    + "[enable-admission-plugins+=AlwaysPullImages]}}}}")
            .subjects(context -> pulling(PassedArgument.ofProfile(context)))
            .broken(concerned -> !concerned.removed().isEmpty(), (concerned, finding) -> {
                ResolvedProfile profile = concerned.argument().in().profile();
                if (concerned.choices().contains(PackChoice.AIR_GAPPED)) {
                    finding.message("AlwaysPullImages does not go with air-gapped hosts")
                            .effect(
                                    "pods whose images are on the host, but in no registry that it reaches, do not start");
                    concerned.say(finding, Written.place(profile.mode()), "the hosts are air-gapped");
                } else {
                    finding.message("AlwaysPullImages does not go with a registry of the site's own")
                            .effect("pods whose images the registry can't give at that moment do not start");
                    concerned.say(
                            finding, profile.content().map(ResolvedContent::place), "the registry is asked for here");
                }
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNAPPROVED, ALWAYS_PULLED);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNAPPROVED.over(context -> inFips(PassedArgument.ofSite(context))),
            ALWAYS_PULLED.over(context -> pulling(PassedArgument.ofSite(context))));

    private static Stream<Concerned> inFips(Stream<PassedArgument> passed) {
        return ArgumentRules.arguments(passed)
                .filter(argument -> argument.in().profile().fips().value())
                .flatMap(argument -> Concerned.of(argument, Set.of(PackChoice.FIPS)));
    }

    private static Stream<Concerned> pulling(Stream<PassedArgument> passed) {
        return ArgumentRules.arguments(passed)
                .flatMap(argument -> Concerned.of(argument, images(argument.in().profile())));
    }

    private static Set<PackChoice> images(ResolvedProfile profile) {
        Set<PackChoice> choices = EnumSet.noneOf(PackChoice.class);
        if (profile.mode().value() == ClusterMode.AIR_GAPPED) {
            choices.add(PackChoice.AIR_GAPPED);
        }
        profile.content().ifPresent(content -> {
            content.registry().ifPresent(registry -> choices.add(PackChoice.EXTERNAL_REGISTRY));
            content.inClusterRegistry().ifPresent(registry -> choices.add(PackChoice.CLUSTER_REGISTRY));
        });
        return choices;
    }
}
