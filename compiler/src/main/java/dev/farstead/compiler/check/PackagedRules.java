// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.source.Position;
import dev.farstead.model.source.Range;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.PackValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the packaged components that K3s and RKE2 are told to leave out. */
final class PackagedRules {
    private static final String RKE2 =
            "github.com/rancher/rke2 v1.26.15+rke2r1, v1.27.16+rke2r2, v1.28.15+rke2r1, v1.29.15+rke2r1 Dockerfile";

    private PackagedRules() {}

    /**
     * A list that takes the place of the pack's own: the pack has no other than that of the components it disables.
     *
     * @param key the key
     * @param list what is written
     * @param back what the pack disables, and the list does not
     */
    private record Replaced(PassedKey key, ConfigValue.Items list, List<String> back) {
        static Stream<Replaced> of(PassedKey key) {
            PassedConfig in = key.in();
            // Without the agent there is no pack.
            return in.profile().hasAgent() && key.value().value() instanceof ConfigValue.Items list
                    ? in.catalogue().packDefaults(in.flavor()).stream()
                            .flatMap(pack -> pack.settings().stream())
                            .filter(setting -> setting.key().equals(key.name()))
                            .flatMap(setting -> setting.value() instanceof PackValue.Items names
                                    ? Stream.of(new Replaced(key, list, back(list, names.values())))
                                    : Stream.empty())
                    : Stream.empty();
        }

        private static List<String> back(ConfigValue.Items list, List<String> names) {
            // Both programs take several names in one item too.
            Set<String> disabled = list.items().stream()
                    .flatMap(item -> Stream.of(PassedItem.text(item.value()).split(",")))
                    .map(String::trim)
                    .collect(Collectors.toUnmodifiableSet());
            return names.stream().filter(name -> !disabled.contains(name)).toList();
        }

        String names() {
            return back.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        }
    }

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
            .good(
                    "profile: {spec: {kubernetes: {config: {disable: [traefik, servicelb, local-storage, metrics-server]}}}}")
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

    static final Rule<ProfileContext, Replaced> BACK = Rule.profile("DIST-151")
            .warning()
            .title("packaged components come back that the pack disables")
            .why("""
                    The pack disables the components that packs of one's own stand in for. A list that is passed on takes the place of \
                    its list as a whole, so what the new one does not name is installed.""")
            .evidence(
                    "github.com/spectrocloud/CanvOS v4.4.12 test/templates/two-node-cluster-profile.json.tmpl; " + RKE2,
                    "C-136",
                    "C-137")
            .good("profile: {spec: {kubernetes: {config: {disable: "
                    + "[traefik, servicelb, local-storage, metrics-server, runtimes]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {disable: [runtimes]}}}}")
            .subjects(context -> PassedKey.ofProfile(context).flatMap(Replaced::of))
            .broken(replaced -> !replaced.back().isEmpty(), (replaced, finding) -> {
                String program = replaced.key().in().program();
                finding.atKey(replaced.key().value().place())
                        .message("this list takes the place of the pack's own, and " + replaced.names()
                                + (replaced.back().size() == 1 ? " comes back" : " come back"))
                        .effect(program + " installs what the pack would have disabled")
                        .addFixes(
                                Fix.of("add " + replaced.names(), added(replaced), Fix.Applicability.GUESS),
                                Fix.advice("keep the list if " + program + " is to install this"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(PACKAGED, PACKAGED_BY_K3S, BACK);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            PACKAGED.over(context -> packaged(PassedKey.ofSite(context))),
            PACKAGED_BY_K3S.over(context -> packaged(PassedKey.ofSite(context))),
            BACK.over(context -> PassedKey.ofSite(context).flatMap(Replaced::of)));

    /** Puts names before the items that are there: where those end, a comment may follow. */
    private static Edit added(Replaced replaced) {
        Place place = replaced.key().value().place();
        List<String> names =
                replaced.back().stream().map(name -> SpecText.text(name, place)).toList();
        List<Located<ConfigValue>> items = replaced.list().items();
        Range range = place.value();
        Position start = range.start();
        // The range of a list without brackets ends with its last item.
        boolean block = !items.isEmpty()
                && items.get(items.size() - 1).place().value().end().offset()
                        == range.end().offset();
        if (block) {
            String indent = " ".repeat(start.column() - 1);
            String lines =
                    names.stream().map(name -> "- " + name + "\n" + indent).collect(Collectors.joining());
            return new Edit(new Range(range.source(), start, start), lines);
        }
        Position inside = new Position(start.line(), start.column() + 1, start.offset() + 1);
        return new Edit(
                new Range(range.source(), inside, inside), String.join(", ", names) + (items.isEmpty() ? "" : ", "));
    }

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
