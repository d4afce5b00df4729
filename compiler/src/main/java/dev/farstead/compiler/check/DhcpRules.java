// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.DynamicInterface;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about hosts that a DHCP server gives their addresses. */
final class DhcpRules {
    private static final String NETWORKING = "Palette documentation, clusters/edge/networking";
    private static final String DEPLOYMENT = "Palette documentation, clusters/edge/site-deployment/cluster-deployment";
    private static final String THREE = "site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {dhcp: true}}}, "
            + "{name: b, interfaces: {enp1s0: {dhcp: true}}}, {name: c, interfaces: {enp1s0: {dhcp: true}}}]}}";
    private static final String ONE = "site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {dhcp: true}}}, "
            + "{name: b, absent: true}, {name: c, absent: true}]}}";
    private static final String STATIC = "site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}";

    private DhcpRules() {}

    private record Dynamic(ResolvedSite site, ResolvedHost host, DynamicInterface nic) {
        boolean isOneOfSeveral() {
            return host.interfaces().size() + host.dynamicInterfaces().size() > 1;
        }
    }

    private record Moving(ResolvedSite site, List<Dynamic> nics) {}

    private record Gateway(ResolvedSite site, Sourced<IpAddress> address) {}

    private record Pool(Sourced<IpAddress> vip, List<Dynamic> nics) {}

    static final Rule<SiteContext, Dynamic> SEVERAL = Rule.site("TOPO-021")
            .title("a host with several interfaces has one with DHCP")
            .why("""
                    On a host with several interfaces the agent can't tell which lease brings the address of the node, and which the \
                    default route. DHCP is not supported there: the addresses must be given.""")
            .evidence(NETWORKING, "C-96")
            .good(ONE)
            .bad("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {dhcp: true}}}]}}")
            .subjects(context -> nics(context.site()))
            .broken(Dynamic::isOneOfSeveral, (nic, finding) -> {
                finding.atKey(nic.nic().place())
                        .message("host `" + nic.host().name().value() + "` has several interfaces, and `"
                                + nic.nic().name() + "` asks a DHCP server")
                        .effect("the node may take the wrong address, and hosts don't find one another")
                        .addFixes(Fix.advice("give every interface of this host an address, or leave it one"));
            });

    static final Rule<SiteContext, Moving> SEVERAL_HOSTS = Rule.site("TOPO-022")
            .warning()
            .title("hosts of one cluster have addresses that may change")
            .why("""
                    Neither the address nor the interface of a node can change once its cluster is made: etcd and the certificates \
                    know each host by its address. A lease that ends may bring another one.""")
            .evidence(DEPLOYMENT + "; clusters/edge/networking", "C-97")
            .good("{}")
            .bad(THREE)
            .subjects(context -> Stream.of(context.site())
                    .filter(site -> site.hosts().size() > 1)
                    .map(DhcpRules::moving))
            .broken(moving -> !moving.nics().isEmpty(), (moving, finding) -> {
                moves(finding, moving);
                int hosts = moving.nics().size();
                finding.message(hosts + " of the " + moving.site().hosts().size() + " hosts of site `"
                                + moving.site().name().value() + "` "
                                + (hosts == 1 ? "has an address" : "have addresses") + " from DHCP")
                        .effect("a host that gets another address drops out of its cluster for good")
                        .addFixes(Fix.advice("reserve the addresses in the DHCP server, or write them here"));
            });

    static final Rule<SiteContext, Moving> SINGLE_HOST = Rule.site("TOPO-023")
            .note()
            .title("the only host of a site has an address that may change")
            .why("""
                    The address of a node can't change once its cluster is made. A single host has no others that would lose it, but \
                    its own certificates and its etcd know it by its address.""")
            .evidence(DEPLOYMENT + "; clusters/edge/networking", "C-97")
            .inferred()
            .good(STATIC)
            .bad(ONE)
            .subjects(context -> Stream.of(context.site())
                    .filter(site -> site.hosts().size() == 1)
                    .map(DhcpRules::moving))
            .broken(moving -> !moving.nics().isEmpty(), (moving, finding) -> {
                moves(finding, moving);
                finding.message("the only host of site `" + moving.site().name().value() + "` has an address from DHCP")
                        .effect("after another lease the cluster may not come up again")
                        .addFixes(Fix.advice("reserve the address in the DHCP server, or write it here"));
            });

    static final Rule<SiteContext, Gateway> GATEWAY_UNUSED = Rule.site("NET-068")
            .title("a gateway is given where every host asks a DHCP server")
            .why("A DHCP server says where the gateway is, and the agent sets one on interfaces with a fixed"
                    + " address only.")
            .evidence(
                    "Palette documentation, clusters/edge/edge-configuration/installer-reference, site network",
                    "C-127")
            .inferred()
            .good("site: {spec: {network: {gateway: {hostNumber: 1}}}}")
            .bad("site: {spec: {network: {gateway: {hostNumber: 1}}, hosts: [{name: a, interfaces: {enp1s0: {dhcp:"
                    + " true}}}, {name: b, absent: true}, {name: c, absent: true}]}}")
            // What stands in the profile may be for its other sites.
            .subjects(context -> Stream.of(context.site())
                    .filter(site ->
                            context.profile().hasAgent() && !site.hosts().isEmpty())
                    .filter(site -> site.spec()
                            .value()
                            .spec()
                            .value()
                            .network()
                            .flatMap(network -> network.value().gateway())
                            .isPresent())
                    .flatMap(site -> site.network().gateway().map(address -> new Gateway(site, address)).stream()))
            .broken(
                    gateway -> gateway.site().hosts().stream()
                            .allMatch(host -> host.interfaces().isEmpty()
                                    && !host.dynamicInterfaces().isEmpty()),
                    (gateway, finding) -> {
                        Written.at(finding, gateway.address());
                        finding.message("every host of site `"
                                        + gateway.site().name().value()
                                        + "` asks a DHCP server, and a gateway is given")
                                .effect("the line would have no effect")
                                .addFixes(Fix.advice("take `gateway` out, or give the hosts fixed addresses"));
                    });

    static final Rule<SiteContext, Pool> VIP_IN_POOL = Rule.site("NET-061")
            .note()
            .title("the virtual address of the API may lie in what a DHCP server gives out")
            .why("""
                    kube-vip takes the address without asking a DHCP server. Where that server has it in its pool, it gives it to \
                    some other machine one day, and two answer for it.""")
            .evidence("Palette documentation, clusters/edge/networking/kubevip", "C-109")
            .inferred()
            .good("{}")
            .bad(ONE)
            .subjects(context -> context.site().vip().stream()
                    .map(vip -> new Pool(vip, moving(context.site()).nics())))
            .broken(pool -> !pool.nics().isEmpty(), (pool, finding) -> {
                Written.at(finding, pool.vip());
                finding.addRelated(new Related(pool.nics().get(0).nic().place().key(), "this host asks a DHCP server"))
                        .message("the LAN has a DHCP server, which must not give out the virtual address `"
                                + pool.vip().value() + "`")
                        .effect("if its pool holds the address, the API is reached by chance one day")
                        .addFixes(Fix.advice("keep the address out of the server's pool"));
            });

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(SEVERAL, SEVERAL_HOSTS, SINGLE_HOST, GATEWAY_UNUSED, VIP_IN_POOL);

    private static Stream<Dynamic> nics(ResolvedSite site) {
        return site.hosts().stream()
                .flatMap(host -> host.dynamicInterfaces().stream().map(nic -> new Dynamic(site, host, nic)));
    }

    /** Where a host has several interfaces, DHCP is the mistake, and what would follow from it is none of its own. */
    private static Moving moving(ResolvedSite site) {
        return new Moving(site, nics(site).filter(nic -> !nic.isOneOfSeveral()).toList());
    }

    private static void moves(Finding.Builder finding, Moving moving) {
        finding.atKey(moving.nics().get(0).nic().place());
        moving.nics().stream()
                .skip(1)
                .forEach(nic -> finding.addRelated(new Related(nic.nic().place().key(), "so does this host")));
    }
}
