// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.axis.Hardening;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ValueType;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about settings that undo the hardening that a profile asks for. */
final class HardeningRules {
    private static final String GUIDE =
            "K3s documentation, security/hardening-guide; RKE2 documentation, security/hardening_guide; Palette documentation, "
                    + "integrations/edge-k8s, default values";

    /**
     * By component, arguments whose value the hardening only proposes: how fast pods move, what the health checks of the agent need, and what the
     * benchmark leaves open within the bounds of its items.
     */
    private static final Map<String, Set<String>> FREE = Map.of(
            "kube-apiserver",
            Set.of("anonymous-auth", "default-not-ready-toleration-seconds", "default-unreachable-toleration-seconds"),
            "kube-controller-manager",
            Set.of("terminated-pod-gc-threshold"),
            "kubelet",
            Set.of("streaming-connection-idle-timeout"));

    private static final Set<String> MORE_IS_FINE =
            Set.of("audit-log-maxage", "audit-log-maxbackup", "audit-log-maxsize");
    private static final Set<String> FEWER_IS_FINE = Set.of("tls-cipher-suites");
    private static final Set<String> ADDED_IS_FINE =
            Set.of("enable-admission-plugins", "disable-admission-plugins", "feature-gates");

    private HardeningRules() {}

    /**
     * An argument that hardening sets, as a specification writes it.
     *
     * @param argument what is written
     * @param hardened the values that hardening gives it
     */
    record Hardened(PassedArgument argument, Set<String> hardened) {
        static Stream<Hardened> of(PassedConfig in) {
            return ArgumentRules.arguments(PassedArgument.of(in)).flatMap(Hardened::of);
        }

        private static Stream<Hardened> of(PassedArgument argument) {
            boolean free = FREE.getOrDefault(argument.component(), Set.of()).contains(argument.name());
            return Stream.of(new Hardened(argument, HardenedArguments.values(argument)))
                    .filter(found -> !free && !found.hardened().isEmpty());
        }

        /** Tells whether an argument undoes what hardening sets, so that nothing else has to be said of it. */
        static boolean isWeakened(PassedArgument argument) {
            return of(argument).anyMatch(Hardened::weakened);
        }

        boolean weakened() {
            Set<String> given = new LinkedHashSet<>(argument.members());
            String name = argument.name();
            if (ADDED_IS_FINE.contains(name)) {
                return argument.argument().operator().isEmpty() ? !given.containsAll(hardened) : contradicts(given);
            }
            if (FEWER_IS_FINE.contains(name)) {
                return given.isEmpty() || !hardened.containsAll(given);
            }
            String value = argument.argument().value();
            if (MORE_IS_FINE.contains(name)) {
                return GoValues.fits(ValueType.INTEGER, value)
                        && !value.startsWith("0x")
                        && new BigInteger(value)
                                        .compareTo(new BigInteger(
                                                hardened.iterator().next()))
                                < 0;
            }
            return argument.addsUp() ? !given.equals(hardened) : !sameValue(value);
        }

        private boolean contradicts(Set<String> given) {
            return hardened.stream()
                    .filter(member -> member.endsWith("=true"))
                    .anyMatch(member -> given.contains(member.replace("=true", "=false")));
        }

        /** Go reads `1` and `t` as true. */
        private boolean sameValue(String value) {
            String wanted = hardened.iterator().next();
            boolean truth = wanted.equals("true") || wanted.equals("false");
            return (truth && GoValues.fits(ValueType.BOOLEAN, value))
                    ? GoValues.isTrue(value) == GoValues.isTrue(wanted)
                    : value.equals(wanted);
        }
    }

    static final Rule<ProfileContext, Hardened> ARGUMENT = Rule.profile("K8S-020")
            .title("an argument undoes the hardening that the profile asks for")
            .why("""
                    `kubernetes.hardening: cis` starts from the hardened defaults of the pack and adds what CIS asks for beyond \
                    them. An argument that is passed on takes the place of the hardened one, so the cluster would be called \
                    hardened and fail the benchmark.""")
            .evidence(GUIDE, "C-140", "C-141")
            .good(
                    "profile: {spec: {kubernetes: {hardening: cis, config: {kube-apiserver-arg: [audit-log-maxage=60]}}}}")
            .bad("profile: {spec: {kubernetes: {hardening: cis, config: {kube-apiserver-arg: [audit-log-maxage=7]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context)
                    .filter(HardeningRules::isAskedFor)
                    .flatMap(Hardened::of))
            .broken(Hardened::weakened, (hardened, finding) -> {
                PassedArgument argument = hardened.argument();
                finding.at(argument.place())
                        .message("`" + argument.name() + "` of " + argument.component() + " weakens the hardening")
                        .addValues("hardened: " + String.join(",", hardened.hardened()));
                if (ADDED_IS_FINE.contains(argument.name())
                        && argument.argument().operator().isEmpty()) {
                    finding.addFixes(argument.kept(List.copyOf(hardened.hardened())));
                }
                weakened(argument.in(), finding);
            });

    static final Rule<ProfileContext, PassedKey> KEY = Rule.profile("K8S-021")
            .title("a key undoes the hardening that the profile asks for")
            .why("""
                    `kubernetes.hardening: cis` protects the kernel settings and encrypts secrets at rest. A key that turns one of \
                    them off wins over the hardening, so the cluster would be called hardened and fail the benchmark.""")
            .evidence(GUIDE, "C-140")
            .good("profile: {spec: {kubernetes: {hardening: cis, config: {protect-kernel-defaults: true}}}}")
            .bad("profile: {spec: {kubernetes: {hardening: cis, config: {protect-kernel-defaults: false}}}}")
            .subjects(context -> hardened(PassedKey.ofProfile(context)).filter(HardenedArguments::isSwitchedOn))
            .broken(key -> key.value().value() instanceof ConfigValue.Bool given && !given.value(), (key, finding) -> {
                finding.at(key.value().place())
                        .message("`" + key.name() + ": false` weakens the hardening")
                        .addValues("hardened: true");
                weakened(key.in(), finding);
            });

    static final Rule<ProfileContext, PassedKey> PROFILE_OF_RKE2 = Rule.profile("K8S-022")
            .title("a profile of RKE2 is asked for without hardening")
            .why("""
                    With `profile` RKE2 checks at its start that the kernel settings of the benchmark hold and that servers have a \
                    user `etcd`, and ends where they don't. Both are emitted with `kubernetes.hardening: cis` only.""")
            .evidence(
                    "github.com/rancher/rke2 v1.26.10+rke2r1, v1.27.7+rke2r1, v1.28.2+rke2r1, v1.29.15+rke2r1 "
                            + "pkg/rke2/rke2.go",
                    "C-140")
            .good("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", hardening: cis, config: {profile: "
                    + "cis-1.23}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", hardening: none, config: {profile: "
                    + "cis}}}}")
            .subjects(context -> PassedKey.ofProfile(context).filter(HardeningRules::isProfile))
            .broken(
                    key -> !isAskedFor(key.in()),
                    (key, finding) -> finding.at(key.value().place())
                            .message("`profile` needs `kubernetes.hardening: cis`")
                            .effect(
                                    "RKE2 ends when it starts: the user and the kernel settings that it checks are not there")
                            .addFixes(Fix.advice("leave the key out and set `kubernetes.hardening: cis`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(ARGUMENT, KEY, PROFILE_OF_RKE2);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            ARGUMENT.over(context -> PassedConfig.ofSite(context)
                    .filter(HardeningRules::isAskedFor)
                    .flatMap(Hardened::of)),
            KEY.over(context -> hardened(PassedKey.ofSite(context)).filter(HardenedArguments::isSwitchedOn)),
            PROFILE_OF_RKE2.over(context -> PassedKey.ofSite(context).filter(HardeningRules::isProfile)));

    private static boolean isProfile(PassedKey key) {
        return key.name().equals("profile") && key.usable().isPresent();
    }

    private static Stream<PassedKey> hardened(Stream<PassedKey> keys) {
        return keys.filter(key -> isAskedFor(key.in()));
    }

    static boolean isAskedFor(PassedConfig in) {
        return in.profile().kubernetesHardening().value() == Hardening.CIS;
    }

    private static void weakened(PassedConfig in, Finding.Builder finding) {
        weakened(in, finding, "the cluster fails the CIS benchmark that the profile asks for");
    }

    static void weakened(PassedConfig in, Finding.Builder finding, String effect) {
        Sourced<Hardening> asked = in.profile().kubernetesHardening();
        asked.origin()
                .places()
                .findFirst()
                .ifPresent(place -> finding.addRelated(new Related(place.value(), "hardening is asked for here")));
        finding.effect(effect).addFixes(Fix.advice("leave it out, or ask for `kubernetes.hardening: none`"));
    }
}
