// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.check.AddressRules.Nic;
import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the gateway of the LAN. */
final class GatewayRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, site network";

    private GatewayRules() {}

    private record InLan(Sourced<IpAddress> address, Sourced<IpPrefix> lan) {}

    private record NicAndGateway(Nic nic, Sourced<IpAddress> gateway) {}

    static final Rule<SiteContext, InLan> GATEWAY_OUTSIDE = Rule.site("NET-030")
            .title("the gateway lies outside the LAN")
            .why(
                    "A host reaches its gateway directly, without a route. Outside the host's own network there is no way to it.")
            .evidence(REFERENCE, "C-126")
            .inferred()
            .good("site: {spec: {network: {gateway: 10.20.4.1}}}")
            .bad("site: {spec: {network: {gateway: 10.20.5.1}}}")
            .subjects(context -> gateway(context.site()))
            .broken(pair -> !pair.lan().value().contains(pair.address().value()), (pair, finding) -> {
                Written.at(finding, pair.address());
                Written.related(finding, pair.lan(), "the LAN is set here");
                finding.message("the gateway `" + pair.address().value() + "` lies outside the site's LAN")
                        .label("no host of the LAN reaches this address directly")
                        .addValues(pair.lan().value() + " does not contain "
                                + pair.address().value())
                        .effect("hosts have no default route, and never register")
                        .addFixes(Fix.advice("write the router's address in the LAN, or correct the LAN"));
            });

    static final Rule<SiteContext, InLan> GATEWAY_NO_HOST = Rule.site("NET-031")
            .title("the gateway is the network or broadcast address of the LAN")
            .why(
                    "The first and the last address of a network mean the network itself and all its machines: no router can have them.")
            .evidence("RFC 1122, section 3.2.1.3", "C-126")
            .inferred()
            .good("site: {spec: {network: {gateway: 10.20.4.1}}}")
            .bad("site: {spec: {network: {gateway: 10.20.4.0}}}")
            .subjects(context -> gateway(context.site())
                    .filter(pair -> pair.lan().value().contains(pair.address().value())))
            .broken(pair -> !pair.lan().value().isHost(pair.address().value()), (pair, finding) -> {
                Written.at(finding, pair.address());
                Written.related(finding, pair.lan(), "the LAN is set here");
                finding.message("the gateway `" + pair.address().value() + "` can't be a machine's address")
                        .label("this is the "
                                + Addresses.kind(
                                        pair.address().value(), pair.lan().value()) + " address of the LAN")
                        .effect("hosts have no default route, and never register")
                        .addFixes(Fix.advice("write the router's address in the LAN"));
            });

    static final Rule<SiteContext, NicAndGateway> HOST_IS_GATEWAY = Rule.site("NET-032")
            .title("a host has the address of the gateway")
            .why("A host that has the gateway's address sends everything for other networks to itself.")
            .evidence(REFERENCE, "C-126")
            .inferred()
            .good("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}}}]}}")
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 1}}}]}}")
            .subjects(context -> context.site().network().gateway().stream()
                    .flatMap(gateway -> AddressRules.nics(context.site()).map(nic -> new NicAndGateway(nic, gateway))))
            .broken(pair -> pair.nic().address().address().equals(pair.gateway().value()), (pair, finding) -> {
                Written.at(finding, pair.nic().nic().address());
                Written.related(finding, pair.gateway(), "the gateway is set here");
                finding.message(pair.nic().name() + " has the address of the gateway, `"
                                + pair.gateway().value() + "`")
                        .effect("the host reaches no other network, and two machines answer for one address")
                        .addFixes(Fix.advice("give the host an address of its own, or correct the gateway"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(GATEWAY_OUTSIDE, GATEWAY_NO_HOST, HOST_IS_GATEWAY);

    private static Stream<InLan> gateway(ResolvedSite site) {
        return site
                .network()
                .gateway()
                .flatMap(gateway -> site.network().lan().map(lan -> new InLan(gateway, lan)))
                .stream();
    }
}
