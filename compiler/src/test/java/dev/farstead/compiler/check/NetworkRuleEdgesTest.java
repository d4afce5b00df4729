// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules about the networks of a site begin to hold: ranges, the endpoint, interfaces and servers. */
final class NetworkRuleEdgesTest {
    @ParameterizedTest
    @CsvSource({
        "podCidr, 10.0.0.0/8, true",
        "podCidr, 172.16.0.0/12, true",
        "podCidr, 172.32.0.0/16, false",
        "podCidr, 100.127.0.0/16, true",
        "podCidr, 100.128.0.0/16, false",
        "serviceCidr, 192.168.0.0/16, true",
        "serviceCidr, 192.169.0.0/16, false",
        "serviceCidr, 198.18.0.0/16, true"
    })
    void whatIsPrivate(String key, String range, boolean isPrivate) {
        assertThat(codes(network(key, range)).contains("NET-013")).isNotEqualTo(isPrivate);
    }

    @Test
    void aLanCannotBeLinkLocal() {
        assertThat(codes(network("lan", "169.254.4.0/24"))).containsOnlyOnce("NET-014");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, false", "10.0.0.0/7, false", "100.64.0.0/24, false", "100.64.0.0/25, true"})
    void aPodNetworkIsCutIntoNodeRanges(String range, boolean broken) {
        assertThat(codes(network("podCidr", range)).contains("NET-015")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "26, 100.64.0.0/26, false",
        "26, 100.64.0.0/27, true",
        "25, 10.0.0.0/8, false",
        "24, 100.64.0.0/25, true",
        "0, 100.64.0.0/24, false",
        "0, 100.64.0.0/25, true",
    })
    void theSizeOfNodeRangesIsTakenFromTheConfiguration(int length, String range, boolean broken) {
        String changes = """
                profile:
                  spec:
                    network: {podCidr: %s}
                    kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=%d]}}
                """.formatted(range, length);

        assertThat(codes(changes).contains("NET-015")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, false", "10.0.0.0/7, true"})
    void kubeadmAloneHasALimitForTheNumberOfNodeRanges(String range, boolean broken) {
        String changes = """
                profile:
                  spec:
                    network: {podCidr: %s}
                    kubernetes: {flavor: pxk-e, version: "1.28.13"}
                """.formatted(range);

        assertThat(codes(changes).contains("NET-015")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "100.64.64.0/28, false",
        "100.64.64.0/29, true",
        "10.96.0.0/12, false",
        "10.96.0.0/11, true",
    })
    void aServiceNetworkHasRoomForTheClustersDnsAndNoMoreThanTwentyBits(String range, boolean broken) {
        assertThat(codes(network("serviceCidr", range)).contains("NET-017")).isEqualTo(broken);
    }

    @Test
    void anAddressIsNotBlamedWhereTheWholeLanLiesInThePodNetwork() {
        assertThat(ofNetworks("site: {spec: {network: {lan: 100.64.4.0/24}}}")).containsExactly("NET-010");
    }

    @ParameterizedTest
    @CsvSource({
        "{hostNumber: 254},",
        "10.20.4.0, NET-022",
        "10.20.4.255, NET-022",
        "10.20.3.255, NET-020",
        "10.20.5.0, NET-020",
        "100.64.0.10, NET-021",
        "100.64.64.10, NET-021",
        "10.20.4.13, NET-023",
        "10.20.4.1, NET-025"
    })
    void aVirtualAddressHasOneFaultAtMost(String vip, String code) {
        assertThat(ofNetworks("site: {spec: {controlPlaneEndpoint: {vip: " + vip + "}}}"))
                .isEqualTo(only(code));
    }

    @Test
    void aFreeHostNumberIsOffered() {
        Finding finding =
                Example.of("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 11}}}}").findings().stream()
                        .filter(found -> found.code().equals("NET-023"))
                        .findFirst()
                        .orElseThrow();

        assertThat(finding.fixes().get(0).edits()).singleElement().satisfies(edit -> {
            assertThat(edit.replacement()).isEqualTo("2");
            assertThat(edit.range()).isEqualTo(finding.range().orElseThrow());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com,",
        "10.20.4.254,",
        "10.20.5.0,",
        "169.254.4.1,",
        "223.255.255.255,",
        "1.0.0.0,",
        "fd00::1, NET-096",
        "10.20.4.0, NET-070",
        "10.20.4.255, NET-070",
        "0.0.0.0, NET-070",
        "127.0.0.1, NET-070",
        "127.255.255.255, NET-070",
        "224.0.0.0, NET-070",
        "255.255.255.255, NET-070",
        "::, NET-096",
        "::1, NET-096",
        "ff02::1, NET-096",
        "10.20.4.1, NET-071",
        "100.64.0.10, NET-065",
        "10.20.4.11, NET-066"
    })
    void aLoadBalancerHasOneFaultAtMost(String balancer, String code) {
        assertThat(ofNetworks("site: {spec: {controlPlaneEndpoint: {loadBalancer: \"" + balancer + "\"}}}"))
                .isEqualTo(only(code));
    }

    @ParameterizedTest
    @CsvSource({
        "10.99.0.11/24, 10.99.1.12/24,",
        "10.99.0.11/25, 10.99.0.129/25,",
        "10.20.5.11/24, 10.99.0.12/24,",
        "169.254.1.11/24, 10.99.0.12/24,",
        "10.99.0.11/24, 10.99.0.12/32,",
        "10.99.0.11/24, 10.99.0.12/24, NET-072",
        "10.99.0.11/24, 10.99.0.129/25, NET-072",
        "10.20.5.11/23, 10.99.0.12/24, NET-072",
        "10.20.0.11/16, 10.99.0.12/24, NET-072",
        "10.99.0.11/24, 10.99.0.11/24, NET-039",
        "127.0.0.5/8, 10.99.0.12/24, NET-070",
        "224.0.0.5/24, 10.99.0.12/24, NET-070",
        "127.0.0.0/8, 10.99.0.12/24, NET-038",
        "10.20.4.21/24, 10.99.0.12/24, NET-036"
    })
    void aHostWithThreeInterfacesHasOneFaultAtMost(String second, String third, String code) {
        assertThat(ofNetworks("site: {spec: {hosts: [{name: a, interfaces: {enp2s0: {address: " + second
                        + "}, enp3s0: {address: " + third + "}}}]}}"))
                .isEqualTo(only(code));
    }

    @Test
    void threeInterfacesInOneNetworkAreTwoTooMany() {
        assertThat(ofNetworks("site: {spec: {hosts: [{name: a, interfaces: {enp2s0: {address: 10.99.0.11/24}, "
                        + "enp3s0: {address: 10.99.0.12/24}, enp4s0: {address: 10.99.0.13/24}}}]}}"))
                .containsExactly("NET-072", "NET-072");
    }

    @Test
    void aWrongLengthInTheLanIsNotBlamedOnOtherInterfaces() {
        assertThat(ofNetworks("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/16}, "
                        + "enp2s0: {address: 10.20.5.11/24}}}]}}"))
                .containsExactly("NET-037");
    }

    @ParameterizedTest
    @CsvSource({
        "eno1, false",
        "ens192, false",
        "enp1s0f1np1, false",
        "enx001122334455, false",
        "eth0, false",
        "em1, false",
        "p3p1, false",
        "wlan0, false",
        "wlp2s0, false",
        "lan0, false",
        "lo, true",
        "auto, true",
        "bond0, true",
        "bond-lan, true",
        "team0, true",
        "bond0.100, true",
        "eno1.100, true",
        "vlan100, true",
        "br0, true",
        "br-lan, true",
        "Bond0, true",
        "flannel.1, true",
        "tun0, true"
    })
    void whatIsNoHardware(String name, boolean broken) {
        String hosts = "site: {spec: {hosts: [{name: a, interfaces: {" + name + ": %s}}]}}";

        assertThat(codes(hosts.formatted("{address: 10.99.0.11/24}")).contains("NET-090"))
                .isEqualTo(broken);
        assertThat(codes(hosts.formatted("{dhcp: true}")).contains("NET-090")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flannel.1 | is made by the cluster or a container, once the host has a network",
                "bond0.100 | is a VLAN, which is not supported yet",
            })
    void aNameWithADotIsOfOneKind(String name, String is) {
        assertThat(Example.of(InterfaceRules.NOT_MADE.explanation().bad().replace("bond0", name))
                        .findings())
                .extracting(Finding::message)
                .contains("interface `" + name + "` of host `a` " + is);
    }

    @ParameterizedTest
    @CsvSource({
        "ntp1.example.com, false",
        "time, false",
        "10.20.4.1, false",
        "fd00::1, false",
        "10.20.4.300, true",
        "10.20.4, true",
        "ntp..example.com, true",
        "ntp-.example.com, true",
        "ntp.example.com:123, true"
    })
    void whatATimeServerIs(String server, boolean broken) {
        assertThat(codes(network("ntpServers", "[\"" + server + "\"]")).contains("NET-051"))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.4.2,",
        "9.9.9.9,",
        "10.20.3.255,",
        "10.20.4.0, NET-070",
        "10.20.4.255, NET-070",
        "0.0.0.0, NET-070",
        "127.0.0.53, NET-070",
        "224.0.0.1, NET-070"
    })
    void aNameOrTimeServerHasAnAddressThatAMachineCanHave(String server, String code) {
        for (String key : List.of("nameservers", "ntpServers")) {
            assertThat(ofNetworks(network(key, "[" + server + "]"))).isEqualTo(only(code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.9.9.9,",
        "100.63.255.255,",
        "100.64.128.0,",
        "10.20.4.11,",
        "100.64.0.0, NET-034",
        "100.64.127.255, NET-034",
        "10.20.4.10, NET-025"
    })
    void aServerIsNeitherInTheClusterNorItsVirtualAddress(String server, String code) {
        for (String change : List.of(
                "network: {nameservers: [" + server + "]}",
                "network: {ntpServers: [" + server + "]}",
                "network: {proxy: {http: \"http://" + server + ":3128\", https: \"http://" + server + ":3128/\"}}",
                "registration: {endpoint: " + server + "}")) {
            assertThat(ofNetworks("site: {spec: {" + change + "}}")).as(change).isEqualTo(only(code));
        }
    }

    @Test
    void aProxyMayRunOnEachHost() {
        assertThat(ofNetworks(network("proxy", "{http: \"http://127.0.0.1:3128\", https: \"http://[::1]:3128\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'*', true, true",
        "'*', false, false",
        "'.*', true, false",
        "'*.example.com', true, false",
        "0.0.0.0/0, true, false"
    })
    void aStarAloneLetsEverythingPastAProxyThatThereIs(String item, boolean proxy, boolean broken) {
        String servers = proxy ? "http: \"http://proxy:3128\", https: \"http://proxy:3128\", " : "";

        assertThat(codes(network("proxy", "{" + servers + "noProxy: [\"" + item + "\"]}"))
                        .contains("PROXY-007"))
                .isEqualTo(broken);
    }

    private static String network(String key, String value) {
        return "site: {spec: {network: {" + key + ": " + value + "}}}";
    }

    private static List<String> only(@Nullable String code) {
        return code == null ? List.of() : List.of(code);
    }

    private static List<String> ofNetworks(String changes) {
        // NET-095 is told of any load balancer.
        return codes(changes).stream()
                .filter(code -> code.startsWith("NET-") && !code.equals("NET-095"))
                .toList();
    }

    private static List<String> codes(String changes) {
        return Example.of(changes).codes();
    }
}
