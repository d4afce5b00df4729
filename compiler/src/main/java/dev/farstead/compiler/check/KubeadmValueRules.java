// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.FieldType;
import dev.farstead.schemas.KubeadmField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the values of fields that are passed on to kubeadm. */
final class KubeadmValueRules {
    private static final String PROVIDER = "github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 main.go";
    private static final String TYPES = "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 "
            + "cmd/kubeadm/app/apis/kubeadm/v1beta3/types.go";

    private KubeadmValueRules() {}

    /**
     * A map of fields that is an item of a list.
     *
     * @param field the field that holds it
     * @param place where it stands
     * @param written what it holds
     */
    record Listed(PassedField field, Place place, ConfigValue.Entries written) {
        static Stream<Listed> of(PassedField field) {
            boolean records = field.usable().isPresent() && field.type() == FieldType.OBJECTS;
            return records && field.value().value() instanceof ConfigValue.Items list
                    ? list.items().stream()
                            .filter(item -> item.value() instanceof ConfigValue.Entries)
                            .map(item -> new Listed(field, item.place(), (ConfigValue.Entries) item.value()))
                    : Stream.empty();
        }

        List<String> missing() {
            return field.fact().stream()
                    .flatMap(fact -> fact.fields().values().stream())
                    .filter(KubeadmField::required)
                    .map(KubeadmField::name)
                    .filter(name -> !written.entries().containsKey(name))
                    .toList();
        }
    }

    static final Rule<ProfileContext, FieldValue> TYPE = Rule.profile("DIST-144")
            .title("the value of a kubeadm field has the wrong type")
            .why("""
                    The provider does not look at the errors of its decoder. A number or truth value where a text is due, as in \
                    `extraArgs`, becomes an empty text; another wrong value is dropped; and at a length of time that can't be read \
                    the decoder stops, so that everything behind it is lost.""")
            .evidence(PROVIDER, "C-29")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {extraArgs: {max-requests-inflight: \"400\"}}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {extraArgs: {max-requests-inflight: 400}}}}}}}")
            .subjects(context -> values(PassedField.ofProfile(context)))
            .broken(value -> !value.fits(), (value, finding) -> {
                finding.at(value.value().place())
                        .message(value.name() + " takes " + GoValues.words(value.type()))
                        .effect(value.effect());
                finding.addFixes(mended(value)
                        .map(text -> Fix.of(
                                "write `" + text + "`",
                                new Edit(value.value().place().value(), text),
                                Fix.Applicability.SAFE))
                        .orElseGet(() -> Fix.advice("write " + GoValues.words(value.type()))));
            });

    static final Rule<ProfileContext, FieldValue> LIST_FOR_MAP = Rule.profile("DIST-145")
            .title("a list of names and values stands where kubeadm takes a map")
            .why("""
                    From Kubernetes 1.31 on, in v1beta4, arguments are a list of `name` and `value`. Earlier releases take a map of \
                    texts, and the provider drops a list that stands in its place.""")
            .evidence(PROVIDER + "; " + TYPES, "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{scheduler: {extraArgs: {v: \"2\"}}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{scheduler: {extraArgs: [{name: v, value: \"2\"}]}}}}}}")
            .subjects(context -> PassedField.ofProfile(context).flatMap(FieldValue::of))
            .broken(FieldValue::isListForMap, (value, finding) -> {
                finding.at(value.value().place())
                        .message(value.name() + " takes a map, not a list")
                        .label("this is the form of v1beta4, which Kubernetes reads from 1.31 on")
                        .effect("the provider drops the whole list, and none of its arguments arrives");
                asMap(value)
                        .ifPresent(map -> finding.addFixes(Fix.of(
                                "write `" + map + "`",
                                new Edit(value.value().place().value(), map),
                                Fix.Applicability.SAFE)));
                finding.addFixes(Fix.advice("write each argument as `name: \"value\"`"));
            });

    static final Rule<ProfileContext, FieldValue> ALLOWED = Rule.profile("DIST-146")
            .title("the value of a kubeadm field is not one that this release knows")
            .why("kubeadm or the kubelet ends when a field that takes one of a few values has another one.")
            .evidence(TYPES, "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{cpuManagerPolicy: none}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{cpuManagerPolicy: statik}}}}}")
            .subjects(context -> closed(PassedField.ofProfile(context)))
            .broken(
                    value ->
                            !known(value).contains(PassedItem.text(value.value().value())),
                    (value, finding) -> {
                        String text = PassedItem.text(value.value().value());
                        Place place = value.value().place();
                        finding.at(place)
                                .message(value.name() + " of "
                                        + value.field().in().release() + " does not take `" + text + "`")
                                .addValues("allowed: " + words(value))
                                .effect("kubeadm or the kubelet ends when it checks the value");
                        Spelling.nearest(text, known(value), 3)
                                .forEach(near -> finding.addFixes(Fix.of(
                                        "write `" + near + "`",
                                        SpecText.replace(place, near),
                                        Fix.Applicability.GUESS)));
                        finding.addFixes(Fix.advice("choose one of " + words(value)));
                    });

    static final Rule<ProfileContext, Listed> MISSING = Rule.profile("DIST-147")
            .title("an item of a kubeadm list lacks a field that it needs")
            .why(
                    "A volume without its name or paths, or a taint without its key or effect, is refused, and no node comes up.")
            .evidence(TYPES, "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{scheduler: {extraVolumes: [{name: config, hostPath: /etc/sched, mountPath: /etc/sched}]}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{scheduler: {extraVolumes: [{name: config, hostPath: /etc/sched}]}}}}}}")
            .subjects(context -> PassedField.ofProfile(context).flatMap(Listed::of))
            .broken(
                    record -> !record.missing().isEmpty(),
                    (record, finding) -> finding.at(record.place())
                            .message("this item of `" + record.field().name() + "` has no "
                                    + String.join(", no ", quoted(record.missing())))
                            .effect("kubeadm or the kubelet refuses it, and the node stays without Kubernetes")
                            .addFixes(Fix.advice("add " + String.join(", ", quoted(record.missing())))));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(TYPE, LIST_FOR_MAP, ALLOWED, MISSING);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            TYPE.over(context -> values(PassedField.ofSite(context))),
            LIST_FOR_MAP.over(context -> PassedField.ofSite(context).flatMap(FieldValue::of)),
            ALLOWED.over(context -> closed(PassedField.ofSite(context))),
            MISSING.over(context -> PassedField.ofSite(context).flatMap(Listed::of)));

    private static Stream<FieldValue> values(Stream<PassedField> fields) {
        return fields.flatMap(FieldValue::of).filter(value -> !value.isListForMap());
    }

    private static Stream<FieldValue> closed(Stream<PassedField> fields) {
        return fields.flatMap(FieldValue::of)
                .filter(value -> value.fits()
                        && !known(value).isEmpty()
                        && !value.field().takesOtherValues());
    }

    private static List<String> known(FieldValue value) {
        PassedField field = value.field();
        List<String> own =
                field.fact().map(fact -> fact.values(field.version())).orElse(List.of());
        return own.isEmpty() && field.type() != FieldType.MAP
                ? field.kubeletArgument()
                        .map(fact -> fact.values(field.version()))
                        .orElse(List.of())
                : own;
    }

    private static String words(FieldValue value) {
        return String.join(
                ", ", known(value).stream().filter(text -> !text.isEmpty()).toList());
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").toList();
    }

    /** Returns the same value as the type that is due, where there is no doubt what was meant. */
    private static Optional<String> mended(FieldValue value) {
        ConfigValue given = value.value().value();
        String text = PassedItem.text(given);
        boolean single = given instanceof ConfigValue.Text
                || given instanceof ConfigValue.Numeral
                || given instanceof ConfigValue.Bool;
        if (!single) {
            return Optional.empty();
        }
        if (value.type() == FieldType.TEXTS) {
            return Optional.of("[" + SpecText.text(text, value.value().place()) + "]");
        }
        if (value.type() == FieldType.TEXT) {
            return Optional.of(SpecText.quoted(text));
        }
        boolean truth = value.type() == FieldType.BOOLEAN && (text.equals("true") || text.equals("false"));
        boolean number = value.type() == FieldType.INTEGER && text.matches("[1-9][0-9]{0,17}");
        return truth || number ? Optional.of(text) : Optional.empty();
    }

    /** Returns the map that a list of names and values means; empty where an item is something else. */
    private static Optional<String> asMap(FieldValue value) {
        List<String> entries = new ArrayList<>();
        for (Located<ConfigValue> item : ((ConfigValue.Items) value.value().value()).items()) {
            if (!(item.value() instanceof ConfigValue.Entries map)
                    || map.entries().size() != 2
                    || !map.entries().containsKey("name")
                    || !map.entries().containsKey("value")) {
                return Optional.empty();
            }
            entries.add(
                    text(map.entries(), "name", item.place()) + ": " + SpecText.quoted(plain(map.entries(), "value")));
        }
        return Optional.of("{" + String.join(", ", entries) + "}");
    }

    private static String text(Map<String, Located<ConfigValue>> entries, String key, Place place) {
        return SpecText.text(plain(entries, key), place);
    }

    private static String plain(Map<String, Located<ConfigValue>> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .map(found -> PassedItem.text(found.value()))
                .orElse("");
    }
}
