// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ValueForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about taints beside each other. What one taint may be is a matter of other rules. */
final class TaintRules {
    private static final String INIT = "initConfiguration";
    private static final String JOIN = "joinConfiguration";
    private static final Set<String> KEEPS_AWAY = Set.of("NoSchedule", "NoExecute");

    /** Taints that are taken away again. */
    private static final Pattern PASSING = Pattern.compile(
            "node\\.cilium\\.io/agent-not-ready|node\\.cloudprovider\\.kubernetes\\.io/.*|node\\.kubernetes\\.io/.*");

    /** Taints with which the DNS of the cluster runs all the same. */
    private static final Pattern TOLERATED =
            Pattern.compile("CriticalAddonsOnly|node-role\\.kubernetes\\.io/(control-plane|master)");

    private TaintRules() {}

    /**
     * A taint in a list.
     *
     * @param in the layer that writes it
     * @param list the list that holds it: two taints in lists of their own never meet
     * @param place where it stands
     * @param key its key
     * @param effect its effect
     */
    record Taint(PassedConfig in, String list, Place place, String key, String effect) {
        static Stream<Taint> of(PassedConfig in) {
            return Stream.of(
                            PassedKey.of(in).flatMap(Taint::ofKey),
                            PassedArgument.of(in).flatMap(Taint::ofArgument),
                            PassedField.of(in).flatMap(Taint::ofField))
                    .flatMap(taints -> taints);
        }

        private static Stream<Taint> ofKey(PassedKey key) {
            return key.usable().filter(fact -> fact.form().equals(Optional.of(ValueForm.TAINTS))).stream()
                    .flatMap(fact -> PassedItem.of(key))
                    .filter(PassedItem::single)
                    .flatMap(item -> texts(key.in(), key.name(), item.item().place(), item.text()));
        }

        /** A second argument of this name takes the place of the first. */
        private static Stream<Taint> ofArgument(PassedArgument argument) {
            return argument.usable().filter(fact -> fact.form().equals(Optional.of(ValueForm.TAINTS))).stream()
                    .flatMap(fact -> texts(
                            argument.in(),
                            argument.list() + argument.place().value(),
                            argument.place(),
                            argument.argument().value()));
        }

        private static Stream<Taint> texts(PassedConfig in, String list, Place place, String text) {
            return Arrays.stream(text.split(","))
                    .map(taint -> taint.strip().split(":", -1))
                    // What is none has a rule of its own.
                    .filter(parts -> parts.length == 2 && parts[0].matches("[^=]+(=[^=]*)?"))
                    .map(parts -> new Taint(in, list, place, parts[0].split("=", 2)[0], parts[1]));
        }

        private static Stream<Taint> ofField(PassedField field) {
            boolean taints = field.usable()
                    .filter(fact -> fact.fields().keySet().containsAll(List.of("key", "effect")))
                    .isPresent();
            return taints && field.value().value() instanceof ConfigValue.Items list
                    ? list.items().stream().flatMap(item -> ofItem(field, item))
                    : Stream.empty();
        }

        private static Stream<Taint> ofItem(PassedField field, Located<ConfigValue> item) {
            return item.value() instanceof ConfigValue.Entries map
                    ? text(map, "key").stream()
                            .flatMap(key -> text(map, "effect").stream()
                                    .map(effect -> new Taint(field.in(), field.dotted(), item.place(), key, effect)))
                    : Stream.empty();
        }

        private static Optional<String> text(ConfigValue.Entries map, String name) {
            return Optional.ofNullable(map.entries().get(name))
                    .map(Located::value)
                    .filter(ConfigValue.Text.class::isInstance)
                    .map(PassedItem::text);
        }

        String words() {
            return key + ":" + effect;
        }
    }

    /**
     * A taint and the one before it that is the same but for its value.
     *
     * @param taint the taint
     * @param first the one before it
     */
    record Repeated(Taint taint, Optional<Taint> first) {
        static Stream<Repeated> of(PassedConfig in) {
            Map<String, Taint> seen = new HashMap<>();
            return Taint.of(in)
                    .map(taint -> new Repeated(
                            taint, Optional.ofNullable(seen.putIfAbsent(taint.list() + " " + taint.words(), taint))));
        }
    }

    static final Rule<ProfileContext, Repeated> TWICE = Rule.profile("DIST-175")
            .title("a taint stands twice in one list")
            .why("""
                    A node has one taint of a key and an effect. The kubelet ends when it is given two, also with different values, and \
                    the API refuses a node that has two.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.9 pkg/util/taints/taints.go, ParseTaints, "
                            + "pkg/apis/core/validation/validation.go, validateNodeTaints",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:PreferNoSchedule\", "
                    + "\"example.com/place=shop:PreferNoSchedule\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:NoSchedule\", "
                    + "\"example.com/role=depot:NoSchedule\"]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Repeated::of))
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                Taint taint = repeated.taint();
                finding.at(taint.place())
                        .message("the taint `" + taint.words() + "` stands twice in this list")
                        .effect(taint.in().with("the kubelet ends when it reads its taints, or its node is refused"))
                        .addFixes(Fix.advice("take one of the two out"));
                repeated.first()
                        .filter(first -> !first.place().equals(taint.place()))
                        .ifPresent(first ->
                                finding.addRelated(new Related(first.place().value(), "it stands here first")));
            });

    static final Rule<ProfileContext, Taint> EVERYWHERE = Rule.profile("DIST-191")
            .warning()
            .title("every host of a cluster has a taint that keeps pods away")
            .why("""
                    All hosts of a cluster get the same taints. Pods that do not tolerate one run on no host then: not most of what packs \
                    install, nor workloads, nor the DNS of the cluster, which tolerates few. A taint that something on the node takes away again, such as \
                    that of Cilium, is fine.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.9 "
                            + "pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go; "
                            + "github.com/k3s-io/k3s v1.28.13+k3s1 manifests/coredns.yaml",
                    "C-138")
            .inferred()
            .good("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:PreferNoSchedule\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:NoExecute\"]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(TaintRules::everywhere))
            .broken(
                    taint -> KEEPS_AWAY.contains(taint.effect()),
                    (taint, finding) -> finding.at(taint.place())
                            .message("every host has the taint `" + taint.words() + "`")
                            .effect("pods that do not tolerate it run nowhere"
                                    + (TOLERATED.matcher(taint.key()).matches()
                                            ? ""
                                            : ", the DNS of the cluster among them"))
                            .addFixes(Fix.advice(
                                    "write `PreferNoSchedule`, or leave the taint out and set it on single nodes "
                                            + "once they have joined")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(TWICE, EVERYWHERE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            TWICE.over(context -> PassedConfig.ofSite(context).flatMap(Repeated::of)),
            EVERYWHERE.over(context -> PassedConfig.ofSite(context).flatMap(TaintRules::everywhere)));

    /** With kubeadm the host that starts the cluster has taints of its own; a second taint of a key is told of as such. */
    private static Stream<Taint> everywhere(PassedConfig in) {
        List<Taint> all = Repeated.of(in)
                .filter(repeated -> repeated.first().isEmpty())
                .map(Repeated::taint)
                .filter(taint -> !PASSING.matcher(taint.key()).matches())
                .toList();
        return all.stream()
                .filter(taint -> !taint.list().startsWith(INIT)
                        && (!taint.list().startsWith(JOIN)
                                || all.stream()
                                        .anyMatch(other -> other.list().startsWith(INIT)
                                                && other.words().equals(taint.words()))));
    }
}
