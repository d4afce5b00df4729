// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about the names and identifiers of hosts. */
final class HostRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, site";

    private HostRules() {}

    /**
     * A host, and the hosts of sites before its own that would have its identifier.
     *
     * @param host the host
     * @param others the others, in input order
     */
    private record Shared(SiteFacts.Host host, List<SiteFacts.Host> others) {}

    private record Named(ResolvedHost host, Optional<ResolvedHost> first) {}

    static final Rule<FleetContext, Shared> IDENTIFIER_TWICE = Rule.fleet("HOST-020")
            .title("hosts of two sites have the same identifier")
            .why("""
                    A host is known to the management plane by its identifier: site and host name, joined by a hyphen. Of two \
                    hosts with one identifier the second does not register, or takes the place of the first. Names with hyphens can \
                    meet: site `a` with host `b-c`, and site `a-b` with host `c`.""")
            .evidence(REFERENCE, "C-83", "C-99")
            .good("""
                    profile: {spec: {storage: null, hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, \
                    use: install}]}}}}
                    site: {metadata: {name: store}, spec: {hosts: [{name: a-1, role: worker, class: small-box, \
                    interfaces: {enp1s0: {hostNumber: 31}}}]}}
                    sites: [{metadata: {name: store-b}, spec: {hosts: [{name: "1", role: worker, class: small-box, \
                    interfaces: {enp1s0: {hostNumber: 31}}}]}}]""")
            .bad("""
                    site: {metadata: {name: store}, spec: {hosts: [{name: a-1, role: worker, class: small-box, \
                    interfaces: {enp1s0: {hostNumber: 31}}}]}}
                    sites: [{metadata: {name: store-a}, spec: {hosts: [{name: "1", role: worker, class: small-box, \
                    interfaces: {enp1s0: {hostNumber: 31}}}]}}]""")
            // Each pair is told once, at the later of the two.
            .subjects(context -> context.site().hosts().stream()
                    .map(host -> new Shared(
                            host,
                            context.fleet().hosts(host.uid()).stream()
                                    .takeWhile(other ->
                                            !other.site().equals(context.site().name()))
                                    .toList())))
            .broken(shared -> !shared.others().isEmpty(), (shared, finding) -> {
                SiteFacts.Host other = shared.others().get(0);
                finding.at(shared.host().place())
                        .message("host `" + shared.host().name() + "` has the identifier `"
                                + shared.host().uid() + "`, and so has host `" + other.name() + "` of site `"
                                + other.site() + "`")
                        .effect("one of the two does not register, or takes the place of the other")
                        .addFixes(Fix.advice("rename one of the two hosts, or one of the sites"));
                for (SiteFacts.Host fact : shared.others()) {
                    finding.addRelated(new Related(
                            fact.place().value(), "host of site `" + fact.site() + "` with this identifier"));
                }
            });

    static final Rule<SiteContext, Named> NAME_TWICE = Rule.site("HOST-021")
            .title("two hosts of a site have the same name")
            .why("""
                    The identifier, the node and the folder of a host's files come from its name. Two hosts of one name would be one \
                    edge host, in one machine pool twice.""")
            .evidence(REFERENCE, "C-83", "C-99")
            .good("""
                    site:
                      spec:
                        hosts:
                          - {name: d, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 14}}}
                          - {name: e, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 15}}}
                          - {name: f, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 16}}}""")
            .bad("""
                    site:
                      spec:
                        hosts:
                          - {name: d, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 14}}}
                          - {name: d, role: worker, class: small-box, interfaces: {enp1s0: {hostNumber: 15}}}""")
            .subjects(context -> named(context.site().hosts()))
            .broken(named -> named.first().isPresent(), (named, finding) -> {
                Written.at(finding, named.host().name());
                named.first().ifPresent(first -> Written.related(finding, first.name(), "first given here"));
                finding.message("host `" + named.host().name().value() + "` is given twice")
                        .effect("the two would be one edge host, and one of them never joins")
                        .addFixes(Fix.advice("rename one of the two"));
            });

    static final Rule<SiteContext, ResolvedHost> NAME_TOO_LONG = Rule.site("HOST-022")
            .title("site and host name together are too long for a node")
            .why("""
                    Site and host name, joined by a hyphen, are the identifier, the host name and the name of the node. A label of a \
                    host name has at most 63 characters, and so has the value of the node's label `kubernetes.io/hostname`.""")
            .evidence(REFERENCE + "; RFC 1035, section 2.3.4", "C-192")
            .good("site: {metadata: {name: a-store-whose-name-says-very-much-about-the-place-it-is-in}}")
            .bad("site: {metadata: {name: a-store-whose-name-says-far-too-much-about-the-place-that-it-is}}")
            // The longest name stands for all hosts of the site: the way out is one.
            .subjects(context ->
                    context.site().hosts().stream()
                            .max(Comparator.comparingInt(
                                    host -> host.uid().value().length()))
                            .stream())
            .broken(host -> host.uid().value().length() > DnsNames.LONGEST_LABEL, (host, finding) -> {
                // The first origin is the site's name, which all its hosts share: the finding stands at it once.
                Written.at(finding, host.uid());
                Written.related(finding, host.name(), "the host's name");
                finding.message("the node name `" + host.uid().value() + "` is too long")
                        .addValues(host.uid().value().length() + " characters, and at most " + DnsNames.LONGEST_LABEL
                                + " are allowed")
                        .effect("the host name is refused or cut off, and the node does not register")
                        .addFixes(Fix.advice("choose a shorter name for the site or the host"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NAME_TWICE, NAME_TOO_LONG);

    static final List<Rule<FleetContext, ?>> FLEET = List.of(IDENTIFIER_TWICE);

    private static Stream<Named> named(List<ResolvedHost> hosts) {
        Map<String, ResolvedHost> first = new HashMap<>();
        List<Named> all = new ArrayList<>();
        for (ResolvedHost host : hosts) {
            all.add(new Named(
                    host, Optional.ofNullable(first.putIfAbsent(host.name().value(), host))));
        }
        return all.stream();
    }
}
