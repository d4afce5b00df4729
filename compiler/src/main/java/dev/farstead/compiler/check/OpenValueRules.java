// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ValueType;
import java.util.List;
import java.util.stream.Stream;

/** Rules about values that work once somebody has put something on the hosts that the images do not bring. */
final class OpenValueRules {
    private OpenValueRules() {}

    /**
     * A value where some are known, and others are taken.
     *
     * @param in the layer that writes it
     * @param name the key or field
     * @param place where it stands
     * @param text the value
     * @param known the values that need nothing further
     */
    record Open(PassedConfig in, String name, Place place, String text, List<String> known) {
        static Stream<Open> of(PassedConfig in) {
            return Stream.concat(
                            PassedKey.of(in).flatMap(Open::ofKey),
                            PassedField.of(in).flatMap(Open::ofField))
                    .filter(open ->
                            !open.known().isEmpty() && !open.text().isEmpty() && !SecretRules.holdsSecret(open.text()));
        }

        private static Stream<Open> ofKey(PassedKey key) {
            return key.usable().stream()
                    .filter(fact -> fact.takesOtherValues()
                            && fact.type() == ValueType.TEXT
                            && key.value().value() instanceof ConfigValue.Text)
                    .map(fact -> new Open(
                            key.in(),
                            key.name(),
                            key.value().place(),
                            PassedItem.text(key.value().value()),
                            fact.values(key.version())));
        }

        private static Stream<Open> ofField(PassedField field) {
            return field.usable().stream()
                    .filter(fact -> fact.open() && field.value().value() instanceof ConfigValue.Text)
                    .map(fact -> new Open(
                            field.in(),
                            field.dotted(),
                            field.value().place(),
                            PassedItem.text(field.value().value()),
                            fact.values(field.version())));
        }
    }

    static final Rule<ProfileContext, Open> NOT_BROUGHT = Rule.profile("DIST-190")
            .warning()
            .title("a value names something that the images do not bring")
            .why("""
                    containerd comes with a few ways to keep images on disk, and the images with containerd alone. Another name works once \
                    something on every host answers to it, which is put there by other means. Until then no pod starts.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/agent/config/config.go, pkg/containerd/builtins_linux.go; "
                            + "github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 scripts/kube-init.sh")
            .inferred()
            .good("profile: {spec: {kubernetes: {config: {snapshotter: native}}}}")
            .bad("profile: {spec: {kubernetes: {config: {snapshotter: overlay}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Open::of))
            .broken(open -> !open.known().contains(open.text()), (open, finding) -> {
                finding.at(open.place())
                        .message("`" + open.name() + "` is `" + open.text() + "`, which "
                                + open.in().release() + " does not bring")
                        .addValues("known: " + String.join(", ", open.known()))
                        .effect("no pod starts on a host where nothing answers to that name");
                Spelling.nearest(open.text(), open.known(), 1)
                        .forEach(near -> finding.addFixes(Fix.advice("write `" + near + "`")));
                finding.addFixes(Fix.advice("leave it out: " + open.known().get(0) + " is there"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NOT_BROUGHT);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(NOT_BROUGHT.over(context -> PassedConfig.ofSite(context).flatMap(Open::of)));
}
