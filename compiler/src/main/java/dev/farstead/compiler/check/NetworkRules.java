// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about addresses and ranges. */
final class NetworkRules {
    private NetworkRules() {}

    /**
     * Two ranges that must not share an address.
     *
     * @param one the range to report
     * @param oneName what it is, in words
     * @param other the range it must keep clear of
     * @param otherName what that is, in words
     */
    private record Pair(Sourced<IpPrefix> one, String oneName, Sourced<IpPrefix> other, String otherName) {}

    static final Rule<SiteContext, Pair> RANGES_OVERLAP = Rule.site("NET-010")
            .title("two network ranges of a site overlap")
            .why("""
                    Pods, services and the LAN are reached by different routes. Where two ranges share addresses, one route hides \
                    the other: after the first boot the node can't reach its own LAN, or pods can't reach services.""")
            .evidence("Palette documentation, tutorials/edge, edge-cluster-profile", "C-123")
            .good("site: {spec: {network: {podCidr: 100.64.0.0/18}}}")
            .bad("site: {spec: {network: {podCidr: 10.20.0.0/16}}}")
            .subjects(context -> pairs(context.site()))
            .broken(pair -> pair.one().value().overlaps(pair.other().value()), (pair, finding) -> {
                boolean inside = pair.one().value().contains(pair.other().value());
                String relation = inside ? " contains " : " lies inside ";
                place(pair.one()).ifPresent(finding::at);
                place(pair.other())
                        .ifPresent(place ->
                                finding.addRelated(new Related(place.value(), pair.otherName() + " is set here")));
                finding.message(pair.oneName() + relation + pair.otherName())
                        .label("this is " + pair.oneName())
                        .addValues(pair.one().value() + relation + pair.other().value())
                        .effect("after the first boot one of the two can't be reached from the node")
                        .addFixes(
                                Fix.advice(
                                        "choose a private range that no other network of the site uses, before the first boot"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(RANGES_OVERLAP);

    private static Stream<Pair> pairs(ResolvedSite site) {
        Optional<Sourced<IpPrefix>> pods = site.cluster().podCidr();
        Optional<Sourced<IpPrefix>> services = site.cluster().serviceCidr();
        Optional<Sourced<IpPrefix>> lan = site.network().lan();
        List<Pair> pairs = new ArrayList<>();
        pair(pods, "the pod network", lan, "the site's LAN").ifPresent(pairs::add);
        pair(services, "the service network", lan, "the site's LAN").ifPresent(pairs::add);
        pair(services, "the service network", pods, "the pod network").ifPresent(pairs::add);
        return pairs.stream();
    }

    private static Optional<Pair> pair(
            Optional<Sourced<IpPrefix>> one, String oneName, Optional<Sourced<IpPrefix>> other, String otherName) {
        return one.flatMap(first -> other.map(second -> new Pair(first, oneName, second, otherName)));
    }

    private static Optional<Place> place(Sourced<?> value) {
        return value.origin().places().findFirst();
    }
}
