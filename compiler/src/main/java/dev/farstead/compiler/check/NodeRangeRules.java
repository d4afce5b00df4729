// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.KubeadmConfig;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about how the pod network is divided among nodes. */
final class NodeRangeRules {
    /** Kubernetes gives each node this much of the pod network unless it is told otherwise. */
    private static final int DEFAULT_NODE_LENGTH = 24;

    /** kubeadm refuses a pod network of more than 2^16 node ranges. */
    private static final int MOST_NODE_BITS = 16;

    private static final int LONGEST_PREFIX = 32;
    private static final List<String> ALLOCATION = List.of("allocate-node-cidrs", "controllers");
    private static final Set<String> WITHOUT = Set.of("-nodeipam", "-node-ipam-controller");

    private NodeRangeRules() {}

    /**
     * The part of the pod network that each node takes.
     *
     * @param pods the pod network
     * @param nodeLength prefix length of a node's part
     * @param nodes the number of hosts, 1 where only the profile is known
     * @param mostBits how many bits longer than the pod network it may be
     */
    private record NodeRanges(Sourced<IpPrefix> pods, int nodeLength, int nodes, int mostBits) {
        boolean usable() {
            int bits = nodeLength - pods.value().length();
            return bits >= 0 && bits <= mostBits;
        }

        long count() {
            return 1L << (nodeLength - pods.value().length());
        }
    }

    /**
     * The pods that a node takes, beside the addresses of its range.
     *
     * @param ranges the ranges
     * @param setting where the number of pods is written
     * @param most that number
     */
    private record Pods(NodeRanges ranges, Optional<Setting> setting, long most) {
        /** The network itself, the bridge of the node, and the address that reaches all. */
        private static final int TAKEN = 3;

        static Stream<Pods> of(SiteContext context) {
            if (!isFlannel(context)) {
                return Stream.empty();
            }
            Optional<Setting> setting = context.settings().holding().stream()
                    .filter(candidate -> candidate.isOf(Setting.KUBELET, "max-pods"))
                    .reduce((first, second) -> second);
            return setting
                    .map(Setting::text)
                    .or(() -> context.profile()
                            .kubernetesVersion()
                            .flatMap(version -> context.catalogue()
                                    .componentArguments()
                                    .argument(Setting.KUBELET, "max-pods")
                                    .flatMap(fact ->
                                            fact.defaultIn(version.value().minor()))))
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .stream()
                    .flatMap(text -> nodeRanges(context.site().cluster(), 1)
                            .filter(NodeRanges::usable)
                            .map(ranges -> new Pods(ranges, setting, Long.parseLong(text))));
        }

        long addresses() {
            return Math.max(0, (1L << (LONGEST_PREFIX - ranges.nodeLength())) - TAKEN);
        }
    }

    private static final Rule<ProfileContext, NodeRanges> NODE_RANGE = Rule.profile("NET-015")
            .title("the pod network can't be divided among nodes")
            .why("""
                    The controller manager cuts the pod network into one range a node, a /24 unless `node-cidr-mask-size` says \
                    otherwise. With a pod network smaller than that it ends at its start, and with it K3s. kubeadm refuses more than \
                    2^16 such ranges.""")
            .evidence(
                    "github.com/kubernetes/kubernetes v1.28.13, cmd/kube-controller-manager/app/core.go, "
                            + "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go and cmd/kubeadm/app/apis/kubeadm/validation/validation.go")
            .inferred()
            .good("profile: {spec: {network: {podCidr: 100.64.0.0/20}}}")
            .bad("profile: {spec: {network: {podCidr: 100.64.0.0/25}}}")
            .subjects(RangeRules.profile(cluster -> nodeRanges(cluster, 1)))
            .broken(ranges -> !ranges.usable(), (ranges, finding) -> {
                boolean small = ranges.nodeLength() < ranges.pods().value().length();
                Written.at(finding, ranges.pods());
                finding.message("the pod network `" + ranges.pods().value() + "` is too " + (small ? "small" : "large")
                                + " to be divided into one range a node")
                        .addValues("each node takes a /" + ranges.nodeLength())
                        .effect(
                                small
                                        ? "the controller manager ends at its start, and no node becomes ready"
                                        : "kubeadm refuses the configuration, and no host joins")
                        .addFixes(Fix.advice(
                                "choose a prefix length from /" + Math.max(0, ranges.nodeLength() - ranges.mostBits())
                                        + " to /" + ranges.nodeLength()));
            });

    static final Rule<SiteContext, NodeRanges> FEW_NODE_RANGES = Rule.site("NET-016")
            .warning()
            .title("the pod network has fewer node ranges than the site has hosts")
            .why("""
                    Each node takes a range of the pod network, a /24 unless `node-cidr-mask-size` says otherwise. The controller \
                    manager has none for the last nodes and reports `CIDRNotAvailable` for them. Calico, which gives out addresses by itself, \
                    works on until the range is used up; what relies on the node's `podCIDR` does not.""")
            .evidence("github.com/kubernetes/kubernetes v1.28.13, pkg/controller/nodeipam/ipam/range_allocator.go and "
                    + "kube-controller-manager flag node-cidr-mask-size-ipv4")
            .inferred()
            .good("site: {spec: {network: {podCidr: 100.64.0.0/22}}}")
            .bad("site: {spec: {network: {podCidr: 100.64.0.0/23}}}")
            .subjects(context -> nodeRanges(
                            context.site().cluster(), context.site().hosts().size())
                    .filter(NodeRanges::usable))
            .broken(ranges -> ranges.count() < ranges.nodes(), (ranges, finding) -> {
                Written.at(finding, ranges.pods());
                finding.message("the pod network `" + ranges.pods().value() + "` has room for " + ranges.count()
                                + (ranges.count() == 1 ? " node" : " nodes") + ", and the site has " + ranges.nodes())
                        .addValues("each node takes a /" + ranges.nodeLength() + " of the /"
                                + ranges.pods().value().length())
                        .effect("the controller manager has no pod range for the last nodes")
                        .addFixes(Fix.advice("choose a larger pod network before the first boot, or set "
                                + "`kube-controller-manager-arg: [node-cidr-mask-size=…]` to a longer prefix"));
            });

    static final Rule<SiteContext, Pods> FEW_ADDRESSES = Rule.site("NET-098")
            .warning()
            .title("nodes may run more pods than their range of the pod network has addresses")
            .why("""
                    With Flannel each pod gets an address of its node's range, of which three are taken. The kubelet takes pods up to \
                    `max-pods`, 110 unless it is told otherwise. The last ones find no address and stay in `ContainerCreating`.""")
            .evidence(
                    "github.com/containernetworking/plugins v1.4.1 plugins/ipam/host-local/backend/allocator/range.go; "
                            + "github.com/flannel-io/flannel v0.24.3 Documentation/kube-flannel.yml")
            .inferred()
            .good(
                    "profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pods=250]}}, network: {cni: {name: flannel, "
                            + "version: 0.24.3}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kubelet-arg: [max-pods=500]}}, network: {cni: {name: flannel, "
                    + "version: 0.24.3}}}}")
            .subjects(Pods::of)
            .broken(pods -> pods.most() > pods.addresses(), (pods, finding) -> {
                pods.setting()
                        .ifPresentOrElse(
                                setting -> finding.at(setting.place()),
                                () -> Written.at(finding, pods.ranges().pods()));
                finding.message("a node takes " + pods.most() + " pods, and its range of the pod network has "
                                + pods.addresses() + " addresses for them")
                        .addValues("each node takes a /" + pods.ranges().nodeLength())
                        .effect("the last pods get no address, and do not start")
                        .addFixes(Fix.advice("set `max-pods` of the kubelet to at most " + pods.addresses()
                                + ", or `node-cidr-mask-size` of the controller manager to a shorter prefix"));
            });

    static final Rule<SiteContext, Setting> NO_RANGES = Rule.site("NET-099")
            .title("nodes get no range of the pod network, and Flannel needs one")
            .why("""
                    Flannel takes the range of a node from the node's `podCIDR`, which the controller manager gives out. Without it Flannel \
                    ends at its start on every host, and no node becomes ready.""")
            .evidence("github.com/flannel-io/flannel v0.24.3 pkg/subnet/kube/kube.go; "
                    + "github.com/kubernetes/kubernetes v1.28.13 cmd/kube-controller-manager/app/core.go, "
                    + "startNodeIpamController")
            .good("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [allocate-node-cidrs=true]}}, "
                    + "network: {cni: {name: flannel, version: 0.24.3}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [allocate-node-cidrs=false]}}, "
                    + "network: {cni: {name: flannel, version: 0.24.3}}}}")
            .subjects(NodeRangeRules::allocation)
            .broken(
                    NodeRangeRules::isOff,
                    (setting, finding) -> finding.at(setting.place())
                            .message("`" + setting.name() + "` is `" + setting.text() + "`")
                            .effect("Flannel finds no range for any node, and no node becomes ready")
                            .addFixes(
                                    Fix.advice("leave `" + setting.name() + "` out, or take Calico as `network.cni`")));

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NODE_RANGE);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            NODE_RANGE.over(RangeRules.override(cluster -> nodeRanges(cluster, 1))),
            FEW_NODE_RANGES,
            FEW_ADDRESSES,
            NO_RANGES);

    private static Stream<Setting> allocation(SiteContext context) {
        return isFlannel(context)
                ? context.settings().holding().stream()
                        .filter(setting -> ALLOCATION.stream()
                                .anyMatch(argument -> setting.isOf("kube-controller-manager", argument)))
                : Stream.empty();
    }

    private static boolean isOff(Setting setting) {
        return setting.argument().equals("controllers")
                ? WITHOUT.contains(setting.text())
                : !GoValues.isTrue(setting.text());
    }

    private static boolean isFlannel(SiteContext context) {
        return context.profile().cni().value() == CniName.FLANNEL;
    }

    private static Stream<NodeRanges> nodeRanges(ClusterSettings cluster, int nodes) {
        int mostBits = cluster.config() instanceof KubeadmConfig ? MOST_NODE_BITS : LONGEST_PREFIX;
        return cluster.podCidr().map(pods -> new NodeRanges(pods, nodeLength(cluster), nodes, mostBits)).stream();
    }

    /** The last argument of a name wins, and 0 means that none was given; what is no prefix length is a matter of another rule. */
    private static int nodeLength(ClusterSettings cluster) {
        return Stream.of("node-cidr-mask-size-ipv4", "node-cidr-mask-size")
                .flatMap(name -> cluster.config().argument("kube-controller-manager", name).stream())
                .map(KubernetesConfig.Argument::value)
                .filter(value -> value.matches("[0-9]{1,2}"))
                .map(Integer::parseInt)
                .filter(length -> length > 0 && length <= LONGEST_PREFIX)
                .findFirst()
                .orElse(DEFAULT_NODE_LENGTH);
    }
}
