// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.SiteSpec;
import java.util.List;
import java.util.stream.Stream;

/** Rules about the hosts of a site together. */
final class TopologyRules {
    private static final String DEPLOYMENT = "Palette documentation, clusters/edge/site-deployment/cluster-deployment";

    /** What etcd's authors advise; more members make each write slower. */
    private static final int MOST_MEMBERS = 7;

    private static final String AIR_GAPPED = "profile: {spec: {mode: air-gapped, content: {bundle: content-stores, "
            + "inClusterRegistry: {name: harbor-edge-native-config}}, hostClasses: {small-box: {cores: 8}}, "
            + "site: {registration: null}}}";

    private TopologyRules() {}

    /**
     * Where a site has its API.
     *
     * @param api the site's
     * @param first that of the first site that has it there
     */
    private record SharedApi(SiteFacts.Api api, SiteFacts.Api first) {}

    private record Roles(ResolvedSite site, List<ResolvedHost> controlPlane) {
        boolean isEven() {
            return size() > 0 && size() % 2 == 0;
        }

        int size() {
            return controlPlane.size();
        }
    }

    static final Rule<SiteContext, Roles> NO_CONTROL_PLANE = Rule.site("TOPO-001")
            .title("a site has no control-plane host")
            .why("A cluster starts on a control-plane host. Without one there is no API that a worker could join.")
            .evidence(DEPLOYMENT, "C-86", "C-99")
            .inferred()
            .good("site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}")
            .bad("site: {spec: {hosts: [{name: a, role: worker}, {name: b, role: worker}, {name: c, role: worker}]}}")
            .subjects(TopologyRules::roles)
            .broken(roles -> roles.size() == 0, (roles, finding) -> {
                Written.atNearest(finding, roles.site(), SiteSpec::hosts);
                finding.message("site `" + roles.site().name().value() + "` has "
                                + (roles.site().hosts().isEmpty() ? "no host" : "workers only"))
                        .effect("the cluster can't be created")
                        .addFixes(Fix.advice("give one host, or three, `role: control-plane`"));
            });

    static final Rule<SiteContext, Roles> EVEN_CONTROL_PLANE = Rule.site("TOPO-002")
            .warning()
            .title("a site has an even number of control-plane hosts")
            .why("""
                    The members of etcd need a majority. With two of them the loss of either stops the cluster, with four the loss of \
                    two, as with three: the last host adds risk and no safety.""")
            .evidence(DEPLOYMENT, "C-86")
            .good("site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}")
            .bad("site: {spec: {hosts: [{name: c, role: worker}]}}")
            .subjects(context -> roles(context).filter(roles -> !airGapped(roles)))
            .broken(Roles::isEven, TopologyRules::even);

    static final Rule<SiteContext, Roles> EVEN_AIR_GAPPED = Rule.site("TOPO-020")
            .title("an air-gapped site has an even number of control-plane hosts")
            .why("""
                    The Local UI links hosts to a cluster only with an odd number of control-plane hosts: the members of etcd need a \
                    majority, and with an even number the last one adds risk and no safety.""")
            .evidence("Palette documentation, clusters/edge/local-ui/cluster-management/create-cluster", "C-86")
            .good("{" + AIR_GAPPED + "}")
            .bad("{" + AIR_GAPPED + ", site: {spec: {hosts: [{name: c, role: worker}]}}}")
            .subjects(context -> roles(context).filter(TopologyRules::airGapped))
            .broken(Roles::isEven, TopologyRules::even);

    static final Rule<SiteContext, Roles> MANY_CONTROL_PLANE = Rule.site("TOPO-003")
            .warning()
            .title("a site has more than seven control-plane hosts")
            .why("Each write waits for a majority of etcd's members. Beyond seven they only make the cluster slower.")
            .evidence("etcd documentation v3.5, FAQ, what is maximum cluster size")
            .good(hosts(4))
            .bad(hosts(6))
            .subjects(TopologyRules::roles)
            .broken(roles -> roles.size() > MOST_MEMBERS, (roles, finding) -> {
                roles.controlPlane().get(MOST_MEMBERS).role().ifPresent(role -> Written.at(finding, role));
                finding.message("site `" + roles.site().name().value() + "` has " + roles.size()
                                + " control-plane hosts")
                        .addValues("etcd has at most " + MOST_MEMBERS + " members by advice of its authors")
                        .effect("every change of the cluster takes longer")
                        .addFixes(Fix.advice("keep three or five, and make the others workers"));
            });

    static final Rule<FleetContext, SharedApi> ONE_API = Rule.fleet("TOPO-024")
            .warning()
            .title("two sites have the same endpoint of the API")
            .why("""
                    Each site is a cluster of its own. Behind one name or address, and the one port of the API, can be one of them: hosts \
                    of the other join the wrong cluster or are refused, since its certificates are not signed by the cluster they \
                    belong to. It is right where the DNS or the network of each site leads to its own cluster, which no \
                    specification says. A virtual address, or any address within the LAN of each site, is another machine at each.""")
            .evidence(
                    "Palette documentation, clusters/edge/edge-configuration/installer-reference; "
                            + "clusters/edge/networking/kubevip",
                    "C-110",
                    "C-113")
            .inferred()
            .good(apis("store-2.example.com"))
            .bad(apis("store-1.example.com"))
            // Told at each site after the first.
            .subjects(context -> context.site().api().stream()
                    .map(api -> new SharedApi(api, context.fleet().first(api))))
            .broken(shared -> !shared.api().site().equals(shared.first().site()), (shared, finding) -> {
                SiteFacts.Api api = shared.api();
                SiteFacts.Api first = shared.first();
                boolean passedOn = first.place().equals(api.place());
                Place there = passedOn ? first.named() : first.place();
                finding.at(api.place())
                        .message("the API is at `" + api.endpoint() + "`, "
                                + (passedOn
                                        ? "as the profile says, for site `" + first.site() + "`, site `" + api.site()
                                                + "` and every other without an endpoint of its own"
                                        : "and so is that of site `" + first.site() + "`"))
                        .effect(
                                "unless each site has a DNS or a network that leads to its own cluster, hosts and users of "
                                        + "one reach the cluster of the other")
                        .addRelated(new Related(there.value(), "site `" + first.site() + "` has its API there"))
                        .addFixes(Fix.advice(
                                "give each site an endpoint of its own, unless it is another machine at each"));
            });

    static final List<Rule<FleetContext, ?>> FLEET = List.of(ONE_API);

    static final List<Rule<SiteContext, ?>> ALL =
            List.of(NO_CONTROL_PLANE, EVEN_CONTROL_PLANE, EVEN_AIR_GAPPED, MANY_CONTROL_PLANE);

    private static String apis(String second) {
        return """
                site: {spec: {controlPlaneEndpoint: {ddns: store-1.example.com}}}
                sites: [{metadata: {name: store-2}, spec: {controlPlaneEndpoint: {ddns: SECOND}, \
                network: {lan: 10.20.5.0/24}}}]""".replace("SECOND", second);
    }

    private static boolean airGapped(Roles roles) {
        return roles.site().profile().mode().value() == ClusterMode.AIR_GAPPED;
    }

    private static void even(Roles roles, Finding.Builder finding) {
        roles.controlPlane().get(roles.size() - 1).role().ifPresent(role -> Written.at(finding, role));
        int lost = (roles.size() - 1) / 2;
        finding.message("site `" + roles.site().name().value() + "` has " + roles.size() + " control-plane hosts")
                .label("one host more than an odd number")
                .addValues("of " + roles.size() + " hosts " + (lost == 0 ? "none" : lost) + " may fail, just as of "
                        + (roles.size() - 1))
                .effect("the last host makes an outage more likely, not less")
                .addFixes(Fix.advice("make this host a worker, or add another control-plane host"));
    }

    /** A host whose role is missing has a finding of its own, and could be either. */
    private static Stream<Roles> roles(SiteContext context) {
        ResolvedSite site = context.site();
        boolean known = site.hosts().stream().allMatch(host -> host.role().isPresent());
        return known ? Stream.of(new Roles(site, site.hosts(HostRole.CONTROL_PLANE))) : Stream.empty();
    }

    private static String hosts(int more) {
        StringBuilder text = new StringBuilder("site:\n  spec:\n    hosts:\n");
        for (int i = 1; i <= more; i++) {
            text.append("      - {name: more-")
                    .append(i)
                    .append(", role: control-plane, class: small-box, interfaces: {enp1s0: {hostNumber: ")
                    .append(20 + i)
                    .append("}}}\n");
        }
        return text.toString();
    }
}
