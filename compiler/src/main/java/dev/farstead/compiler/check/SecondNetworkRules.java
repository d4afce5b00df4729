// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.check.AddressRules.Nic;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the networks that hosts have beside the LAN. */
final class SecondNetworkRules {
    private SecondNetworkRules() {}

    private record NicInRange(Nic nic, RangeRules.Network range) {}

    private record Shared(Nic nic, Optional<Nic> first) {}

    static final Rule<SiteContext, NicInRange> SECOND_NETWORK = Rule.site("NET-040")
            .title("another network of a host overlaps the pod or service network")
            .why("""
                    A host reaches the networks of all its interfaces directly. Where one shares addresses with the pods or services \
                    of the cluster, one hides the other.""")
            .evidence("Palette documentation, tutorials/edge, edge-cluster-profile", "C-123")
            .good(AddressRules.TWO_NETWORKS)
            .bad("""
                    site:
                      spec:
                        hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {address: 100.64.0.11/24}}}]""")
            .subjects(context -> AddressRules.nics(context.site())
                    .filter(nic -> outsideLan(context.site(), nic.address()))
                    .flatMap(nic ->
                            RangeRules.networks(context.site().cluster()).map(range -> new NicInRange(nic, range))))
            .broken(pair -> pair.range().prefix().value().overlaps(pair.nic().address()), (pair, finding) -> {
                Written.at(finding, pair.range().prefix());
                Written.related(finding, pair.nic().nic().address(), "this network overlaps it");
                finding.message("the network of " + pair.nic().name() + " overlaps "
                                + pair.range().name())
                        .addValues(pair.range().prefix().value() + " and "
                                + pair.nic().address() + " share addresses")
                        .effect("from this host one of the two can't be reached")
                        .addFixes(Fix.advice("move " + pair.range().name() + " before the first boot"));
            });

    static final Rule<SiteContext, Shared> SHARED = Rule.site("NET-072")
            .title("two networks of a host share addresses")
            .why("""
                    A host reaches the networks of all its interfaces directly, and keeps one route for each. Where two share addresses, \
                    one route hides the other, or it is left to chance which interface the host takes.""")
            .evidence(
                    "RFC 1122, section 3.3.4; Palette documentation, clusters/edge/site-deployment/cluster-deployment",
                    "C-94",
                    "C-123")
            .inferred()
            .good(AddressRules.TWO_NETWORKS)
            .bad("""
                    site:
                      spec:
                        hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {address: 10.20.5.11/23}}}]""")
            .subjects(context -> shared(context.site()))
            .broken(shared -> shared.first().isPresent(), (shared, finding) -> {
                Nic nic = shared.nic();
                Written.at(finding, nic.nic().address());
                shared.first().ifPresent(first -> {
                    Written.related(finding, first.nic().address(), "the other address");
                    finding.message("the network of " + nic.name() + " shares addresses with that of `"
                                    + first.nic().name() + "`")
                            .addValues(first.nic().name() + " has " + first.address())
                            .addValues(nic.nic().name() + " has " + nic.address());
                });
                finding.effect("the host looks for some of its neighbours on the wrong interface")
                        .addFixes(Fix.advice("give each interface a network of its own, or take one of the two out"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(SECOND_NETWORK, SHARED);

    private static boolean outsideLan(ResolvedSite site, IpPrefix prefix) {
        return site.network().lan().filter(lan -> lan.value().overlaps(prefix)).isEmpty();
    }

    /** Several interfaces in the LAN are a mistake of their own, and so is one address on two interfaces. */
    private static Stream<Shared> shared(ResolvedSite site) {
        return site.hosts().stream().flatMap(host -> {
            List<Nic> seen = new ArrayList<>(AddressRules.nics(host)
                    .filter(nic -> AddressRules.isInLan(site, nic))
                    .toList());
            List<Shared> all = new ArrayList<>();
            AddressRules.nics(host)
                    .filter(nic -> !AddressRules.isInLan(site, nic))
                    .forEach(nic -> {
                        all.add(new Shared(
                                nic,
                                seen.stream()
                                        .filter(first -> share(site, first, nic))
                                        .findFirst()));
                        seen.add(nic);
                    });
            return all.stream();
        });
    }

    private static boolean share(ResolvedSite site, Nic first, Nic second) {
        // An address in the LAN with another prefix length is a mistake of its own.
        IpPrefix network = AddressRules.isInLan(site, first)
                ? site.network().lan().map(Sourced::value).orElseThrow()
                : first.address();
        return isNetwork(network)
                && isNetwork(second.address())
                && network.overlaps(second.address())
                && !first.address().address().equals(second.address().address());
    }

    /** A prefix of full length is a single address, which may stand on an interface of its own. */
    private static boolean isNetwork(IpPrefix prefix) {
        return !prefix.network().equals(prefix.last());
    }
}
