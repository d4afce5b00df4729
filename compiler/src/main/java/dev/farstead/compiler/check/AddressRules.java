// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedInterface;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about the addresses of hosts, and about how many name servers these take. */
final class AddressRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, site network";

    /** One for the host, one for the interface. */
    private static final int MOST_NAMESERVERS = 2;

    /** A host with one interface in the LAN and one in a network of its own. */
    static final String TWO_NETWORKS =
            "site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {address: 10.99.0.11/24}}}]}}";

    private AddressRules() {}

    private record Numbered(Sourced<IpAddress> address, int number) {}

    record Nic(ResolvedHost host, ResolvedInterface nic) {
        IpPrefix address() {
            return nic.address().value();
        }

        String name() {
            return "interface `" + nic.name() + "` of host `" + host.name().value() + "`";
        }
    }

    private record NicInLan(Nic nic, Sourced<IpPrefix> lan) {}

    private record Repeated(Nic nic, Optional<Nic> first) {}

    private record LanSide(ResolvedHost host, List<ResolvedInterface> inside, Sourced<IpPrefix> lan) {}

    static final Rule<SiteContext, Numbered> MANY_NAMESERVERS = Rule.site("NET-033")
            .title("a name server would have no effect")
            .why("""
                    The agent takes one name server for the host and one for each interface. A third one has no place in its \
                    configuration.""")
            .evidence(REFERENCE, "C-126")
            .good("site: {spec: {network: {nameservers: [10.20.4.2, 10.20.4.3]}}}")
            .bad("site: {spec: {network: {nameservers: [10.20.4.2, 10.20.4.3, 10.20.4.4]}}}")
            .subjects(context -> {
                List<Sourced<IpAddress>> servers = context.site().network().nameservers();
                return IntStream.range(0, servers.size()).mapToObj(i -> new Numbered(servers.get(i), i + 1));
            })
            .broken(server -> server.number() > MOST_NAMESERVERS, (server, finding) -> {
                Written.at(finding, server.address());
                finding.message("name server `" + server.address().value() + "` is one too many")
                        .label("this is number " + server.number())
                        .addValues("at most " + MOST_NAMESERVERS + " have a place in the agent's configuration")
                        .effect("the line would have no effect")
                        .addFixes(Fix.advice("take it out of the list"));
            });

    static final Rule<SiteContext, LanSide> NOT_IN_LAN = Rule.site("NET-035")
            .title("a host has no address in the LAN")
            .why("""
                    The gateway and the name server are set for the interface in the LAN. A host without one has no default route: \
                    it never registers, and the others don't reach it.""")
            .evidence(REFERENCE, "C-126", "C-91")
            .inferred()
            .good("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/24}}}]}}")
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.5.11/24}}}]}}")
            .subjects(context -> lanSides(context.site()))
            .broken(side -> side.inside().isEmpty(), (side, finding) -> {
                side.host().interfaces().stream()
                        .findFirst()
                        .ifPresentOrElse(
                                nic -> Written.at(finding, nic.address()),
                                () -> Written.at(finding, side.host().name()));
                Written.related(finding, side.lan(), "the LAN is set here");
                finding.message("host `" + side.host().name().value() + "` has no address in the site's LAN")
                        .effect("the host has no default route, and never registers")
                        .addFixes(Fix.advice(
                                "give one interface an address of " + side.lan().value()));
                side.host()
                        .interfaces()
                        .forEach(nic -> finding.addValues(nic.name() + " has "
                                + nic.address().value() + ", outside "
                                + side.lan().value()));
            });

    static final Rule<SiteContext, LanSide> TWICE_IN_LAN = Rule.site("NET-036")
            .title("a host has several interfaces in the LAN")
            .why("""
                    Each interface in the LAN gets the gateway. With two default routes it is left to chance which interface, and so \
                    which address, Kubernetes takes for the node and kube-vip for the API.""")
            .evidence(
                    "Palette documentation, clusters/edge/site-deployment/cluster-deployment; clusters/edge/networking/kubevip",
                    "C-94")
            .inferred()
            .good(TWO_NETWORKS)
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {hostNumber: 21}}}]}}")
            .subjects(context -> lanSides(context.site()))
            .broken(side -> side.inside().size() > 1, (side, finding) -> {
                Written.at(finding, side.inside().get(1).address());
                Written.related(finding, side.inside().get(0).address(), "the first address in the LAN");
                finding.message("host `" + side.host().name().value() + "` has "
                                + side.inside().size() + " interfaces in the site's LAN")
                        .effect("which interface the node and the API use is left to chance")
                        .addFixes(Fix.advice(
                                "leave one interface in the LAN, and give the others networks of their own"));
                side.inside()
                        .forEach(nic -> finding.addValues(
                                nic.name() + " has " + nic.address().value()));
            });

    static final Rule<SiteContext, NicInLan> OTHER_LENGTH = Rule.site("NET-037")
            .title("an address in the LAN has another prefix length than the LAN")
            .why("""
                    The prefix length tells a host which addresses it reaches directly. With another one than its neighbours, it asks \
                    the gateway for machines beside it, or looks beside it for machines that are far away.""")
            .evidence(REFERENCE, "C-126")
            .inferred()
            .good("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/24}}}]}}")
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/16}}}]}}")
            .subjects(context -> nicsInLan(context.site()))
            .broken(pair -> pair.nic().address().length() != pair.lan().value().length(), (pair, finding) -> {
                Written.at(finding, pair.nic().nic().address());
                Written.related(finding, pair.lan(), "the LAN is set here");
                int length = pair.lan().value().length();
                finding.message(pair.nic().name() + " has prefix length "
                                + pair.nic().address().length() + ", and the site's LAN " + length)
                        .effect("the host looks for some of its neighbours in the wrong place");
                Written.replace(
                        finding,
                        pair.nic().nic().address(),
                        pair.nic().address().address() + "/" + length);
            });

    static final Rule<SiteContext, Nic> HOST_NO_HOST = Rule.site("NET-038")
            .title("a host has the network or broadcast address of its network")
            .why(
                    "The first and the last address of a network mean the network itself and all its machines: no host can have them.")
            .evidence("RFC 1122, section 3.2.1.3", "C-126")
            .inferred()
            .good("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/24}}}]}}")
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.255/24}}}]}}")
            .subjects(context -> nics(context.site()))
            .broken(nic -> !nic.address().isHost(nic.address().address()), (nic, finding) -> {
                Written.at(finding, nic.nic().address());
                finding.message(nic.name() + " has the "
                                + Addresses.kind(nic.address().address(), nic.address()) + " address of its network")
                        .effect("no other machine can talk to the host")
                        .addFixes(Fix.advice("give the interface an address between the first and the last"));
            });

    static final Rule<SiteContext, Repeated> TWICE = Rule.site("NET-039")
            .title("an address is given twice within a site")
            .why("Two machines that answer for one address are reached by chance, and connections to either break.")
            .evidence("RFC 5227, section 1", "C-126")
            .inferred()
            .good("site: {spec: {hosts: [{name: b, interfaces: {enp1s0: {hostNumber: 12}}}]}}")
            .bad("site: {spec: {hosts: [{name: b, interfaces: {enp1s0: {hostNumber: 11}}}]}}")
            .subjects(context -> repeated(context.site()))
            .broken(repeated -> repeated.first().isPresent(), (repeated, finding) -> {
                Written.at(finding, repeated.nic().nic().address());
                repeated.first().ifPresent(first -> {
                    Written.related(finding, first.nic().address(), "first given here");
                    finding.message(repeated.nic().name() + " has the address `"
                            + repeated.nic().address().address() + "`, which " + first.name() + " has too");
                });
                finding.effect("the two are reached by chance, and connections to either break")
                        .addFixes(Fix.advice("give each interface an address of its own"));
            });

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(MANY_NAMESERVERS, NOT_IN_LAN, TWICE_IN_LAN, OTHER_LENGTH, HOST_NO_HOST, TWICE);

    static Stream<Nic> nics(ResolvedSite site) {
        return site.hosts().stream().flatMap(AddressRules::nics);
    }

    static Stream<Nic> nics(ResolvedHost host) {
        return host.interfaces().stream().map(nic -> new Nic(host, nic));
    }

    /** Returns the interfaces outside the LAN. */
    static Stream<Nic> besideLan(ResolvedSite site) {
        return nics(site).filter(nic -> !isInLan(site, nic));
    }

    static boolean isInLan(ResolvedSite site, Nic nic) {
        return site.network()
                .lan()
                .filter(lan -> lan.value().contains(nic.address().address()))
                .isPresent();
    }

    private static Stream<NicInLan> nicsInLan(ResolvedSite site) {
        return site.network().lan().stream()
                .flatMap(lan -> nics(site)
                        .filter(nic -> lan.value().contains(nic.address().address()))
                        .map(nic -> new NicInLan(nic, lan)));
    }

    /** A host whose interfaces are missing or can't be read is left alone: that has been said. So is one that asks a DHCP server. */
    private static Stream<LanSide> lanSides(ResolvedSite site) {
        return site.network().lan().stream()
                .flatMap(lan -> site.hosts().stream()
                        .filter(host -> !host.interfaces().isEmpty()
                                && host.dynamicInterfaces().isEmpty())
                        .map(host -> new LanSide(
                                host,
                                host.interfaces().stream()
                                        .filter(nic -> lan.value()
                                                .contains(nic.address().value().address()))
                                        .toList(),
                                lan)));
    }

    private static Stream<Repeated> repeated(ResolvedSite site) {
        Map<IpAddress, Nic> first = new HashMap<>();
        List<Repeated> all = new ArrayList<>();
        nics(site)
                .forEach(nic -> all.add(new Repeated(
                        nic, Optional.ofNullable(first.putIfAbsent(nic.address().address(), nic)))));
        return all.stream();
    }
}
