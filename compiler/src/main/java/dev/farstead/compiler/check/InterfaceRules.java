// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about what the network interfaces of hosts are. */
final class InterfaceRules {
    /** Names of what is no hardware; the first that fits counts, as devices of a cluster and VLANs on a bond look like others. */
    private static final List<Kind> NO_HARDWARE = List.of(
            Kind.of("lo", "is the loopback, which leads to no other machine"),
            Kind.of("auto", "is no name: nothing on the host chooses an interface"),
            Kind.of(
                    "cni[0-9]+|flannel[.-].*|cali.*|tunl[0-9]+|vxlan.*|kube-.*|scbr-.*|docker[0-9]+|veth.*",
                    "is made by the cluster or a container, once the host has a network"),
            Kind.of("vlan.*|.+\\.[0-9]{1,4}", "is a VLAN, which is not supported yet"),
            Kind.of("bond.*|team[0-9]*", "is a bond, which is not supported yet"),
            Kind.of("br([0-9_.-].*)?|bridge.*|virbr.*|vmbr.*|lxcbr.*", "is a bridge, which is not supported yet"),
            Kind.of(
                    "(dummy|tun|tap|wg|gre|sit|ipip|macvlan|ipvlan|ifb)[0-9]*",
                    "is a tunnel or another virtual device, which is not supported yet"));

    private InterfaceRules() {}

    private record Kind(Pattern names, String is) {
        static Kind of(String names, String is) {
            return new Kind(Pattern.compile(names, Pattern.CASE_INSENSITIVE), is);
        }
    }

    private record Nic(ResolvedHost host, String name, Place place) {
        static Stream<Nic> of(ResolvedHost host) {
            return Stream.concat(
                    host.interfaces().stream().map(nic -> new Nic(host, nic.name(), nic.place())),
                    host.dynamicInterfaces().stream().map(nic -> new Nic(host, nic.name(), nic.place())));
        }

        Optional<Kind> virtual() {
            return NO_HARDWARE.stream()
                    .filter(kind -> kind.names().matcher(name).matches())
                    .findFirst();
        }
    }

    static final Rule<SiteContext, Nic> NOT_MADE = Rule.site("NET-090")
            .title("an interface is none that the host has")
            .why("""
                    A host sets up the interfaces that its kernel finds, under names such as `eno1`, `enp1s0` or `eth0`: each with a \
                    fixed address or by DHCP. Nothing in a profile or a site makes a bond, a VLAN or a bridge, so no \
                    interface of that name comes up, and a host that has no other one has no network. Use the physical interface, \
                    and let the switch hand its VLAN on untagged.""")
            .evidence(
                    "systemd v249 man/systemd.net-naming-scheme.xml; Linux v5.15 Documentation/networking/bonding.rst, "
                            + "net/8021q/vlan.c; Palette documentation, "
                            + "clusters/edge/edge-configuration/installer-reference, site network",
                    "C-126")
            .inferred()
            .good("{}")
            .bad("profile: {spec: {site: {hosts: [{name: a, role: control-plane, class: small-box, "
                    + "interfaces: {bond0: {hostNumber: 11}}}]}}}")
            .subjects(context -> context.site().hosts().stream().flatMap(Nic::of))
            .broken(
                    nic -> nic.virtual().isPresent(),
                    (nic, finding) -> finding.atKey(nic.place())
                            .message("interface `" + nic.name() + "` of host `"
                                    + nic.host().name().value() + "` "
                                    + nic.virtual().orElseThrow().is())
                            .effect("no network reaches the host over it")
                            .addFixes(Fix.advice(
                                    "write the name of the physical interface, such as `eno1` or `enp1s0`")));

    static final List<Rule<SiteContext, ?>> ALL = List.of(NOT_MADE);
}
