// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ValueForm;
import dev.farstead.schemas.ValueRange;
import dev.farstead.schemas.ValueType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about values that have the right type, and that no component takes all the same. */
final class FormRules {
    private static final String KUBERNETES = "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 ";
    private static final String REFUSES = "what reads the value ends there";

    /** Forms with a rule of their own. */
    private static final Set<ValueForm> ELSEWHERE =
            EnumSet.of(ValueForm.LABELS, ValueForm.TAINTS, ValueForm.SCHEDULE, ValueForm.MODE);

    private FormRules() {}

    /**
     * A number where only some are taken.
     *
     * @param in the layer that writes it
     * @param name the argument or field that takes it
     * @param place where it stands
     * @param range the numbers that are taken
     * @param number the number
     */
    record Ranged(PassedConfig in, String name, Place place, ValueRange range, BigDecimal number) {
        static Stream<Ranged> of(PassedConfig in) {
            return Stream.concat(
                    PassedArgument.of(in).flatMap(Ranged::ofArgument),
                    PassedField.of(in).flatMap(Ranged::ofField));
        }

        /** What is written in hexadecimal digits is not judged. */
        private static Stream<Ranged> ofArgument(PassedArgument argument) {
            String value = argument.argument().value();
            return argument
                    .usable()
                    .filter(fact -> GoValues.fits(fact.type(), value))
                    .flatMap(fact -> fact.range())
                    .stream()
                    .filter(range -> GoValues.fits(ValueType.DECIMAL, value))
                    .map(range ->
                            new Ranged(argument.in(), argument.name(), argument.place(), range, new BigDecimal(value)));
        }

        private static Stream<Ranged> ofField(PassedField field) {
            return field.value().value() instanceof ConfigValue.Numeral number
                    ? field.kubeletArgument().flatMap(fact -> fact.range()).stream()
                            .map(range -> new Ranged(
                                    field.in(), field.dotted(), field.value().place(), range, number.value()))
                    : Stream.empty();
        }

        String words() {
            return range.most()
                    .map(most -> "a number from " + range.least() + " to " + most)
                    .orElseGet(() -> "a number of " + range.least() + " or more");
        }
    }

    static final Rule<ProfileContext, FormedText> FORM = Rule.profile("DIST-163")
            .title("a value has not the form that its component reads")
            .why("""
                    Some values are texts for YAML and for the distribution, and have a form of their own for the component that \
                    reads them: amounts, thresholds, ports, addresses of the web, names of images, and names for kubeadm. It ends when it can't \
                    read one. A name for the certificate of the servers K3s and RKE2 leave out when it is none, and say so in their log \
                    alone.""")
            .evidence(
                    KUBERNETES + "cmd/kubelet/app/server.go, pkg/kubelet/eviction/helpers.go, "
                            + "pkg/kubelet/logs/container_log_manager.go, "
                            + "staging/src/k8s.io/apimachinery/pkg/util/net/port_range.go, "
                            + "staging/src/k8s.io/apiserver/plugin/pkg/authenticator/token/oidc/oidc.go, "
                            + "staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation/validation.go, "
                            + "cmd/kubeadm/app/apis/kubeadm/validation/validation.go; "
                            + "github.com/rancher/rke2 v1.28.13+rke2r1 pkg/images/images.go; "
                            + "github.com/rancher/dynamiclistener v0.3.6 factory/gen.go, populateCN",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"eviction-hard=memory.available<5%\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"eviction-hard=memory.available<much\"]}}}}")
            .subjects(context -> formed(FormedText.ofProfile(context)))
            .broken(
                    text -> !ValueForms.fits(text.form(), text.text()),
                    (text, finding) -> finding.at(text.place())
                            .message("`" + text.name() + "` takes " + ValueForms.words(text.form()) + ", not `"
                                    + text.text() + "`")
                            .effect(effect(text))
                            .addFixes(Fix.advice("write " + ValueForms.words(text.form()))));

    static final Rule<ProfileContext, FormedText> NAME = Rule.profile("DIST-164")
            .title("a pair of a name and an amount has a name that its component does not know")
            .why("""
                    The kubelet knows few signals at which it evicts pods, and few resources that it reserves. It ends when it is \
                    given another name.""")
            .evidence(KUBERNETES + "cmd/kubelet/app/server.go, pkg/kubelet/eviction/helpers.go", "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"kube-reserved=memory=512Mi\"]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [\"kube-reserved=ram=512Mi\"]}}}}")
            .subjects(context -> pairs(FormedText.ofProfile(context)))
            .broken(pair -> !pair.names().contains(name(pair)), (pair, finding) -> {
                finding.at(pair.place())
                        .message("`" + pair.name() + "` of kubelet "
                                + pair.in().version().minor() + " does not know `" + name(pair) + "`")
                        .addValues("known: " + String.join(", ", pair.names()))
                        .effect(pair.in().with(REFUSES));
                Spelling.nearest(name(pair), pair.names(), 1)
                        .forEach(near -> finding.addFixes(Fix.advice("write `" + near + "`")));
                finding.addFixes(Fix.advice("choose one of " + String.join(", ", pair.names())));
            });

    static final Rule<ProfileContext, Ranged> RANGE = Rule.profile("DIST-165")
            .title("a number is one that its component does not take")
            .why("""
                    Shares end at 100, a chance has a largest value, and a count has a smallest one. The component ends at another \
                    number; a kubelet that may run no pod starts, and nothing runs on its node.""")
            .evidence(
                    KUBERNETES + "pkg/kubelet/apis/config/validation/validation.go, "
                            + "pkg/kubelet/logs/container_log_manager.go, "
                            + "staging/src/k8s.io/apiserver/pkg/server/options/server_run_options.go",
                    "C-138")
            .good("profile: {spec: {kubernetes: {config: {kubelet-arg: [image-gc-high-threshold=90]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [image-gc-high-threshold=900]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Ranged::of))
            .broken(
                    ranged -> !ranged.range().contains(ranged.number()),
                    (ranged, finding) -> finding.at(ranged.place())
                            .message("`" + ranged.name() + "` takes " + ranged.words() + ", not " + ranged.number())
                            .effect(
                                    ranged.number().signum() == 0
                                            ? "what reads the value ends there, or has nothing left to do"
                                            : ranged.in().with(REFUSES))
                            .addFixes(Fix.advice("write " + ranged.words())));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(FORM, NAME, RANGE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            FORM.over(context -> formed(FormedText.ofSite(context))),
            NAME.over(context -> pairs(FormedText.ofSite(context))),
            RANGE.over(context -> PassedConfig.ofSite(context).flatMap(Ranged::of)));

    private static Stream<FormedText> formed(Stream<FormedText> texts) {
        return texts.filter(text -> !ELSEWHERE.contains(text.form()));
    }

    private static String effect(FormedText text) {
        return switch (text.form()) {
            case IMAGE -> "no image is found by it, and what runs in it does not start";
            case NAMES, PATTERNS ->
                "the certificate of the servers does not name it, and clients that ask for it refuse to talk to them";
            default -> text.in().with(REFUSES);
        };
    }

    /** What is no pair has no name, and is found as such. */
    private static Stream<FormedText> pairs(Stream<FormedText> texts) {
        return texts.filter(text -> !text.names().isEmpty() && !name(text).isEmpty());
    }

    private static String name(FormedText pair) {
        return ValueForms.name(pair.form(), pair.text());
    }
}
