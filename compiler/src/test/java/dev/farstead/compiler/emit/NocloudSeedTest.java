// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Identity and network of hosts without the agent, and what is not emitted for them. */
final class NocloudSeedTest {
    @Test
    void theInstanceIsNamedAsTheNode() {
        assertThat(new PlainSite().compile().yaml("hosts/w/nocloud/meta-data"))
                .isEqualTo(Map.of("instance-id", "lab-w", "local-hostname", "lab-w"));
    }

    @Test
    void aFixedAddressComesWithRouteAndNameServers() {
        assertThat(new PlainSite().compile().network("a"))
                .isEqualTo(Map.of("version", 2, "ethernets", Map.of("eth0", inLan("192.168.80.11/24"))));
    }

    @Test
    void dhcpBringsEverythingElse() {
        assertThat(new PlainSite().compile().network("b"))
                .isEqualTo(Map.of("version", 2, "ethernets", Map.of("eth0", Map.of("dhcp4", true))));
    }

    @Test
    void onlyTheInterfaceInTheLanHasARoute() {
        Map<?, ?> ethernets = (Map<?, ?>) new PlainSite().compile().network("c").get("ethernets");

        assertThat(ethernets)
                .isEqualTo(Map.of(
                        "eth0",
                        Map.of("dhcp4", false, "addresses", List.of("10.9.0.4/16")),
                        "eth1",
                        inLan("192.168.80.13/24")));
    }

    private static Map<String, Object> inLan(String address) {
        return Map.of(
                "dhcp4",
                false,
                "addresses",
                List.of(address),
                "routes",
                List.of(Map.of("to", "0.0.0.0/0", "via", "192.168.80.1")),
                "nameservers",
                Map.of("addresses", List.of("192.168.80.1", "192.168.80.2")));
    }

    @Test
    void nothingIsEmittedThatOnlyTheAgentOrItsManagementReads() {
        assertThat(new PlainSite().compile().paths())
                .noneMatch(path -> path.startsWith("profiles/"))
                .noneMatch(path -> path.contains("/cidata/") || path.contains("/preview/"))
                .noneMatch(path -> path.endsWith("cluster.yaml"))
                .contains("sites/lab/run-sheet.md", "index.json");
    }
}
