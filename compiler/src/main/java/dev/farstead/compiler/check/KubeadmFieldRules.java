// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.secret.Concealment;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.KubeadmField;
import dev.farstead.schemas.Presence;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules about the fields that are passed on to kubeadm: whether this release has them, and whether they may be set. */
final class KubeadmFieldRules {
    private static final String FIELDS = "github.com/kubernetes/kubernetes v1.26.15, v1.27.14, v1.28.14, v1.29.9 "
            + "cmd/kubeadm/app/apis/kubeadm/v1beta3/types.go, staging/src/k8s.io/kubelet/config/v1beta1/types.go";
    private static final String PROVIDER =
            "github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 main.go, stages/init.go, stages/join.go";

    /** Where what older packs had at the top stands today. */
    private static final Map<String, String> OLD_SECTIONS = Map.of(
            "kubeadmconfig",
            "its content stands in the four sections themselves",
            "pack",
            "networks follow from `network.podCidr` and `network.serviceCidr`, hardening from "
                    + "`kubernetes.hardening`");

    private KubeadmFieldRules() {}

    static final Rule<ProfileContext, PassedField> UNKNOWN = Rule.profile("DIST-140")
            .title("a field is passed on that no release of kubeadm has")
            .why("""
                    The provider reads the configuration into the fields that kubeadm has, drops every other one, and hands the \
                    rest to kubeadm. The setting has no effect, and nothing on the node says so. Case counts.""")
            .evidence(FIELDS + "; " + PROVIDER, "C-30")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {certSANs: [edge.example.com]}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{apiServer: {certSans: [edge.example.com]}}}}}}")
            .subjects(PassedField::ofProfile)
            .broken(field -> field.fact().isEmpty() && field.owner().isEmpty(), (field, finding) -> {
                String what = field.isSection() ? "section" : "field";
                finding.atKey(field.value().place())
                        .message(field.in().release() + " has no " + what + " `" + field.dotted() + "`")
                        .effect("the provider drops it without a word");
                List<String> near = Spelling.nearest(field.name(), present(field), 3);
                if (Stream.concat(Stream.of(field.name()), near.stream()).anyMatch(Concealment::namesSecret)) {
                    finding.addConcealed(field.value().place().value());
                }
                near.forEach(name -> rename(field, name, finding));
                String elsewhere = OLD_SECTIONS.get(field.name());
                if (field.isSection() && elsewhere != null) {
                    finding.label("a key of packs for older releases")
                            .addFixes(Fix.advice("leave it out: " + elsewhere));
                }
                if (near.isEmpty()) {
                    finding.addFixes(Fix.advice("fields here: " + String.join(", ", present(field))));
                }
            });

    static final Rule<ProfileContext, PassedField> OTHER_RELEASE = Rule.profile("DIST-141")
            .title("a field is passed on that this release of kubeadm does not have")
            .why("""
                    The kubelet gets fields with minor releases, and kubeadm has a new version of its configuration, v1beta4, from \
                    1.31 on. A field that the release does not have is dropped.""")
            .evidence(
                    FIELDS + "; github.com/kubernetes/kubernetes v1.31.0 cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go",
                    "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.29.10\", config: {kubeletConfiguration: "
                    + "{imageMaximumGCAge: 168h}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {kubeletConfiguration: "
                    + "{imageMaximumGCAge: 168h}}}}}")
            .subjects(context -> settable(PassedField.ofProfile(context)))
            .broken(field -> !presence(field).isPresent(), (field, finding) -> {
                finding.atKey(field.value().place())
                        .message(field.in().release() + " has no field `" + field.dotted() + "`")
                        .effect("the provider or kubeadm drops it");
                if (presence(field) instanceof Presence.NotYet later) {
                    finding.label("there since " + later.since());
                }
                finding.addFixes(Fix.advice("leave the field out"));
            });

    static final Rule<ProfileContext, PassedField> OWNED = Rule.profile("DIST-142")
            .title("a field is passed on that the compiler or the provider sets")
            .why("""
                    The provider overwrites some fields on each node, others follow from the specification, so that all files \
                    agree. A token for joining that stands in the configuration is kept instead of the cluster's, and hosts \
                    then fail to join.""")
            .evidence(PROVIDER, "C-25", "C-143", "C-144")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{networking: {dnsDomain: edge.local}}, kubeletConfiguration: {clusterDomain: edge.local}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{networking: {podSubnet: 10.42.0.0/16}}}}}}")
            .subjects(PassedField::ofProfile)
            .broken(field -> field.owner().isPresent() && !isEmpty(field), (field, finding) -> {
                String owner = field.owner().orElseThrow();
                finding.atKey(field.value().place())
                        .message("`" + field.dotted() + "` can't be passed on")
                        .label(owner)
                        .effect("the value has no effect, or hosts can't join the cluster")
                        .addFixes(Fix.advice("leave the field out: " + owner));
            });

    static final Rule<ProfileContext, PassedField> ONE_FOR_ALL = Rule.profile("DIST-143")
            .title("a field that differs from host to host is set for all hosts")
            .why("""
                    The configuration goes to every host of a cluster. With one node name or address for all, the second host \
                    is refused when it joins, or takes the place of the first.""")
            .evidence(PROVIDER, "C-144")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {joinConfiguration: "
                    + "{nodeRegistration: {imagePullPolicy: IfNotPresent}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {joinConfiguration: "
                    + "{nodeRegistration: {name: edge}}}}}}")
            .subjects(PassedField::ofProfile)
            .broken(
                    field -> field.fact().filter(KubeadmField::perHost).isPresent()
                            && field.in().hosts() != 1
                            && !isDefault(field),
                    (field, finding) -> finding.atKey(field.value().place())
                            .message("`" + field.dotted() + "` would be the same on every host")
                            .effect("the second host can't join, or takes the place of the first")
                            .addFixes(Fix.advice("leave the field out: names and addresses follow from `hosts`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(UNKNOWN, OTHER_RELEASE, OWNED, ONE_FOR_ALL);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            UNKNOWN.over(PassedField::ofSite),
            OTHER_RELEASE.over(context -> settable(PassedField.ofSite(context))),
            OWNED.over(PassedField::ofSite),
            ONE_FOR_ALL.over(PassedField::ofSite));

    private static Stream<PassedField> settable(Stream<PassedField> fields) {
        return fields.filter(field -> field.fact().isPresent() && field.owner().isEmpty());
    }

    private static Presence presence(PassedField field) {
        return field.fact().orElseThrow().in(field.version());
    }

    /** Returns the names that this release has where the field stands. */
    private static List<String> present(PassedField field) {
        return field.siblings().values().stream()
                .filter(fact -> fact.in(field.version()).isPresent())
                .map(KubeadmField::name)
                .toList();
    }

    /** An empty map sets nothing; examples of the pack have `discovery: {}`. */
    private static boolean isEmpty(PassedField field) {
        return field.value().value() instanceof ConfigValue.Entries map
                && map.entries().isEmpty();
    }

    /** The provider itself writes `0.0.0.0`, which each host reads as its own address. */
    private static boolean isDefault(PassedField field) {
        return PassedItem.text(field.value().value()).equals("0.0.0.0");
    }

    private static void rename(PassedField field, String name, Finding.Builder finding) {
        finding.addFixes(Fix.of(
                "write `" + name + "`",
                SpecText.rename(field.value().place(), field.name(), name),
                Fix.Applicability.GUESS));
    }
}
