// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.source.Place;
import dev.farstead.schemas.Hardware;
import dev.farstead.schemas.VirtualInterface;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about what the network interfaces of hosts are. */
final class InterfaceRules {
    private InterfaceRules() {}

    private record Nic(ResolvedHost host, String name, Place place, Hardware hardware) {
        static Stream<Nic> of(SiteContext context) {
            Hardware hardware = context.catalogue().hardware();
            return context.site().hosts().stream()
                    .flatMap(host -> Stream.concat(
                            host.interfaces().stream().map(nic -> new Nic(host, nic.name(), nic.place(), hardware)),
                            host.dynamicInterfaces().stream()
                                    .map(nic -> new Nic(host, nic.name(), nic.place(), hardware))));
        }

        Optional<VirtualInterface> virtual() {
            return hardware.virtualInterface(name);
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
            .subjects(Nic::of)
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
