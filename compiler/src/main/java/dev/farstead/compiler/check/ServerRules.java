// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the addresses of machines: of those that hosts ask, and where one rule is for all, of hosts. */
final class ServerRules {
    private ServerRules() {}

    private record Given(
            Sourced<IpAddress> address,
            String owner,
            String effect,
            Optional<Sourced<IpPrefix>> lan,
            AddressSpace space) {
        /** Returns why no machine can have the address. */
        Optional<String> reason() {
            IpAddress value = address.value();
            Optional<IpPrefix> around = lan.map(Sourced::value).filter(prefix -> prefix.contains(value));
            // A LAN that can't be routed is a mistake of its own.
            return around.isPresent()
                    ? around.filter(prefix -> !prefix.isHost(value))
                            .map(prefix -> "this is the " + Addresses.kind(value, prefix) + " address of the LAN")
                    : space.noMachines(value).map(range -> "no machine has an address of " + range);
        }
    }

    private record InRange(Server server, RangeRules.Network range) {
        boolean inside() {
            return range.prefix().value().contains(server.address().value());
        }
    }

    static final Rule<SiteContext, Given> NO_MACHINE = Rule.site("NET-070")
            .title("an address is given that no machine can have")
            .why("""
                    The first and the last address of the LAN mean the network itself and all its machines. Loopback and unspecified \
                    addresses mean the host that uses them, and multicast addresses many machines: nobody answers there. K3s gives \
                    pods the name server 8.8.8.8 when one of the host's is a loopback, unspecified or multicast address.""")
            .evidence(
                    "RFC 1122, section 3.2.1.3; RFC 6890; IANA IPv4 special-purpose address registry; "
                            + "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/agent/config/config.go",
                    "C-113",
                    "C-126",
                    "C-91")
            .inferred()
            .good("site: {spec: {controlPlaneEndpoint: {loadBalancer: 10.20.4.9}}}")
            .bad("site: {spec: {controlPlaneEndpoint: {loadBalancer: 10.20.4.255}}}")
            .subjects(context -> given(context.site(), context.space()))
            .broken(given -> given.reason().isPresent(), (given, finding) -> {
                Written.at(finding, given.address());
                finding.message("no machine can have `" + given.address().value() + "`, the address of "
                                + given.owner())
                        .label(given.reason().orElseThrow())
                        .effect(given.effect())
                        .addFixes(Fix.advice("write the address that the machine has"));
            });

    static final Rule<SiteContext, InRange> IN_CLUSTER = Rule.site("NET-034")
            .title("a server outside the cluster lies in the pod or service network")
            .why("""
                    Nodes route the pod and the service network inside the cluster. As soon as that runs, the node can't reach such a \
                    server any more: it resolves no names, keeps no time, pulls no images, or is lost to the management plane.""")
            .evidence("Palette documentation, tutorials/edge, edge-cluster-profile", "C-109", "C-123")
            .inferred()
            .good("site: {spec: {network: {nameservers: [10.20.4.1]}}}")
            .bad("site: {spec: {network: {nameservers: [100.64.0.53]}}}")
            // A load balancer has a rule of its own: without it not even the first host comes up.
            .subjects(context -> Server.of(context.site())
                    .filter(server -> server.kind() != Server.Kind.BALANCER)
                    .flatMap(server -> RangeRules.clearOfLan(context.site()).map(range -> new InRange(server, range))))
            .broken(InRange::inside, (pair, finding) -> {
                Server.Kind kind = pair.server().kind();
                IpAddress address = pair.server().address().value();
                Written.at(finding, pair.range().prefix());
                Written.related(finding, pair.server().address(), "this " + kind.noun() + " lies in it");
                finding.message(kind.noun() + " `" + address + "` lies in "
                                + pair.range().name())
                        .addValues(pair.range().prefix().value() + " contains " + address)
                        .effect("once the cluster runs, nodes " + kind.loss() + " any more")
                        .addFixes(Fix.advice(
                                "move " + pair.range().name() + " before the first boot, or use another server"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NO_MACHINE, IN_CLUSTER);

    private static Stream<Given> given(ResolvedSite site, AddressSpace space) {
        Optional<Sourced<IpPrefix>> lan = site.network().lan();
        Stream<Given> servers = Server.of(site)
                // A proxy may run on each host itself.
                .filter(server -> server.kind() != Server.Kind.PROXY
                        || !ProxyHostRules.isLoopback(server.address().value()))
                .map(server -> new Given(
                        server.address(),
                        server.kind().owner(),
                        "hosts " + server.kind().loss(),
                        lan,
                        space));
        // The first and the last address of a host's own network are a mistake of their own.
        Stream<Given> hosts = AddressRules.besideLan(site)
                .filter(nic -> nic.address().isHost(nic.address().address()))
                .map(nic -> new Given(
                        nic.nic().address().map(IpPrefix::address),
                        nic.name(),
                        "no other machine can talk to the host",
                        lan,
                        space));
        return Stream.concat(servers, hosts);
    }
}
