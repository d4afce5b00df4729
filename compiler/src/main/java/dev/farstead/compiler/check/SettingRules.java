// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.ComponentArgument;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.SettingChoice;
import dev.farstead.schemas.SettingHarm;
import dev.farstead.schemas.SettingNeed;
import dev.farstead.schemas.ValueType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about settings of components that are fine by themselves: the catalogue says what they need, and what they cost. */
final class SettingRules {
    private static final String KUBERNETES = "github.com/kubernetes/kubernetes v1.26.15, v1.27.16, v1.28.13, v1.29.9 ";
    private static final String NODE = KUBERNETES + "cmd/kubelet/app/server.go, pkg/kubelet/kubelet_node_status.go";

    private SettingRules() {}

    /**
     * A setting that needs others.
     *
     * @param setting the setting
     * @param with the value that needs them; empty where any value does
     * @param unmet what it needs, and does not have
     */
    record Needing(Setting setting, Optional<String> with, List<SettingNeed> unmet) {
        static Stream<Needing> of(SiteContext context) {
            Set<SettingNeed> seen = new HashSet<>();
            return context.settings().holding().stream()
                    .flatMap(setting -> setting.fact().stream()
                            .flatMap(fact -> fact.needs().stream()
                                    .filter(need -> has(fact, setting.text(), need.with()) && seen.add(need)))
                            .collect(Collectors.groupingBy(SettingNeed::with, LinkedHashMap::new, Collectors.toList()))
                            .entrySet()
                            .stream()
                            .map(needs -> new Needing(
                                    setting,
                                    needs.getKey(),
                                    needs.getValue().stream()
                                            .filter(need -> need.anyOf().stream()
                                                    .noneMatch(choice -> met(context, setting, choice)))
                                            .toList())));
        }

        private static boolean met(SiteContext context, Setting setting, SettingChoice choice) {
            Optional<ComponentArgument> fact = fact(setting, choice);
            // What the distribution or its pack sets counts too.
            List<String> given = Stream.concat(
                            context.settings()
                                    .of(setting.component(), choice.argument())
                                    .map(Setting::text),
                            context
                                    .site()
                                    .cluster()
                                    .config()
                                    .argument(setting.component(), choice.argument())
                                    .map(Argument::value)
                                    .stream())
                    .toList();
            List<String> texts = given.isEmpty()
                    ? List.of(fact.flatMap(found ->
                                    found.defaultIn(setting.in().version().minor()))
                            .orElse(""))
                    : given;
            return choice.not()
                    .map(not -> texts.stream().anyMatch(text -> !text.strip().equals(not)))
                    .orElseGet(() -> fact.filter(
                                    found -> texts.stream().anyMatch(text -> has(found, text, choice.is())))
                            .isPresent());
        }
    }

    /**
     * A setting that costs the host its part in the cluster.
     *
     * @param setting the setting
     * @param harm what it costs
     */
    record Harming(Setting setting, SettingHarm harm) {
        static Stream<Harming> of(SiteContext context, boolean fatal) {
            Set<SettingHarm> seen = new HashSet<>();
            return context.settings().holding().stream()
                    .flatMap(setting -> setting.fact().stream()
                            .flatMap(fact -> fact.harms().stream())
                            .filter(harm -> harm.fatal() == fatal && (!harms(setting, harm) || seen.add(harm)))
                            .map(harm -> new Harming(setting, harm)));
        }

        boolean harms() {
            return harms(setting, harm);
        }

        private static boolean harms(Setting setting, SettingHarm harm) {
            return setting.fact()
                    .filter(fact -> has(fact, setting.text(), Optional.of(harm.with())))
                    .isPresent();
        }
    }

    static final Rule<SiteContext, Needing> NEEDS = Rule.site("DIST-183")
            .title("a setting of a component lacks another one that it needs")
            .why("""
                    Some settings mean nothing, or contradict each other, unless another one is there: a policy that keeps processors or \
                    memory free needs to be told how much, a way to authorize needs its file, a provider of logins needs the name by which it \
                    knows the cluster. The component ends at its start without it.""")
            .evidence(
                    KUBERNETES + "pkg/kubelet/apis/config/validation/validation.go, pkg/kubelet/cm, "
                            + "pkg/kubeapiserver/options/authentication.go, pkg/kubeapiserver/options/authorization.go, "
                            + "staging/src/k8s.io/apiserver/pkg/server/options/feature.go",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [cpu-manager-policy=static, "
                    + "\"system-reserved=cpu=500m\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [cpu-manager-policy=static]}}}}")
            .subjects(Needing::of)
            .broken(needing -> !needing.unmet().isEmpty(), (needing, finding) -> {
                Setting setting = needing.setting();
                finding.at(setting.place())
                        .message("`" + setting.name() + "`"
                                + needing.with()
                                        .map(with -> " with `" + with + "`")
                                        .orElse("")
                                + " needs " + joined(needing, choice -> words(setting, choice)))
                        .effect(needing.unmet()
                                .get(0)
                                .effect()
                                .orElseGet(() -> setting.in()
                                        .with((setting.component().equals(Setting.KUBELET) ? "the " : "")
                                                + setting.component() + " ends at its start")))
                        .addFixes(Fix.advice(joined(needing, choice -> advice(setting, choice))))
                        .addFixes(Fix.advice(
                                isList(setting.fact()) && needing.with().isPresent()
                                        ? "take `" + needing.with().orElseThrow() + "` out of `" + setting.name() + "`"
                                        : "leave `" + setting.name() + "` out"));
            });

    static final Rule<SiteContext, Harming> NO_NODE = Rule.site("DIST-184")
            .title("a setting of the kubelet keeps hosts from being nodes")
            .why("""
                    A host is a node of the cluster once its kubelet has registered it, and only while the kubelet runs. Nothing else \
                    makes the node.""")
            .evidence(NODE, "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [register-node=true]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [register-node=false]}}}}")
            .subjects(context -> Harming.of(context, true))
            .broken(Harming::harms, SettingRules::say);

    static final Rule<SiteContext, Harming> CUT_OFF = Rule.site("DIST-187")
            .warning()
            .title("a setting of the kubelet cuts off what others need of it")
            .why("""
                    The API server asks the kubelet for logs and to run commands, and monitoring asks it for metrics. Packs and \
                    workloads wait for nodes that take pods.""")
            .evidence(NODE + "; github.com/k3s-io/k3s v1.28.13+k3s1 pkg/daemons/control/tunnel.go", "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [enable-server=true]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [enable-server=false]}}}}")
            .subjects(context -> Harming.of(context, false))
            .broken(Harming::harms, SettingRules::say);

    static final List<Rule<SiteContext, ?>> SITE = List.of(NEEDS, NO_NODE, CUT_OFF);

    private static void say(Harming harming, Finding.Builder finding) {
        Setting setting = harming.setting();
        finding.at(setting.place())
                .message("`" + setting.name() + "` is `" + setting.text() + "`")
                .effect(harming.harm().effect())
                .addFixes(Fix.advice("leave `" + setting.name() + "` out"));
    }

    /** Tells whether an argument has a value; without one, whether it has any. */
    private static boolean has(ComponentArgument fact, String text, Optional<String> value) {
        return value.map(wanted -> has(fact.type(), text, wanted)).orElseGet(() -> !text.isBlank());
    }

    private static boolean has(ValueType type, String text, String wanted) {
        if (type == ValueType.BOOLEAN) {
            return GoValues.isTrue(text) == GoValues.isTrue(wanted);
        }
        return GoValues.isList(type)
                ? Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .anyMatch(member -> member.equals(wanted) || isAmountOf(member, wanted))
                : text.strip().equals(wanted);
    }

    private static boolean isAmountOf(String pair, String name) {
        return pair.startsWith(name + "=")
                && pair.substring(name.length() + 1).strip().matches("\\+?[0.]*[1-9].*");
    }

    private static String joined(Needing needing, Function<SettingChoice, String> words) {
        return needing.unmet().stream()
                .map(need -> need.anyOf().stream().map(words).collect(Collectors.joining(", or ")))
                .collect(Collectors.joining(", and "));
    }

    private static String words(Setting setting, SettingChoice choice) {
        String name = "`" + called(setting, choice.argument()) + "`";
        if (choice.not().isPresent()) {
            return "another value than `" + choice.not().orElseThrow() + "` for " + name;
        }
        return choice.is()
                .map(is -> is.isEmpty()
                        ? (isUsual(setting, choice) ? "an empty " : "no ") + name
                        : "`" + is + "` " + (isList(fact(setting, choice)) ? "in " : "for ") + name)
                .orElse(name);
    }

    private static String advice(Setting setting, SettingChoice choice) {
        String name = "`" + called(setting, choice.argument()) + "`";
        if (choice.is().filter(String::isEmpty).isPresent()) {
            return isUsual(setting, choice) ? "give " + name + " an empty value" : "leave " + name + " out";
        }
        return (choice.not().isPresent() ? "write " : "add ") + words(setting, choice);
    }

    /** Tells whether an argument has a value where none is given. */
    private static boolean isUsual(Setting setting, SettingChoice choice) {
        return fact(setting, choice)
                .flatMap(fact -> fact.defaultIn(setting.in().version().minor()))
                .isPresent();
    }

    private static boolean isList(Optional<ComponentArgument> fact) {
        return fact.filter(found -> GoValues.isList(found.type())).isPresent();
    }

    private static Optional<ComponentArgument> fact(Setting setting, SettingChoice choice) {
        return setting.in().catalogue().componentArguments().argument(setting.component(), choice.argument());
    }

    /** A field is told to stand beside fields. */
    private static String called(Setting setting, String argument) {
        return setting.name().equals(setting.argument())
                ? argument
                : setting.in().catalogue().kubeadmFields().all().stream()
                        .filter(field -> field.argument().equals(Optional.of(argument)))
                        .map(KubeadmField::name)
                        .findFirst()
                        .orElse(argument);
    }
}
