// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules about the virtual address of the API. */
final class EndpointRules {
    private static final String KUBE_VIP = "Palette documentation, clusters/edge/networking/kubevip";
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference";

    private EndpointRules() {}

    private record InLan(Sourced<IpAddress> vip, Sourced<IpPrefix> lan) {}

    private record InRange(Sourced<IpAddress> vip, RangeRules.Network range) {}

    private record Taken(ResolvedSite site, Sourced<IpAddress> vip, Sourced<IpAddress> other, String owner) {
        boolean same() {
            return vip.value().equals(other.value());
        }
    }

    static final Rule<SiteContext, InLan> OUTSIDE_LAN = Rule.site("NET-020")
            .title("the virtual address of the API lies outside the LAN")
            .why("""
                    kube-vip announces the address by ARP, which reaches the machines of one layer-2 network only. From outside \
                    the LAN the API can't be reached, and no host can join.""")
            .evidence(KUBE_VIP, "C-107")
            .good("site: {spec: {controlPlaneEndpoint: {vip: 10.20.4.10}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {vip: 10.20.5.10}}}")
            // An address of the pods or services is a mistake of its own.
            .subjects(context -> inLan(context.site())
                    .filter(pair -> RangeRules.clearOfLan(context.site())
                            .noneMatch(range ->
                                    range.prefix().value().contains(pair.vip().value()))))
            .broken(pair -> !pair.lan().value().contains(pair.vip().value()), (pair, finding) -> {
                Written.at(finding, pair.vip());
                Written.related(finding, pair.lan(), "the LAN is set here");
                finding.message("the virtual address `" + pair.vip().value() + "` lies outside the site's LAN")
                        .label("no ARP request for this address reaches the hosts")
                        .addValues(pair.lan().value() + " does not contain "
                                + pair.vip().value())
                        .effect("the API can't be reached, and no host joins the first one")
                        .addFixes(Fix.advice("choose a free address of the LAN, or write it as host number"));
            });

    static final Rule<SiteContext, InRange> INSIDE_CLUSTER_RANGE = Rule.site("NET-021")
            .title("the virtual address of the API lies in the pod or service network")
            .why("""
                    Nodes route the pod and the service network inside the cluster. An address of the API among them is never \
                    asked for in the LAN, where it lives.""")
            .evidence("Palette documentation, tutorials/edge, edge-cluster-profile", "C-109", "C-123")
            .inferred()
            .good("site: {spec: {controlPlaneEndpoint: {vip: 10.20.4.10}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {vip: 100.64.0.10}}}")
            .subjects(context -> context.site().vip().stream()
                    .flatMap(vip -> RangeRules.clearOfLan(context.site()).map(range -> new InRange(vip, range))))
            .broken(pair -> pair.range().prefix().value().contains(pair.vip().value()), (pair, finding) -> {
                Written.at(finding, pair.vip());
                Written.related(finding, pair.range().prefix(), pair.range().name() + " is set here");
                finding.message("the virtual address `" + pair.vip().value() + "` lies in "
                                + pair.range().name())
                        .label("this address belongs to " + pair.range().name())
                        .addValues(pair.range().prefix().value() + " contains "
                                + pair.vip().value())
                        .effect("nodes look for the API inside the cluster and don't find it")
                        .addFixes(Fix.advice("choose a free address of the LAN"));
            });

    static final Rule<SiteContext, InLan> NO_HOST_ADDRESS = Rule.site("NET-022")
            .title("the virtual address of the API is the network or broadcast address of the LAN")
            .why(
                    "The first and the last address of a network mean the network itself and all its machines: no host can have them.")
            .evidence("RFC 1122, section 3.2.1.3", "C-105", "C-107")
            .inferred()
            .good("site: {spec: {controlPlaneEndpoint: {vip: 10.20.4.10}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {vip: 10.20.4.255}}}")
            .subjects(context -> inLan(context.site())
                    .filter(pair -> pair.lan().value().contains(pair.vip().value())))
            .broken(pair -> !pair.lan().value().isHost(pair.vip().value()), (pair, finding) -> {
                Written.at(finding, pair.vip());
                Written.related(finding, pair.lan(), "the LAN is set here");
                finding.message("the virtual address `" + pair.vip().value() + "` can't be given to a host")
                        .label("this is the "
                                + Addresses.kind(pair.vip().value(), pair.lan().value()) + " address of the LAN")
                        .effect("the API can't be reached, and no host joins the first one")
                        .addFixes(Fix.advice("choose a free address of the LAN"));
            });

    static final Rule<SiteContext, Taken> HOST_HAS_IT = Rule.site("NET-023")
            .title("the virtual address of the API is the address of a host")
            .why("""
                    kube-vip gives the address to whichever control-plane host leads. A host that has it for good answers in its \
                    place: the API moves away from a failed host in name only, and two hosts claim one address.""")
            .evidence(REFERENCE, "C-106")
            .good("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 10}}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 12}}}}")
            .subjects(context -> context.site().hosts().size() > 1 ? hosts(context.site()) : Stream.empty())
            .broken(Taken::same, EndpointRules::taken);

    static final Rule<SiteContext, Taken> SINGLE_HOST = Rule.site("NET-024")
            .note()
            .title("the virtual address of the API is the address of the only host")
            .why("""
                    With one host that is allowed: the agent then leaves kube-vip out. But the address can't move any more, so the \
                    site can't grow to several control-plane hosts.""")
            .evidence(REFERENCE, "C-106")
            .good("""
                    site:
                      spec:
                        controlPlaneEndpoint: {vip: {hostNumber: 10}}
                        hosts: [{name: b, absent: true}, {name: c, absent: true}]""")
            .bad("""
                    site:
                      spec:
                        controlPlaneEndpoint: {vip: {hostNumber: 11}}
                        hosts: [{name: b, absent: true}, {name: c, absent: true}]""")
            .subjects(context -> context.site().hosts().size() == 1 ? hosts(context.site()) : Stream.empty())
            .broken(Taken::same, (taken, finding) -> {
                Written.at(finding, taken.vip());
                Written.related(finding, taken.other(), "the host's address");
                finding.message("the virtual address `" + taken.vip().value()
                                + "` is also the address of the only host")
                        .effect("kube-vip is left out, and the site can't grow to several control-plane hosts");
                Addresses.freeHostNumber(taken.site())
                        .ifPresent(number -> Written.renumber(finding, taken.vip(), number));
                finding.addFixes(Fix.advice("keep it, or give the API a free address of its own"));
            });

    static final Rule<SiteContext, Taken> GATEWAY_HAS_IT = Rule.site("NET-025")
            .title("the virtual address of the API is that of the gateway or a server")
            .why(
                    "Two machines would answer for one address, and which of them is reached changes from moment to moment.")
            .evidence("RFC 5227, section 1", "C-109", "C-123")
            .inferred()
            .good("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 10}}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 1}}}}")
            .subjects(context -> services(context.site()))
            .broken(Taken::same, EndpointRules::taken);

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(OUTSIDE_LAN, INSIDE_CLUSTER_RANGE, NO_HOST_ADDRESS, HOST_HAS_IT, SINGLE_HOST, GATEWAY_HAS_IT);

    private static void taken(Taken taken, Finding.Builder finding) {
        Written.at(finding, taken.vip());
        Written.related(finding, taken.other(), "the address of " + taken.owner());
        finding.message("the virtual address `" + taken.vip().value() + "` is also the address of " + taken.owner())
                .label("this address is taken")
                .effect("two machines answer for one address, and the API is reached by chance");
        Addresses.freeHostNumber(taken.site()).ifPresent(number -> Written.renumber(finding, taken.vip(), number));
        finding.addFixes(Fix.advice("give the API an address that no machine of the LAN has"));
    }

    private static Stream<InLan> inLan(ResolvedSite site) {
        return site.vip().flatMap(vip -> site.network().lan().map(lan -> new InLan(vip, lan))).stream();
    }

    private static Stream<Taken> hosts(ResolvedSite site) {
        return site.vip().stream()
                .flatMap(vip -> site.hosts().stream()
                        .flatMap(host -> host.interfaces().stream()
                                .map(nic -> new Taken(
                                        site,
                                        vip,
                                        nic.address().map(IpPrefix::address),
                                        "host `" + host.name().value() + "`"))));
    }

    private static Stream<Taken> services(ResolvedSite site) {
        return site.vip().stream().flatMap(vip -> {
            // A gateway that is also the name server is one machine and one finding.
            Map<IpAddress, Taken> machines = new LinkedHashMap<>();
            site.network()
                    .gateway()
                    .ifPresent(found -> machines.put(found.value(), new Taken(site, vip, found, "the gateway")));
            Server.of(site)
                    .forEach(server -> machines.putIfAbsent(
                            server.address().value(),
                            new Taken(site, vip, server.address(), server.kind().owner())));
            return machines.values().stream();
        });
    }
}
