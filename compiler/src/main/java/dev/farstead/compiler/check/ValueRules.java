// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.ValueForm;
import dev.farstead.schemas.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the values of keys that are passed on to K3s or RKE2. */
final class ValueRules {
    private static final String PROVIDER =
            "github.com/kairos-io/provider-k3s v4.4.2, v4.5.1 api/agent_config.go, main.go";
    private static final String K3S =
            "github.com/k3s-io/k3s v1.26.15+k3s1, v1.27.16+k3s1, v1.28.15+k3s1, v1.29.15+k3s1 pkg/cli/cmds/server.go";
    private static final String RKE2 =
            "github.com/rancher/rke2 v1.26.15+rke2r1, v1.27.16+rke2r2, v1.28.15+rke2r1, v1.29.15+rke2r1 "
                    + "pkg/cli/cmds/server.go";

    private ValueRules() {}

    /**
     * A key that takes what the fact says.
     *
     * @param key the key
     * @param fact what is known of it
     * @param type what it takes
     */
    record Typed(PassedKey key, ConfigKey fact, ValueType type) {
        static Stream<Typed> of(PassedKey key) {
            return key.usable().map(fact -> new Typed(key, fact, key.type(fact))).stream();
        }

        ConfigValue value() {
            return key.value().value();
        }

        Place place() {
            return key.value().place();
        }

        boolean fits() {
            return switch (type) {
                case BOOLEAN -> value() instanceof ConfigValue.Bool;
                case INTEGER -> value() instanceof ConfigValue.Numeral number && GoValues.isLong(number.value());
                case DECIMAL -> value() instanceof ConfigValue.Numeral;
                case TEXT -> value() instanceof ConfigValue.Text;
                case DURATION -> value() instanceof ConfigValue.Text text && GoValues.fits(type, text.value());
                case LIST -> value() instanceof ConfigValue.Items;
                case MAP -> false;
            };
        }
    }

    static final Rule<ProfileContext, Typed> TYPE = Rule.profile("DIST-107")
            .title("the value of a key has the wrong type")
            .why("""
                    On workers of K3s the provider reads each key with a type, and ends when the value has another one. On all \
                    other hosts the distribution gets what YAML made of the value: a word where a number is due ends it, and \
                    `0600` without quotes arrives as 384.""")
            .evidence(K3S + "; " + PROVIDER, "C-132")
            .good(
                    "profile: {spec: {kubernetes: {config: {write-kubeconfig-mode: \"600\", etcd-snapshot-retention: 12}}}}")
            .bad("profile: {spec: {kubernetes: {config: {write-kubeconfig-mode: 600, etcd-snapshot-retention: 12}}}}")
            .subjects(context -> values(PassedKey.ofProfile(context)))
            .broken(typed -> !typed.fits(), (typed, finding) -> {
                finding.at(typed.place())
                        .message("`" + typed.key().name() + "` takes " + GoValues.words(typed.type())
                                + given(typed).map(words -> ", not " + words).orElse(""))
                        .effect(effectOfType(typed));
                Optional<Fix> mended = mended(typed);
                finding.addFixes(mended.orElseGet(() -> Fix.advice("write " + GoValues.words(typed.type()))));
            });

    static final Rule<ProfileContext, Typed> SINGLE_FOR_LIST = Rule.profile("DIST-108")
            .title("a single value stands where a list is due")
            .why("""
                    K3s and RKE2 take a single value for a list. Their providers do not: that of K3s ends on workers, and on \
                    control-plane hosts the list of the provider can't be joined to a single value. A single value for the arguments of a component would \
                    replace the whole list.""")
            .evidence(PROVIDER, "C-130", "C-132")
            .good("profile: {spec: {kubernetes: {config: {node-label: [tier=edge]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {node-label: tier=edge}}}}")
            .subjects(context -> lists(PassedKey.ofProfile(context)))
            .broken(ValueRules::givenSingle, (typed, finding) -> {
                String list = list(typed);
                finding.at(typed.place())
                        .message("`" + typed.key().name() + "` takes a list")
                        .label("this is a single value")
                        .effect(effectOfSingle(typed))
                        .addFixes(Fix.of(
                                "write `" + list + "`", new Edit(typed.place().value(), list), Fix.Applicability.SAFE));
            });

    static final Rule<ProfileContext, PassedItem> ITEM = Rule.profile("DIST-109")
            .title("an item of a list is itself a list or a map")
            .why("""
                    Each item becomes one flag of the distribution, so it must be one text. An argument that is written as `name: value` is a \
                    map and can't become a flag.""")
            .evidence("github.com/k3s-io/k3s v1.28.13+k3s1 pkg/configfilearg/parser.go", "C-132")
            .good("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [audit-log-maxage=60]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [audit-log-maxage: 60]}}}}")
            .subjects(context -> items(PassedKey.ofProfile(context)))
            .broken(item -> !item.single(), (item, finding) -> {
                finding.at(item.item().place())
                        .message("an item of `" + item.key().name() + "` is not a text")
                        .effect("the provider or " + item.key().in().program() + " ends when it reads the value");
                if (item.item().value() instanceof ConfigValue.Entries map
                        && map.entries().size() == 1) {
                    map.entries().forEach((name, value) -> {
                        String text = SpecText.text(name + "=" + PassedItem.text(value.value()), value.place());
                        finding.addFixes(Fix.of(
                                "write `" + text + "`",
                                new Edit(item.item().place().value(), text),
                                Fix.Applicability.GUESS));
                    });
                }
                finding.addFixes(Fix.advice("write one text an item"));
            });

    static final Rule<ProfileContext, Typed> ALLOWED = Rule.profile("DIST-110")
            .title("the value of a key is not one that this release knows")
            .why("K3s and RKE2 end when a key that takes one of a few values has another one.")
            .evidence(K3S + "; " + RKE2 + ", pkg/rke2/rke2.go", "C-134")
            .good("profile: {spec: {kubernetes: {config: {egress-selector-mode: cluster}}}}")
            .bad("profile: {spec: {kubernetes: {config: {egress-selector-mode: clusters}}}}")
            .subjects(context -> closed(PassedKey.ofProfile(context)))
            .broken(
                    typed -> !typed.fact().values(typed.key().version()).contains(PassedItem.text(typed.value())),
                    (typed, finding) -> {
                        List<String> known = typed.fact().values(typed.key().version());
                        String text = PassedItem.text(typed.value());
                        finding.at(typed.place())
                                .message("`" + typed.key().name() + "` of "
                                        + typed.key().in().release() + " does not take `" + text + "`")
                                .addValues("allowed: " + String.join(", ", known))
                                .effect(typed.key().in().program() + " ends when it reads the value");
                        suggest(text, known, typed.place(), finding);
                        finding.addFixes(Fix.advice("choose one of " + String.join(", ", known)));
                    });

    static final Rule<ProfileContext, FormedText> MODE = Rule.profile("DIST-172")
            .title("the mode of a file is no octal number")
            .why("""
                    K3s and RKE2 read the mode as an octal number. Where it is none they log one line, and the file keeps the mode with \
                    which it was written.""")
            .evidence("github.com/k3s-io/k3s v1.28.13+k3s1 pkg/server/server.go, writeKubeConfig", "C-139")
            .good("profile: {spec: {kubernetes: {config: {write-kubeconfig-mode: \"640\"}}}}")
            .bad("profile: {spec: {kubernetes: {config: {write-kubeconfig-mode: \"u=rw\"}}}}")
            .subjects(context -> modes(FormedText.ofProfile(context)))
            .broken(
                    mode -> !ValueForms.fits(mode.form(), mode.text()),
                    (mode, finding) -> finding.at(mode.place())
                            .message("`" + mode.name() + "` takes " + ValueForms.words(mode.form()) + ", not `"
                                    + mode.text() + "`")
                            .effect(
                                    "the file keeps the mode with which it was written, and one line in the log says so")
                            .addFixes(Fix.advice("write " + ValueForms.words(mode.form()))));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(TYPE, SINGLE_FOR_LIST, ITEM, ALLOWED, MODE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            TYPE.over(context -> values(PassedKey.ofSite(context))),
            SINGLE_FOR_LIST.over(context -> lists(PassedKey.ofSite(context))),
            ITEM.over(context -> items(PassedKey.ofSite(context))),
            ALLOWED.over(context -> closed(PassedKey.ofSite(context))),
            MODE.over(context -> modes(FormedText.ofSite(context))));

    private static Stream<Typed> values(Stream<PassedKey> keys) {
        return keys.flatMap(Typed::of).filter(typed -> !givenSingle(typed));
    }

    private static Stream<Typed> lists(Stream<PassedKey> keys) {
        return keys.flatMap(Typed::of).filter(typed -> typed.type() == ValueType.LIST);
    }

    private static Stream<PassedItem> items(Stream<PassedKey> keys) {
        return keys.filter(key -> key.usable().isPresent()).flatMap(PassedItem::of);
    }

    private static Stream<Typed> closed(Stream<PassedKey> keys) {
        return keys.flatMap(Typed::of)
                .filter(typed -> !typed.fact().takesOtherValues() && typed.value() instanceof ConfigValue.Text);
    }

    private static Stream<FormedText> modes(Stream<FormedText> texts) {
        return texts.filter(text -> text.has(ValueForm.MODE));
    }

    private static boolean givenSingle(Typed typed) {
        return typed.type() == ValueType.LIST
                && !(typed.value() instanceof ConfigValue.Items)
                && !(typed.value() instanceof ConfigValue.Entries);
    }

    private static String effectOfSingle(Typed typed) {
        String name = typed.key().name();
        if (typed.fact().component().isPresent()) {
            return "the value takes the place of every argument that the component should get";
        }
        if (typed.key()
                .in()
                .provider()
                .filter(release -> release.appendedKeys().contains(name))
                .isPresent()) {
            return "the provider can't join its list to the value, and "
                    + typed.key().in().program() + " gets an empty configuration";
        }
        return typed.key()
                        .in()
                        .provider()
                        .flatMap(release -> release.workerType(name))
                        .isPresent()
                ? "on workers the provider ends when it reads the value"
                : "no layer can add to the value, and a comma in it splits it without a word";
    }

    private static String list(Typed typed) {
        String text = PassedItem.text(typed.value());
        // K3s splits a single value at its commas, except for arguments, whose values hold commas.
        List<String> items = typed.fact().component().isPresent() ? List.of(text) : List.of(text.split(","));
        return "["
                + String.join(
                        ", ",
                        items.stream()
                                .map(item -> SpecText.text(item, typed.place()))
                                .toList()) + "]";
    }

    static void suggest(String text, List<String> known, Place place, Finding.Builder finding) {
        Spelling.nearest(text, known, 3)
                .forEach(near -> finding.addFixes(
                        Fix.of("write `" + near + "`", SpecText.replace(place, near), Fix.Applicability.GUESS)));
    }

    /** Returns what a value is instead; empty for a text that has the wrong form. */
    private static Optional<String> given(Typed typed) {
        ConfigValue value = typed.value();
        if (value instanceof ConfigValue.Text) {
            return typed.type() == ValueType.DURATION ? Optional.empty() : Optional.of("a text");
        }
        if (value instanceof ConfigValue.Numeral) {
            return Optional.of(typed.type() == ValueType.INTEGER ? "one that is broken or beyond 64 bits" : "a number");
        }
        if (value instanceof ConfigValue.Bool) {
            return Optional.of("`true` or `false`");
        }
        return Optional.of(value instanceof ConfigValue.Items ? "a list" : "a map");
    }

    private static String effectOfType(Typed typed) {
        String program = typed.key().in().program();
        if (typed.type() == ValueType.TEXT) {
            return program + " gets what YAML makes of the value, which may be another text than is written";
        }
        return program + (typed.key().in().provider().isPresent() ? " or its provider" : "")
                + " ends when it reads the value, and the node stays without Kubernetes";
    }

    /** The fix writes the same value as the type that is due, where there is no doubt what was meant. */
    private static Optional<Fix> mended(Typed typed) {
        String text = PassedItem.text(typed.value());
        boolean single = typed.value() instanceof ConfigValue.Text
                || typed.value() instanceof ConfigValue.Numeral
                || typed.value() instanceof ConfigValue.Bool;
        if (single && typed.type() == ValueType.TEXT) {
            return Optional.of(replaced(typed, SpecText.quoted(text)));
        }
        boolean truth = typed.type() == ValueType.BOOLEAN && (text.equals("true") || text.equals("false"));
        boolean whole = typed.type() == ValueType.INTEGER && text.matches("[1-9][0-9]{0,17}");
        return truth || whole ? Optional.of(replaced(typed, text)) : Optional.empty();
    }

    private static Fix replaced(Typed typed, String text) {
        return Fix.of("write `" + text + "`", new Edit(typed.place().value(), text), Fix.Applicability.SAFE);
    }
}
