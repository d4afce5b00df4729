// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.schemas.FeatureGate;
import dev.farstead.schemas.Presence;
import dev.farstead.schemas.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about feature gates in arguments that are passed on. */
final class FeatureGateRules {
    private static final String SOURCE =
            "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 pkg/features/kube_features.go";
    private static final String ENDS = "the component ends when it reads its feature gates";

    private FeatureGateRules() {}

    /**
     * A gate that an argument sets.
     *
     * @param argument the argument
     * @param name name of the gate
     * @param value what it is set to, as written; empty where nothing is written
     */
    record Gate(PassedArgument argument, String name, Optional<String> value) {
        static Stream<Gate> of(PassedArgument argument) {
            return argument.members().stream().map(member -> {
                int equals = member.indexOf('=');
                return equals < 0
                        ? new Gate(argument, member, Optional.empty())
                        : new Gate(
                                argument,
                                member.substring(0, equals).strip(),
                                Optional.of(member.substring(equals + 1).strip()));
            });
        }

        Optional<FeatureGate> fact() {
            return argument.catalogue().featureGates().gate(name);
        }

        /** Returns the gate's state where the component has the gate. */
        Optional<FeatureGate.State> state() {
            return isOfOthers() ? Optional.empty() : fact().flatMap(gate -> gate.state(argument.version()));
        }

        /** Returns whether other components of the release have the gate, and this one does not. */
        boolean isOfOthers() {
            return fact().filter(gate -> gate.in(argument.version()).isPresent())
                    .filter(gate ->
                            !gate.isOf(argument.component(), argument.in().build(), argument.version()))
                    .isPresent();
        }

        boolean hasTruthValue() {
            return value.filter(text -> GoValues.fits(ValueType.BOOLEAN, text)).isPresent();
        }

        void renamed(String other, Finding.Builder finding) {
            String truth = value.orElse("true");
            finding.addFixes(Fix.advice(
                    argument.form() == PassedArgument.Form.FIELD
                            ? "write `" + other + ": " + truth + "`"
                            : "write `" + other + "=" + truth + "`"));
        }
    }

    static final Rule<ProfileContext, Gate> UNKNOWN = Rule.profile("DIST-130")
            .title("a feature gate is set that this release of Kubernetes does not have")
            .why("""
                    Gates come with a feature and leave a few minor releases after it is stable; a few are known to some components \
                    alone. A component ends when it is given a gate that it does not have.""")
            .evidence(SOURCE, "C-30")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [feature-gates+=NodeSwap=true]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [feature-gates+=NodeSwop=true]}}}}")
            .subjects(context -> gates(PassedArgument.ofProfile(context)))
            .broken(gate -> gate.state().isEmpty(), (gate, finding) -> {
                PassedArgument argument = gate.argument();
                String holder = gate.isOfOthers()
                        ? argument.of()
                        : "Kubernetes " + argument.version().minor();
                finding.at(argument.place())
                        .message(holder + " has no feature gate `" + gate.name() + "`")
                        .effect(argument.in().with(ENDS));
                Presence presence =
                        gate.fact().map(fact -> fact.in(argument.version())).orElseGet(Presence.Elsewhere::new);
                if (gate.isOfOthers()) {
                    finding.label("other components have it");
                } else if (presence instanceof Presence.NotYet later) {
                    finding.label("there since " + later.since());
                } else if (presence instanceof Presence.Gone gone) {
                    finding.label("there until " + gone.until());
                } else {
                    Spelling.nearest(
                                    gate.name(),
                                    argument.catalogue()
                                            .featureGates()
                                            .names(
                                                    argument.version(),
                                                    argument.component(),
                                                    argument.in().build()),
                                    3)
                            .forEach(near -> gate.renamed(near, finding));
                }
                finding.addFixes(Fix.advice("leave the gate out"));
            });

    static final Rule<ProfileContext, Gate> VALUE = Rule.profile("DIST-131")
            .title("a feature gate is set to something else than true or false")
            .why("A component ends when it can't read the value of a gate.")
            .evidence("github.com/kubernetes/component-base v0.28.13 featuregate/feature_gate.go", "C-30")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [feature-gates+=NodeSwap=true]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [feature-gates+=NodeSwap=on]}}}}")
            .subjects(context -> gates(PassedArgument.ofProfile(context))
                    .filter(gate -> gate.state().isPresent()))
            .broken(gate -> !gate.hasTruthValue(), (gate, finding) -> {
                finding.at(gate.argument().place())
                        .message("the feature gate `" + gate.name() + "` takes `true` or `false`")
                        .effect(gate.argument().in().with(ENDS))
                        .addFixes(Fix.advice("write `" + gate.name() + "=true` or `" + gate.name() + "=false`"));
            });

    static final Rule<ProfileContext, Gate> LOCKED = Rule.profile("DIST-132")
            .title("a feature gate is set against its lock")
            .why("The gate of a stable feature is locked. A component ends when it is told otherwise.")
            .evidence(SOURCE, "C-30")
            .good("profile: {spec: {kubernetes: {version: \"1.28.13\", config: {kube-apiserver-arg: "
                    + "[feature-gates+=APISelfSubjectReview=true]}}}}")
            .bad("profile: {spec: {kubernetes: {version: \"1.28.13\", config: {kube-apiserver-arg: "
                    + "[feature-gates+=APISelfSubjectReview=false]}}}}")
            .subjects(context -> gates(PassedArgument.ofProfile(context)).filter(FeatureGateRules::locked))
            .broken(
                    gate -> gate.state()
                            .filter(state -> state.on() != isTrue(gate))
                            .isPresent(),
                    (gate, finding) -> {
                        boolean on = gate.state().orElseThrow().on();
                        finding.at(gate.argument().place())
                                .message("the feature gate `" + gate.name() + "` is locked to `" + on
                                        + "` in Kubernetes "
                                        + gate.argument().version().minor())
                                .effect(gate.argument().in().with(ENDS))
                                .addFixes(Fix.advice("leave the gate out"));
                    });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNKNOWN, VALUE, LOCKED);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNKNOWN.over(context -> gates(PassedArgument.ofSite(context))),
            VALUE.over(context -> gates(PassedArgument.ofSite(context))
                    .filter(gate -> gate.state().isPresent())),
            LOCKED.over(context -> gates(PassedArgument.ofSite(context)).filter(FeatureGateRules::locked)));

    private static Stream<Gate> gates(Stream<PassedArgument> passed) {
        return ArgumentRules.arguments(passed)
                .filter(argument -> argument.name().equals("feature-gates"))
                .flatMap(Gate::of);
    }

    private static boolean locked(Gate gate) {
        return gate.hasTruthValue()
                && gate.state().filter(FeatureGate.State::locked).isPresent();
    }

    private static boolean isTrue(Gate gate) {
        return gate.value().filter(GoValues::isTrue).isPresent();
    }
}
