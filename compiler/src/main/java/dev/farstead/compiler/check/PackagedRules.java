// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the packaged components that K3s and RKE2 are told to leave out. */
final class PackagedRules {
    private static final String RKE2 =
            "github.com/rancher/rke2 v1.26.15+rke2r1, v1.27.16+rke2r2, v1.28.15+rke2r1, v1.29.15+rke2r1 Dockerfile";

    private PackagedRules() {}

    static final Rule<ProfileContext, PassedItem> PACKAGED = Rule.profile("DIST-111")
            .warning()
            .title("a packaged component is disabled that the distribution does not name")
            .why("""
                    K3s and RKE2 leave out the manifests whose names stand in `disable`. A name that no manifest has is ignored, and the \
                    component that was meant is installed.""")
            .evidence(
                    "github.com/k3s-io/k3s v1.26.15+k3s1 to v1.29.15+k3s1 pkg/cli/cmds/stage.go; " + RKE2,
                    "C-136",
                    "C-137")
            .good("profile: {spec: {kubernetes: {config: {disable: [traefik, servicelb, local-storage]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {disable: [traefik, service-lb, local-path]}}}}")
            .subjects(context -> packaged(PassedKey.ofProfile(context)))
            .broken(item -> !named(item).contains(item.text()) && !isOfK3s(item), (item, finding) -> {
                finding.at(item.item().place())
                        .message(item.key().in().release() + " names no packaged component `" + item.text() + "`")
                        .addValues("named: " + String.join(", ", named(item)))
                        .effect("if no manifest has this name, nothing is disabled");
                ValueRules.suggest(item.text(), named(item), item.item().place(), finding);
                finding.addFixes(
                        Fix.advice("keep it only if " + item.key().in().program() + " has a manifest of this name"));
            });

    static final Rule<ProfileContext, PassedItem> PACKAGED_BY_K3S = Rule.profile("DIST-115")
            .title("a packaged component of K3s is disabled in RKE2")
            .why("""
                    RKE2 packages its components as charts with names of their own. A name of K3s is none of them, so what was \
                    meant to be left out is installed.""")
            .evidence(RKE2, "C-137")
            .good("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {disable: "
                    + "[rke2-ingress-nginx, rke2-metrics-server]}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: {disable: "
                    + "[traefik, metrics-server]}}}}")
            .subjects(context -> packaged(PassedKey.ofProfile(context)))
            .broken(PackagedRules::isOfK3s, (item, finding) -> {
                String chart = "rke2-" + item.text();
                finding.at(item.item().place())
                        .message(item.key().in().release() + " has no packaged component `" + item.text() + "`")
                        .label("this is a component of K3s")
                        .effect("nothing is disabled, and RKE2 installs its own charts");
                if (named(item).contains(chart)) {
                    finding.addFixes(Fix.of(
                            "write `" + chart + "`",
                            new Edit(
                                    item.item().place().value(),
                                    SpecText.text(chart, item.item().place())),
                            Fix.Applicability.GUESS));
                }
                finding.addFixes(Fix.advice("leave it out: RKE2 does not install it"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(PACKAGED, PACKAGED_BY_K3S);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            PACKAGED.over(context -> packaged(PassedKey.ofSite(context))),
            PACKAGED_BY_K3S.over(context -> packaged(PassedKey.ofSite(context))));

    private static Stream<PassedItem> packaged(Stream<PassedKey> keys) {
        return keys.flatMap(PassedItem::of)
                .filter(item -> item.single() && !named(item).isEmpty());
    }

    private static List<String> named(PassedItem item) {
        return item.key()
                .usable()
                .map(fact -> fact.values(item.key().version()))
                .orElse(List.of());
    }

    private static boolean isOfK3s(PassedItem item) {
        return !item.key().in().isK3s()
                && !named(item).contains(item.text())
                && item.key().in().catalogue().k3sKeys().key(item.key().name()).stream()
                        .anyMatch(fact -> fact.values(item.key().version()).contains(item.text()));
    }
}
