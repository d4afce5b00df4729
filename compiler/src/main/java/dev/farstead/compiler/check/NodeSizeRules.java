// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about the size of the range that each node takes of the pod network. What it means for the network itself is another rule. */
final class NodeSizeRules {
    private static final String SIZE = "node-cidr-mask-size";
    private static final String FOR_IPV4 = SIZE + "-ipv4";
    private static final String FOR_IPV6 = SIZE + "-ipv6";
    private static final int LONGEST = 32;
    private static final String UPSTREAM = "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.9 ";

    /** Zero means that no size is given. */
    private static final Pattern GIVEN = Pattern.compile("[-+]?0*[1-9][0-9]{0,8}");

    private NodeSizeRules() {}

    /**
     * A size that is given.
     *
     * @param name the argument
     * @param length the prefix length
     * @param text the same with its place
     * @param before a size before it that does not go with it
     */
    record Size(String name, int length, Sourced<String> text, Optional<Size> before) {
        static Stream<Size> of(ClusterSettings cluster) {
            List<Size> all = new ArrayList<>();
            Optional<Size> both = Optional.empty();
            for (String name : List.of(SIZE, FOR_IPV4, FOR_IPV6)) {
                Optional<Argument> argument = cluster.config()
                        .argument("kube-controller-manager", name)
                        .filter(given -> GIVEN.matcher(given.value()).matches());
                Optional<Size> before = both;
                argument.map(given -> new Size(
                                name,
                                Integer.parseInt(given.value()),
                                new Sourced<>(given.value(), given.origin()),
                                before))
                        .ifPresent(all::add);
                if (name.equals(SIZE)) {
                    both = all.stream().findFirst();
                }
            }
            return all.stream();
        }

        boolean isOfOtherFamily() {
            return name.equals(FOR_IPV6);
        }

        boolean isNone() {
            return length < 0 || length > LONGEST;
        }
    }

    static final Rule<ProfileContext, Size> TWO = Rule.profile("NET-092")
            .title("the size of the ranges of nodes is given for all networks and for one family as well")
            .why("""
                    The controller manager takes one size for all pod networks, or a size for each family of addresses. It ends at its \
                    start when it is given both, and K3s ends with it.""")
            .evidence(UPSTREAM + "cmd/kube-controller-manager/app/core.go, setNodeCIDRMaskSizes")
            .good("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=24]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=24, "
                    + "node-cidr-mask-size-ipv4=24]}}}}")
            .subjects(context -> Size.of(context.profile().cluster()))
            .broken(size -> size.before().isPresent(), (size, finding) -> {
                Written.at(finding, size.text());
                size.before().ifPresent(other -> Written.related(finding, other.text(), "the other size stands here"));
                finding.message("`" + size.name() + "` can't stand beside `" + SIZE + "`")
                        .effect("the controller manager ends at its start, and no node becomes ready")
                        .addFixes(Fix.advice("leave `" + size.name() + "` out"));
            });

    static final Rule<ProfileContext, Size> OTHER_FAMILY = Rule.profile("NET-093")
            .title("the size of the ranges of nodes is given for IPv6, and the pod network is IPv4")
            .why("""
                    The controller manager ends at its start when it is given a size for a family of addresses that the pod network \
                    does not have, and K3s ends with it.""")
            .evidence(UPSTREAM + "cmd/kube-controller-manager/app/core.go, setNodeCIDRMaskSizes")
            .good(
                    "profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size-ipv4=24]}}}}")
            .bad(
                    "profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size-ipv6=64]}}}}")
            // What can't stand beside another size is told of as such.
            .subjects(context -> Size.of(context.profile().cluster())
                    .filter(size -> size.before().isEmpty()))
            .broken(Size::isOfOtherFamily, (size, finding) -> {
                Written.at(finding, size.text());
                finding.message("`" + size.name() + "` is for IPv6, and the pod network is IPv4")
                        .effect("the controller manager ends at its start, and no node becomes ready")
                        .addFixes(Fix.advice("leave it out, or write `" + SIZE + "` with a length up to " + LONGEST));
            });

    static final Rule<ProfileContext, Size> NO_LENGTH = Rule.profile("NET-094")
            .title("the size of the ranges of nodes is no prefix length")
            .why("""
                    The size is a prefix length of IPv4, from the length of the pod network to 32. With a negative one the controller \
                    manager ends at its start; with one above 32 it starts, and has no range to give to a node.""")
            .evidence(UPSTREAM + "pkg/controller/nodeipam/node_ipam_controller.go, "
                    + "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go")
            .good("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=25]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=64]}}}}")
            .subjects(context -> Size.of(context.profile().cluster())
                    .filter(size -> size.before().isEmpty() && !size.isOfOtherFamily()))
            .broken(Size::isNone, (size, finding) -> {
                Written.at(finding, size.text());
                finding.message("`" + size.name() + "` takes a prefix length up to " + LONGEST + ", not "
                                + size.length())
                        .effect(
                                size.length() < 0
                                        ? "the controller manager ends at its start, and no node becomes ready"
                                        : "no node gets a range of the pod network, and pods get no address of it")
                        .addFixes(Fix.advice("write a length such as 24: a node takes 2^(32 - length) addresses"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(TWO, OTHER_FAMILY, NO_LENGTH);

    static final List<Rule<SiteContext, ?>> SITE = List.of(
            TWO.over(NodeSizeRules::overridden),
            OTHER_FAMILY.over(
                    context -> overridden(context).filter(size -> size.before().isEmpty())),
            NO_LENGTH.over(
                    context -> overridden(context).filter(size -> size.before().isEmpty() && !size.isOfOtherFamily())));

    /** A site that overrides nothing has the sizes of its profile, which are checked there, once. */
    private static Stream<Size> overridden(SiteContext context) {
        return context.site().overridesCluster() ? Size.of(context.site().cluster()) : Stream.empty();
    }
}
