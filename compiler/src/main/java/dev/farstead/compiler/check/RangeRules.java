// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules about ranges: the pod network, the service network and the LAN. */
final class RangeRules {
    private static final String TUTORIAL = "Palette documentation, tutorials/edge, edge-cluster-profile";
    private static final String PRIVATE_ADVICE =
            "choose a private range that no other network of the site uses, such as "
                    + "one of 100.64.0.0/10, before the first boot";

    private static final int LONGEST_SERVICE_LENGTH = 28;
    private static final int SHORTEST_SERVICE_LENGTH = 12;

    /** Ranges for clusters, first those that the LANs of a fleet have least often. */
    private static final List<IpPrefix> FOR_CLUSTERS = Stream.of(
                    "100.64.0.0/18", "100.64.64.0/18", "10.244.0.0/16", "10.96.0.0/16", "172.30.0.0/16")
            .map(range -> IpPrefix.parse(range).orElseThrow())
            .toList();

    private RangeRules() {}

    /**
     * A range of the site.
     *
     * @param prefix the range
     * @param name what it is, in words
     */
    record Network(Sourced<IpPrefix> prefix, String name) {}

    /**
     * A range of the site, and what addresses mean wherever they are.
     *
     * @param network the range
     * @param space the meanings
     */
    private record Placed(Network network, AddressSpace space) {
        static Stream<Placed> of(Stream<Network> networks, AddressSpace space) {
            return networks.map(network -> new Placed(network, space));
        }

        static Stream<Placed> ofProfile(ProfileContext context) {
            return of(networks(context.profile().cluster()), context.space());
        }

        static Stream<Placed> overridden(SiteContext context) {
            return of(override(RangeRules::networks).apply(context), context.space());
        }

        boolean isPublic() {
            return space.isPublic(network.prefix().value());
        }

        Optional<IpPrefix> unroutable() {
            return space.unroutable(network.prefix().value());
        }
    }

    /**
     * Two ranges that must not share an address.
     *
     * @param one the range to report: the one that is free to change
     * @param other the range it must keep clear of
     * @param cluster has the ranges that a better one must keep clear of as well
     */
    private record Pair(Network one, Network other, ClusterSettings cluster) {
        boolean overlap() {
            return one.prefix().value().overlaps(other.prefix().value());
        }
    }

    static final Rule<SiteContext, ?> PODS_AND_LAN = Rule.site("NET-010")
            .title("the pod network and the LAN of a site overlap")
            .why("""
                    Pods and the LAN are reached by different routes. Where the two ranges share addresses, one route hides the \
                    other: after the first boot the node can't reach its own LAN, or pods can't reach the LAN.""")
            .evidence(TUTORIAL, "C-123")
            .good("site: {spec: {network: {lan: 10.20.4.0/24, podCidr: 100.64.0.0/18}}}")
            .bad("profile: {spec: {network: {podCidr: 10.20.0.0/16}}}")
            .subjects(context -> lanPair(context.site(), RangeRules::pods))
            .broken(Pair::overlap, RangeRules::overlap);

    static final Rule<SiteContext, ?> SERVICES_AND_LAN = Rule.site("NET-011")
            .title("the service network and the LAN of a site overlap")
            .why("""
                    Addresses of services exist only as rules of each node's packet filter. Where the LAN has the same addresses, \
                    what is meant for a machine in the LAN ends at a service, or nowhere.""")
            .evidence(TUTORIAL, "C-123")
            .good("site: {spec: {network: {lan: 10.20.4.0/24, serviceCidr: 100.64.64.0/18}}}")
            .bad("profile: {spec: {network: {serviceCidr: 10.20.0.0/16}}}")
            .subjects(context -> lanPair(context.site(), RangeRules::services))
            .broken(Pair::overlap, RangeRules::overlap);

    private static final Rule<ProfileContext, Pair> SERVICES_AND_PODS = Rule.profile("NET-012")
            .title("the service network and the pod network overlap")
            .why("""
                    A pod whose address is also that of a service can't be told from it: traffic to the one ends at the other. K3s \
                    does not check this.""")
            .evidence(TUTORIAL, "C-123")
            .good("profile: {spec: {network: {podCidr: 100.64.0.0/18, serviceCidr: 100.64.64.0/18}}}")
            .bad("profile: {spec: {network: {podCidr: 100.64.0.0/16, serviceCidr: 100.64.64.0/18}}}")
            .subjects(profile(RangeRules::clusterPair))
            .broken(Pair::overlap, RangeRules::overlap);

    private static final Rule<ProfileContext, Placed> PUBLIC = Rule.profile("NET-013")
            .warning()
            .title("the pod or service network lies in public address space")
            .why("""
                    Public addresses belong to somebody. Nodes and pods can't reach those servers, since their addresses look like \
                    pods or services of the cluster. The defaults of the Kubernetes packs, 192.169.0.0/16 and 192.170.0.0/16, are \
                    such ranges.""")
            .evidence("IANA IPv4 special-purpose address registry; RFC 1918; RFC 6598", "C-124")
            .inferred()
            .good("profile: {spec: {network: {podCidr: 100.64.0.0/18}}}")
            .bad("profile: {spec: {network: {podCidr: 192.169.0.0/16}}}")
            .subjects(Placed::ofProfile)
            .broken(Placed::isPublic, (placed, finding) -> {
                Network network = placed.network();
                Written.at(finding, network.prefix());
                finding.message(network.name() + " `" + network.prefix().value() + "` is public address space")
                        .label("these addresses belong to others")
                        .addValues("private are " + placed.space().privateRanges())
                        .effect("nodes and pods can't reach the servers that have these addresses")
                        .addFixes(Fix.advice(PRIVATE_ADVICE));
            });

    private static final Rule<ProfileContext, Placed> SPECIAL_CLUSTER = Rule.profile("NET-014")
            .title("a network lies in a range that can't be routed")
            .why("""
                    Loopback, link-local, multicast and reserved addresses have a meaning of their own in every network stack, which \
                    drops packets that use them as ordinary ones.""")
            .evidence("IANA IPv4 special-purpose address registry; RFC 6890")
            .inferred()
            .good("profile: {spec: {network: {podCidr: 100.64.0.0/18}}}")
            .bad("profile: {spec: {network: {podCidr: 169.254.0.0/16}}}")
            .subjects(Placed::ofProfile)
            .broken(placed -> placed.unroutable().isPresent(), (placed, finding) -> {
                Network network = placed.network();
                IpPrefix range = placed.unroutable().orElseThrow();
                Written.at(finding, network.prefix());
                finding.message(network.name() + " `" + network.prefix().value()
                                + "` lies in a range that can't be routed")
                        .label("no machine or pod can have these addresses")
                        .addValues(network.prefix().value() + " and " + range + " share addresses")
                        .effect("the node's network stack drops what is sent to these addresses")
                        .addFixes(Fix.advice(PRIVATE_ADVICE));
            });

    private static final Rule<ProfileContext, Network> SERVICE_SIZE = Rule.profile("NET-017")
            .title("the service network is too large or too small")
            .why("""
                    The API server refuses a service range with more than 20 host bits, and the cluster's DNS has the tenth address of \
                    the range, which one smaller than a /28 does not have. K3s and RKE2 end at their start then, and kubeadm refuses the \
                    configuration.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.28.13, cmd/kube-apiserver/app/options/validation.go and "
                            + "cmd/kubeadm/app/constants/constants.go; github.com/k3s-io/k3s v1.28.13+k3s1, pkg/cli/server/server.go")
            .inferred()
            .good("profile: {spec: {network: {serviceCidr: 100.64.64.0/18}}}")
            .bad("profile: {spec: {network: {serviceCidr: 100.96.0.0/11}}}")
            .subjects(profile(RangeRules::services))
            .broken(
                    network -> network.prefix().value().length() < SHORTEST_SERVICE_LENGTH
                            || network.prefix().value().length() > LONGEST_SERVICE_LENGTH,
                    (network, finding) -> {
                        int length = network.prefix().value().length();
                        boolean large = length < SHORTEST_SERVICE_LENGTH;
                        Written.at(finding, network.prefix());
                        finding.message("the service network `"
                                        + network.prefix().value() + "` is too " + (large ? "large" : "small"))
                                .addValues("a service network has a prefix length from /" + SHORTEST_SERVICE_LENGTH
                                        + " to /" + LONGEST_SERVICE_LENGTH)
                                .effect("Kubernetes does not start, and no node becomes ready");
                        if (large) {
                            String mended = network.prefix().value().network() + "/" + SHORTEST_SERVICE_LENGTH;
                            Written.replace(finding, network.prefix(), mended);
                        } else {
                            finding.addFixes(Fix.advice("choose a larger range, such as a /18"));
                        }
                    });

    static final List<Rule<ProfileContext, ?>> PROFILE =
            List.of(SERVICES_AND_PODS, PUBLIC, SPECIAL_CLUSTER, SERVICE_SIZE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            PODS_AND_LAN,
            SERVICES_AND_LAN,
            SERVICES_AND_PODS.over(override(RangeRules::clusterPair)),
            PUBLIC.over(Placed::overridden),
            SPECIAL_CLUSTER.over(context ->
                    Stream.concat(Placed.of(lan(context.site()), context.space()), Placed.overridden(context))),
            SERVICE_SIZE.over(override(RangeRules::services)));

    /** Returns the ranges that an address of the LAN must keep clear of. */
    static Stream<Network> networks(ClusterSettings cluster) {
        return Stream.concat(pods(cluster), services(cluster));
    }

    /** Returns those of the ranges that share no address with the LAN: others are a mistake of their own. */
    static Stream<Network> clearOfLan(ResolvedSite site) {
        return networks(site.cluster())
                .filter(range -> lan(site).noneMatch(lan -> new Pair(range, lan, site.cluster()).overlap()));
    }

    static Stream<Network> lan(ResolvedSite site) {
        return network(site.network().lan(), "the site's LAN");
    }

    private static Stream<Network> pods(ClusterSettings cluster) {
        return network(cluster.podCidr(), "the pod network");
    }

    private static Stream<Network> services(ClusterSettings cluster) {
        return network(cluster.serviceCidr(), "the service network");
    }

    private static Stream<Network> network(Optional<Sourced<IpPrefix>> prefix, String name) {
        return prefix.map(value -> new Network(value, name)).stream();
    }

    private static Stream<Pair> lanPair(ResolvedSite site, Function<ClusterSettings, Stream<Network>> range) {
        return range.apply(site.cluster()).flatMap(one -> lan(site).map(lan -> new Pair(one, lan, site.cluster())));
    }

    private static Stream<Pair> clusterPair(ClusterSettings cluster) {
        return services(cluster).flatMap(one -> pods(cluster).map(pods -> new Pair(one, pods, cluster)));
    }

    static <T> Function<ProfileContext, Stream<T>> profile(Function<ClusterSettings, Stream<T>> subjects) {
        return context -> subjects.apply(context.profile().cluster());
    }

    /** A site that overrides nothing has the settings of its profile, which are checked there, once. */
    static <T> Function<SiteContext, Stream<T>> override(Function<ClusterSettings, Stream<T>> subjects) {
        return context -> context.site().overridesCluster()
                ? subjects.apply(context.site().cluster())
                : Stream.empty();
    }

    /** Returns a range for a cluster that shares no address with those that there are. */
    private static Optional<IpPrefix> free(Pair pair) {
        List<IpPrefix> taken = Stream.concat(networks(pair.cluster()), Stream.of(pair.other()))
                .map(network -> network.prefix().value())
                .toList();
        return FOR_CLUSTERS.stream()
                .filter(range -> taken.stream().noneMatch(range::overlaps))
                .findFirst();
    }

    private static void overlap(Pair pair, Finding.Builder finding) {
        IpPrefix one = pair.one().prefix().value();
        IpPrefix other = pair.other().prefix().value();
        boolean inside = other.contains(one);
        String relation = inside ? " lies inside " : " contains ";
        Written.at(finding, pair.one().prefix());
        Written.related(finding, pair.other().prefix(), pair.other().name() + " is set here");
        finding.message(pair.one().name() + relation + pair.other().name())
                .label("this is " + pair.one().name())
                .addValues(inside ? other + " contains " + one : one + " contains " + other)
                .effect("after the first boot one of the two can't be reached from the node")
                .addFixes(Fix.advice(free(pair)
                        .map(range -> "set " + pair.one().name() + " to " + range
                                + " before the first boot, or choose another "
                                + "private range that no site uses")
                        .orElse("for " + pair.one().name() + " " + PRIVATE_ADVICE)));
    }
}
