// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.stream.Stream;

/** Rules about time servers. */
final class TimeRules {
    private TimeRules() {}

    static final Rule<SiteContext, ResolvedSite> NONE = Rule.site("NET-050")
            .warning()
            .title("a site of several hosts has no time server")
            .why("""
                    Hosts of one cluster need one time: certificates that are not valid yet are refused, and etcd counts clocks that \
                    drift apart as slow members. Without a server each host keeps the time of its own clock, or asks a server of its \
                    distribution that the site may not reach.""")
            .evidence("Palette documentation, clusters/edge/site-deployment/cluster-deployment", "C-91")
            .good("site: {spec: {network: {ntpServers: [ntp1.example.com]}}}")
            .bad("profile: {spec: {site: {network: {ntpServers: null}}}}")
            .subjects(context ->
                    Stream.of(context.site()).filter(site -> site.hosts().size() > 1))
            .broken(site -> site.network().ntpServers().isEmpty(), (site, finding) -> {
                Written.atNearest(
                        finding,
                        site,
                        spec -> spec.network()
                                .flatMap(network -> network.value().ntpServers()));
                finding.message("site `" + site.name().value() + "` has "
                                + site.hosts().size() + " hosts and no time server")
                        .effect("clocks of the hosts drift apart, and one day the cluster's certificates are refused")
                        .addFixes(Fix.advice(
                                "set `spec.network.ntpServers` in the site, or `spec.site.network.ntpServers` in "
                                        + "the profile for all its sites"));
            });

    static final Rule<SiteContext, Sourced<String>> NO_SERVER = Rule.site("NET-051")
            .title("a time server is neither a host name nor an IP address")
            .why("The time client of the host skips a server that it can't resolve, and says so in its own log only.")
            .evidence("RFC 1123, section 2.1; systemd v249 man/timesyncd.conf.xml", "C-91")
            .inferred()
            .good("site: {spec: {network: {ntpServers: [ntp1.example.com]}}}")
            .bad("site: {spec: {network: {ntpServers: [\"ntp1.example.com:123\"]}}}")
            .subjects(context -> context.site().network().ntpServers().stream())
            .broken(
                    server -> !DnsNames.isHostName(server.value())
                            && IpAddress.parse(server.value()).isEmpty(),
                    (server, finding) -> {
                        Written.at(finding, server);
                        finding.message("time server `" + server.value() + "` is neither a host name nor an IP address")
                                .effect("the host skips it, and keeps the time of its own clock");
                        String bare = server.value().replaceFirst(":[0-9]+$", "");
                        if (DnsNames.isHostName(bare) || IpAddress.parse(bare).isPresent()) {
                            finding.label("the time client takes no port");
                            Written.replace(finding, server, bare);
                        } else {
                            finding.addFixes(Fix.advice("write a name such as `ntp1.example.com`, or an address"));
                        }
                    });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NONE, NO_SERVER);
}
