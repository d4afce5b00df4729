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
import java.util.stream.Stream;

/** Rules about taints beside each other. What one taint may be is a matter of other rules. */
final class TaintRules {
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
                    .filter(parts -> parts.length == 2)
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
            .good("profile: {spec: {kubernetes: {config: {node-taint: [\"example.com/role=till:NoSchedule\", "
                    + "\"example.com/role=till:NoExecute\"]}}}}")
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

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(TWICE);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(TWICE.over(context -> PassedConfig.ofSite(context).flatMap(Repeated::of)));
}
