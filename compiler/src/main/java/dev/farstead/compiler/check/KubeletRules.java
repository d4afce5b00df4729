// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.axis.Hardening;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.KubeadmField;
import java.util.List;
import java.util.stream.Stream;

/** Rules about settings of the kubelet that do not hold where they seem to: on no host, or on some. */
final class KubeletRules {
    private static final String FEATURE_GATES = "feature-gates";
    private static final String INIT = "initConfiguration";
    private static final String JOIN = "joinConfiguration";
    private static final List<String> THRESHOLDS = List.of("eviction-hard", "eviction-soft");
    private static final String CONTAINERS = "containerfs.";

    private KubeletRules() {}

    /**
     * A field of the kubelet, or a gate among its feature gates, that an argument can set too.
     *
     * @param in the layer that writes it
     * @param path its names joined by dots
     * @param place where it stands
     * @param argument name of the argument
     * @param given what the argument would have to say to mean the same; empty text where any value is lost
     */
    record Doubled(PassedConfig in, String path, Place place, String argument, String given) {
        static Stream<Doubled> of(PassedField field) {
            return field.usable().flatMap(KubeadmField::argument).stream()
                    .flatMap(argument ->
                            argument.equals(FEATURE_GATES) ? gates(field) : Stream.of(whole(field, argument)));
        }

        private static Doubled whole(PassedField field, String argument) {
            return new Doubled(field.in(), field.dotted(), field.value().place(), argument, "");
        }

        private static Stream<Doubled> gates(PassedField field) {
            return field.value().value() instanceof ConfigValue.Entries map
                    ? map.entries().entrySet().stream()
                            .map(gate -> new Doubled(
                                    field.in(),
                                    field.dotted() + "." + gate.getKey(),
                                    gate.getValue().place(),
                                    FEATURE_GATES,
                                    gate.getKey() + "="
                                            + PassedItem.text(gate.getValue().value())))
                    : Stream.empty();
        }

        /** Gates add up, so one is lost only where the argument says otherwise. */
        boolean isLost() {
            List<String> set = HardenedArguments.ofKubelet(in).getOrDefault(argument, List.of());
            String gate = given.substring(0, given.indexOf('=') + 1);
            return given.isEmpty()
                    ? !set.isEmpty()
                    : set.stream().anyMatch(member -> member.startsWith(gate)) && !set.contains(given);
        }
    }

    /**
     * A key of K3s or RKE2 for which the pack has an argument of the kubelet.
     *
     * @param key the key
     * @param replaced whether an argument that is passed on replaces that of the pack
     */
    record Switch(PassedKey key, boolean replaced) {
        boolean isOverruled() {
            return !replaced && key.value().value() instanceof ConfigValue.Bool on && !on.value();
        }
    }

    static final Rule<ProfileContext, Doubled> NO_EFFECT = Rule.profile("DIST-149")
            .title("a field of the kubelet has no effect, since an argument sets the same")
            .why("""
                    The pack gives the kubelet some settings as arguments, and an argument wins over the kubelet's configuration. \
                    A field that says the same thing has no effect.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.28.14 cmd/kubelet/app/server.go, cmd/kubelet/app/options/options.go; "
                            + "Palette documentation, integrations/edge-k8s, default values",
                    "C-140")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{maxPods: 64}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{eventRecordQPS: 5}}}}}")
            .subjects(context -> PassedField.ofProfile(context).flatMap(Doubled::of))
            .broken(
                    Doubled::isLost,
                    (field, finding) -> finding.atKey(field.place())
                            .message("`" + field.path() + "` has no effect")
                            .label("the argument `" + field.argument() + "` of the kubelet wins")
                            .effect("the kubelet has the value of the argument")
                            .addFixes(Fix.advice("set `" + field.argument()
                                    + "` in `nodeRegistration.kubeletExtraArgs` of `initConfiguration` and `joinConfiguration` "
                                    + "instead")));

    static final Rule<ProfileContext, PassedArgument> ON_SOME = Rule.profile("DIST-150")
            .warning()
            .title("an argument of the kubelet is given to some hosts of a cluster only")
            .why("""
                    The host that starts a cluster takes `initConfiguration`, all others take `joinConfiguration`. Which host \
                    starts it is chosen at the site, so an argument in one of the two holds on hosts that nobody can name.""")
            .evidence("github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 stages/init.go, stages/join.go")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{nodeRegistration: {kubeletExtraArgs: {max-pods: \"64\"}}}, joinConfiguration: "
                    + "{nodeRegistration: {kubeletExtraArgs: {max-pods: \"64\"}}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {joinConfiguration: "
                    + "{nodeRegistration: {kubeletExtraArgs: {max-pods: \"64\"}}}}}}}")
            .subjects(context -> ofKubelet(PassedArgument.ofProfile(context)))
            .broken(
                    argument -> !isOnAll(argument),
                    (argument, finding) -> finding.atKey(argument.place())
                            .message("`" + argument.name() + "` does not stand with this value in `" + other(argument)
                                    + "`")
                            .effect(
                                    argument.list().startsWith(INIT)
                                            ? "the host that starts the cluster has the setting, all others do not"
                                            : "the host that starts the cluster does not have the setting")
                            .addFixes(Fix.advice("write the same argument into `" + other(argument) + "`")));

    static final Rule<SiteContext, Switch> OVERRULED = Rule.site("DIST-171")
            .title("a key of the kubelet has no effect, since the pack gives an argument of its name")
            .why("""
                    The pack turns some settings of the kubelet on by an argument. K3s and RKE2 hand `protect-kernel-defaults: false` on \
                    as nothing at all, so the argument holds.""")
            .evidence("github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/agent/agent_linux.go, kubeletArgs", "C-140")
            .good("profile: {spec: {kubernetes: {config: {protect-kernel-defaults: true}}}}")
            .bad("profile: {spec: {kubernetes: {config: {protect-kernel-defaults: false}}}}")
            .subjects(KubeletRules::switches)
            .broken(
                    Switch::isOverruled,
                    (setting, finding) -> finding.at(setting.key().value().place())
                            .message("`" + setting.key().name() + ": false` has no effect")
                            .label("the pack gives the kubelet `"
                                    + setting.key().name() + "=true`")
                            .effect("the kubelet has the value of the argument")
                            .addFixes(Fix.advice("pass `" + setting.key().name()
                                    + "=false` on in `kubelet-arg` instead, or leave the key out")));

    static final Rule<SiteContext, Setting> FOLLOWS = Rule.site("DIST-176")
            .warning()
            .title("the kubelet has its own threshold for the file system of containers")
            .why("""
                    A kubelet of 1.29 knows `containerfs`, and replaces what is given for it by the thresholds of `nodefs`, or of `imagefs` \
                    where images have a file system of their own. It says so in its log alone.""")
            .evidence("github.com/kubernetes/kubernetes v1.29.9 pkg/kubelet/eviction/eviction_manager.go, "
                    + "UpdateContainerFsThresholds")
            .inferred()
            .good(
                    "profile: {spec: {kubernetes: {version: \"1.29\", config: {kubelet-arg: [\"eviction-hard=nodefs.available<5%\"]}}}}")
            .bad(
                    "profile: {spec: {kubernetes: {version: \"1.29\", config: {kubelet-arg: [\"eviction-hard=containerfs.available<5%\"]}}}}")
            .subjects(context -> THRESHOLDS.stream()
                    .flatMap(argument -> context.settings().of("kubelet", argument))
                    .filter(Setting::isKnown))
            .broken(
                    setting -> setting.signal().startsWith(CONTAINERS),
                    (setting, finding) -> finding.at(setting.place())
                            .message("`" + setting.signal() + "` in `" + setting.name() + "` has no effect")
                            .label("the kubelet puts its threshold for another file system in its place")
                            .effect("pods are evicted at the threshold of `nodefs` or `imagefs`")
                            .addFixes(
                                    Fix.advice("set `nodefs" + setting.signal().substring(CONTAINERS.length() - 1)
                                            + "`, and `imagefs` alike, or leave it out")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NO_EFFECT, ON_SOME);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            NO_EFFECT.over(context -> PassedField.ofSite(context).flatMap(Doubled::of)),
            ON_SOME.over(context -> ofKubelet(PassedArgument.ofSite(context))),
            OVERRULED,
            FOLLOWS);

    /** Where hardening is asked for, another rule says so. */
    private static Stream<Switch> switches(SiteContext context) {
        boolean hardened = context.profile().kubernetesHardening().value() == Hardening.CIS;
        List<PassedConfig> layers = PassedConfig.reaching(context).toList();
        return layers.stream()
                .flatMap(PassedKey::of)
                .filter(key -> !hardened
                        && context.profile().hasAgent()
                        && key.usable().isPresent()
                        && HardenedArguments.isSwitchedOnByPack(key))
                .map(key -> new Switch(
                        key,
                        layers.stream()
                                .flatMap(PassedArgument::of)
                                .anyMatch(argument -> argument.component().equals("kubelet")
                                        && argument.name().equals(key.name()))));
    }

    private static Stream<PassedArgument> ofKubelet(Stream<PassedArgument> passed) {
        return ArgumentRules.arguments(passed)
                .filter(argument -> argument.form() == PassedArgument.Form.ENTRY
                        && argument.component().equals("kubelet"));
    }

    private static String other(PassedArgument argument) {
        String list = argument.list();
        return list.startsWith(INIT) ? JOIN + list.substring(INIT.length()) : INIT + list.substring(JOIN.length());
    }

    private static boolean isOnAll(PassedArgument argument) {
        String other = other(argument);
        return PassedArgument.of(argument.in())
                .anyMatch(candidate -> candidate.list().equals(other)
                        && candidate.name().equals(argument.name())
                        && candidate
                                .argument()
                                .value()
                                .equals(argument.argument().value()));
    }
}
