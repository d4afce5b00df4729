// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.check.HardeningRules.Hardened;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.CisItem;
import dev.farstead.schemas.CisItem.Ask;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.ValueType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about settings that break an item of the CIS benchmark though neither the pack nor the hardening sets them. */
final class BenchmarkRules {
    private static final String KUBELET = "kubelet";
    private static final String FEATURE_GATES = "feature-gates";

    private BenchmarkRules() {}

    /**
     * A setting that items of the benchmark speak of, as a specification writes it.
     *
     * @param in the layer that writes it
     * @param component the component that gets it; empty for a key of the distribution
     * @param argument the name of the argument or key
     * @param title what it is called where it stands
     * @param place where it stands
     * @param values what is written
     * @param whole whether nothing else adds to the values
     * @param hardened the values that the hardening itself gives
     */
    record Given(
            PassedConfig in,
            Optional<String> component,
            String argument,
            String title,
            Place place,
            List<String> values,
            boolean whole,
            Set<String> hardened) {
        /** Copies the lists. */
        Given {
            values = List.copyOf(values);
            hardened = Set.copyOf(hardened);
        }

        static Stream<Given> of(PassedConfig in) {
            return Stream.of(
                            // What the hardening itself switches on has a rule of its own.
                            PassedKey.of(in)
                                    .filter(key -> key.usable().isPresent() && !HardenedArguments.isSwitchedOn(key))
                                    .flatMap(Given::ofKey),
                            ArgumentRules.arguments(PassedArgument.of(in))
                                    .filter(argument -> argument.form() != PassedArgument.Form.FIELD
                                            && !Hardened.isWeakened(argument))
                                    .map(Given::ofArgument),
                            PassedField.of(in).flatMap(Given::ofField))
                    .flatMap(given -> given)
                    .filter(given -> given.items().findAny().isPresent());
        }

        private static Stream<Given> ofKey(PassedKey key) {
            ConfigValue value = key.value().value();
            return value instanceof ConfigValue.Text || value instanceof ConfigValue.Bool
                    ? Stream.of(new Given(
                            key.in(),
                            Optional.empty(),
                            key.name(),
                            key.name(),
                            key.value().place(),
                            List.of(PassedItem.text(value)),
                            true,
                            Set.of()))
                    : Stream.empty();
        }

        private static Given ofArgument(PassedArgument argument) {
            return new Given(
                    argument.in(),
                    Optional.of(argument.component()),
                    argument.name(),
                    argument.name(),
                    argument.place(),
                    argument.addsUp()
                            ? argument.members()
                            : List.of(argument.argument().value()),
                    argument.argument().operator().isEmpty(),
                    HardenedArguments.values(argument));
        }

        /** A field that an argument of the pack overrules has a rule of its own; the only gate of the benchmark is among them. */
        private static Stream<Given> ofField(PassedField field) {
            return field
                    .usable()
                    .flatMap(KubeadmField::argument)
                    .filter(argument -> !argument.equals(FEATURE_GATES)
                            && !HardenedArguments.ofKubelet(field.in()).containsKey(argument))
                    .stream()
                    .map(argument -> new Given(
                            field.in(),
                            Optional.of(KUBELET),
                            argument,
                            field.dotted(),
                            field.value().place(),
                            texts(field.value()),
                            true,
                            Set.of()));
        }

        private static List<String> texts(Located<ConfigValue> value) {
            return value.value() instanceof ConfigValue.Items list
                    ? list.items().stream()
                            .map(item -> PassedItem.text(item.value()))
                            .toList()
                    : List.of(PassedItem.text(value.value()));
        }

        Stream<CisItem> items() {
            return in.catalogue().cisItems().stream()
                    .filter(item -> item.component().equals(component)
                            && item.name().equals(argument)
                            && item.appliesTo(in.version()));
        }

        List<CisItem> brokenItems() {
            return items().filter(this::breaks).toList();
        }

        private boolean breaks(CisItem item) {
            List<String> own =
                    values.stream().filter(value -> !hardened.contains(value)).toList();
            return switch (item.ask()) {
                case ABSENT -> true;
                case FILE -> false;
                case NEEDS ->
                    whole
                            && !item.values().stream()
                                    .allMatch(wanted -> values.stream().anyMatch(value -> same(wanted, value)));
                case FORBIDS ->
                    own.stream().anyMatch(value -> item.values().stream().anyMatch(wanted -> same(wanted, value)));
                case ALLOWS ->
                    own.stream().anyMatch(value -> item.values().stream().noneMatch(wanted -> same(wanted, value)));
                case HAS ->
                    own.stream().anyMatch(value -> item.values().stream().noneMatch(value::contains));
                case LEAST ->
                    own.stream().anyMatch(value -> item.values().stream().anyMatch(least -> isLess(value, least)));
                case NONZERO -> own.stream().anyMatch(Given::isZero);
                case MODE ->
                    own.stream().anyMatch(value -> item.values().stream().anyMatch(mode -> letsInMore(value, mode)));
            };
        }

        /** Go reads `1` and `t` as true, and `0x0` as a number; the value of a gate stands behind its name. */
        private static boolean same(String wanted, String value) {
            int end = wanted.indexOf('=') + 1;
            if (end > 0) {
                return value.startsWith(wanted.substring(0, end)) && same(wanted.substring(end), value.substring(end));
            }
            if (GoValues.fits(ValueType.INTEGER, wanted)) {
                return GoValues.fits(ValueType.INTEGER, value) && number(value).equals(number(wanted));
            }
            boolean truth = GoValues.fits(ValueType.BOOLEAN, wanted);
            return (truth && GoValues.fits(ValueType.BOOLEAN, value))
                    ? GoValues.isTrue(value) == GoValues.isTrue(wanted)
                    : value.equals(wanted);
        }

        private static boolean isLess(String value, String least) {
            return GoValues.fits(ValueType.INTEGER, value) && number(value).compareTo(number(least)) < 0;
        }

        private static BigInteger number(String text) {
            return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
        }

        private static boolean isZero(String value) {
            return GoValues.fits(ValueType.DURATION, value)
                    && value.chars().noneMatch(character -> character >= '1' && character <= '9');
        }

        private static boolean letsInMore(String value, String mode) {
            return value.matches("[0-7]{1,6}") && (Integer.parseInt(value, 8) & ~Integer.parseInt(mode, 8)) != 0;
        }

        /** Returns what is written and is of no form that the component reads: another rule tells of it. */
        boolean isUnreadable() {
            return component
                    .flatMap(name -> in.catalogue().componentArguments().argument(name, argument))
                    .filter(fact -> values.stream().anyMatch(value -> !GoValues.fits(fact.type(), value)))
                    .isPresent();
        }

        String named() {
            return component.map(name -> "`" + title + "` of " + name).orElse("`" + title + "`");
        }

        /** Returns the items that the file speaks of which is named. */
        List<CisItem> inFile() {
            return items().filter(item -> item.ask() == Ask.FILE && !values.contains(""))
                    .toList();
        }

        String numbers() {
            return numbers(brokenItems());
        }

        String numbers(List<CisItem> items) {
            List<String> numbers = items.stream()
                    .map(item -> item.number(in.version().minor()))
                    .toList();
            return (numbers.size() == 1 ? "item " : "items ") + String.join(", ", numbers);
        }

        private static String words(CisItem item) {
            String values = String.join(", ", item.values());
            return switch (item.ask()) {
                case ABSENT, FILE -> "not given";
                case NEEDS -> "with " + values;
                case FORBIDS -> "without " + values;
                case ALLOWS, HAS -> values;
                case LEAST -> values + " or more";
                case NONZERO -> "longer than 0";
                case MODE -> values + " or less";
            };
        }

        Stream<String> asked() {
            return brokenItems().stream().map(item -> item.number(in.version().minor()) + " asks for: " + words(item));
        }

        String effect() {
            return brokenItems().stream().anyMatch(item -> item.ask() == Ask.MODE)
                    ? "others than root can read the file with the rights of an administrator, against " + numbers()
                            + " of the CIS benchmark"
                    : "the cluster would be called hardened and fail " + numbers() + " of the CIS benchmark";
        }
    }

    static final Rule<ProfileContext, Given> ITEM = Rule.profile("K8S-023")
            .title("a setting breaks an item of the benchmark that the profile asks for")
            .why("""
                    Components are safe by default in much that the CIS benchmark checks, so the hardening does not set it. A setting \
                    that is passed on takes the place of such a default, and the cluster would be called hardened and fail the \
                    benchmark.""")
            .evidence(
                    "github.com/aquasecurity/kube-bench 15e07656a07a6eb4867c999f45fcd7a985969381, "
                            + "1d41c7c3dbb55d2cb388a0f87396fe5d1d67bb39, cfg/cis-1.8, cfg/cis-1.9, cfg/cis-1.10, cfg/cis-1.11, "
                            + "cfg/k3s-cis-1.7, cfg/rke2-cis-1.7; K3s documentation, security/hardening-guide; "
                            + "RKE2 documentation, security/hardening_guide",
                    "C-140")
            .good("profile: {spec: {kubernetes: {hardening: cis, config: {kubelet-arg: "
                    + "[streaming-connection-idle-timeout=10m]}}}}")
            .bad("profile: {spec: {kubernetes: {hardening: cis, config: {kubelet-arg: [anonymous-auth=true]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context)
                    .filter(HardeningRules::isAskedFor)
                    .flatMap(Given::of))
            .broken(given -> !given.isUnreadable() && !given.brokenItems().isEmpty(), (given, finding) -> {
                finding.at(given.place())
                        .message(given.named() + " breaks " + given.numbers() + " of the CIS benchmark");
                given.asked().forEach(finding::addValues);
                HardeningRules.weakened(given.in(), finding, given.effect());
            });

    static final Rule<ProfileContext, Given> UNREAD_FILE = Rule.profile("K8S-027")
            .warning()
            .title("a file is named that the benchmark also speaks of")
            .why("""
                    Kubelet, scheduler and kube-proxy take their settings from a file too. The scheduler and kube-proxy then leave \
                    arguments unread that mean the same, those of the hardening among them, and the kubelet takes from the file what no \
                    argument sets. What stands in it is known on the host alone.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.29.10 cmd/kube-scheduler/app/options/options.go, "
                            + "cmd/kubelet/app/server.go, cmd/kube-proxy/app/server.go",
                    "C-140")
            .good(
                    "profile: {spec: {kubernetes: {hardening: cis, config: {kube-scheduler-arg: [bind-address=127.0.0.1]}}}}")
            .bad("profile: {spec: {kubernetes: {hardening: cis, config: {kube-scheduler-arg: "
                    + "[config=/etc/scheduler.yaml]}}}}")
            .subjects(context -> PassedConfig.ofProfile(context)
                    .filter(HardeningRules::isAskedFor)
                    .flatMap(Given::of))
            .broken(
                    given -> !given.inFile().isEmpty(),
                    (given, finding) -> finding.at(given.place())
                            .message(given.named() + " names a file that is not checked against "
                                    + given.numbers(given.inFile()) + " of the CIS benchmark")
                            .effect(
                                    "what the file says counts, or the default where it says nothing, and the cluster may fail the "
                                            + "benchmark that it is hardened for")
                            .addFixes(Fix.advice("leave it out, or keep in the file to what the benchmark asks for")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(ITEM, UNREAD_FILE);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(ITEM.over(BenchmarkRules::ofSite), UNREAD_FILE.over(BenchmarkRules::ofSite));

    private static Stream<Given> ofSite(SiteContext context) {
        return PassedConfig.ofSite(context).filter(HardeningRules::isAskedFor).flatMap(Given::of);
    }
}
