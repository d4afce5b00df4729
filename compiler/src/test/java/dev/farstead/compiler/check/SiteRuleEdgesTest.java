// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules about sites begin to hold, and which of them stay silent beside another. */
final class SiteRuleEdgesTest {
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

    @ParameterizedTest
    @CsvSource({
        "memory, 8G, false",
        "memory, 8000M, false",
        "memory, 7999M, true",
        "memory, 8Gi, false",
        "memory, 7Gi, true",
        "cores, 2, false",
        "cores, 1, true"
    })
    void theMinimumOfAMachine(String key, String value, boolean broken) {
        String changes = "profile: {spec: {hostClasses: {small-box: {" + key + ": " + value + "}}}}";

        assertThat(codes(changes))
                .satisfies(codes -> assertThat(codes.contains("HOST-010") || codes.contains("HOST-011"))
                        .isEqualTo(broken));
    }

    @ParameterizedTest
    @CsvSource({"100G, false", "99G, true", "94Gi, false", "93Gi, true", "1T, false"})
    void theMinimumOfAnInstallDiskIsInDecimalGigabytes(String size, boolean broken) {
        String changes = "profile: {spec: {hostClasses: {small-box: {disks: [{device: /dev/sda, size: " + size
                + ", type: ssd, use: install}, {device: /dev/sdb, size: 480Gi, type: ssd, use: data}]}}}}";

        assertThat(codes(changes).contains("HOST-012")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/sda, /dev/sda1, true",
        "/dev/sda, /dev/sda12, true",
        "/dev/sda, /dev/sdaa, false",
        "/dev/sda, /dev/sdb1, false",
        "/dev/nvme0n1, /dev/nvme0n1p2, true",
        "/dev/nvme0n1, /dev/nvme0n12, false",
        "/dev/mmcblk0, /dev/mmcblk0p1, true",
        "/dev/mmcblk0, /dev/mmcblk0boot0, false",
        "/dev/disk/by-id/nvme-a1, /dev/disk/by-id/nvme-a1-part2, true",
        "/dev/disk/by-id/nvme-a1, /dev/disk/by-id/nvme-a1p2, false",
        "auto, /dev/sda1, false"
    })
    void whatIsAPartitionOfTheInstallDisk(String install, String data, boolean broken) {
        assertThat(codes(disks(install, data)).contains("IMG-036")).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/sda, false",
        "/dev/sda1, true",
        "/dev/vda2, true",
        "/dev/nvme0n1, false",
        "/dev/nvme0n1p1, true",
        "/dev/mmcblk0, false",
        "/dev/mmcblk0p1, true",
        "/dev/disk/by-id/nvme-a1, false",
        "/dev/disk/by-id/nvme-a1-part1, true",
        "/dev/disk/by-path/pci-0000:00:17.0-ata-1, false",
        "/dev/disk/by-path/pci-0000:00:17.0-ata-1-part3, true",
        "/dev/disk/by-partlabel/os, true",
        "auto, false"
    })
    void whatIsNoDiskToInstallOn(String install, boolean broken) {
        assertThat(codes(disks(install, "/dev/sdb")).contains("IMG-037")).isEqualTo(broken);
    }

    @Test
    void aDiskOfOneNameIsFoundTwiceButNoPartition() {
        assertThat(codes(disks("/dev/sda", "/dev/sda"))).contains("IMG-023").doesNotContain("IMG-036");
    }

    @Test
    void whatNobodyNamesIsNotNamedTwice() {
        assertThat(codes(disks("auto", "auto"))).contains("STOR-014").doesNotContain("IMG-023");
    }

    @ParameterizedTest
    @CsvSource({
        "calico, 3.27.0,",
        "calico, 3.27.9, DIST-155",
        "calico, 3.27.0-rc1, DIST-155",
        "calico, 3.24.5, DIST-155",
        "calico, 3.2.7, DIST-001",
        "calico, 3.270.0, DIST-001",
        "calico, 3.30.0, DIST-001",
        "flannel, 0.23.0,",
        "flannel, 0.22.3, DIST-155",
        "flannel, 0.25.1, DIST-001",
        "none, 1.0.4, DIST-155",
        "none, 2.0.0, DIST-001"
    })
    void aVersionIsDoubtedWhereItsLineIsKnown(String network, String version, String code) {
        String changes = "profile: {spec: {network: {cni: {name: " + network + ", version: " + version + "}}}}";

        assertThat(codes(changes))
                .filteredOn(found -> found.equals("DIST-155") || found.equals("DIST-001"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void theVersionsOfItsLineAreOfferedFirst() {
        Finding finding = findings("profile: {spec: {network: {cni: {version: 3.28.1}}}}").stream()
                .filter(found -> found.code().equals("DIST-155"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.values())
                .containsExactly("versions that documents name: 3.28.0, 3.28.2, 3.27.0, 3.27.2, 3.29.0");
        assertThat(finding.fixes())
                .flatExtracting(Fix::edits)
                .extracting(Edit::replacement)
                .containsExactly("\"3.28.0\"", "\"3.28.2\"");
    }

    @ParameterizedTest
    @CsvSource({"0.24.3, false", "0.24.4, true"})
    void aVersionThatNoDocumentNamesIsNotMarkedForFipsMode(String version, boolean unmarked) {
        String changes = """
                profile:
                  spec:
                    os: {version: "20.04", baseImage: "registry.example.com/os/ubuntu-fips:20.04"}
                    kubernetes: {flavor: rke2}
                    fips: true
                    network: {cni: {name: flannel, version: %s}}
                """.formatted(version);

        assertThat(codes(changes).contains("FIPS-032")).isEqualTo(unmarked);
    }

    @ParameterizedTest
    @CsvSource({"root, sudo, SEC-016", "root, admin, SEC-016", "ops, sudo, SEC-014", "ops, admin,"})
    void groupsHaveOneFaultAtMost(String name, String group, String code) {
        String users = "site: {spec: {users: [{name: " + name + ", groups: [" + group
                + "], passwordHash: {secretRef: a-password}}]}}";

        assertThat(codes(users))
                .filteredOn(found -> found.equals("SEC-014") || found.equals("SEC-016"))
                .isEqualTo(code == null ? List.of() : List.of(code));
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
        assertThat(codes("site: {spec: {controlPlaneEndpoint: {vip: " + vip + "}}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com,",
        "10.20.4.254,",
        "10.20.5.0,",
        "169.254.4.1,",
        "223.255.255.255,",
        "1.0.0.0,",
        "fd00::1,",
        "10.20.4.0, NET-070",
        "10.20.4.255, NET-070",
        "0.0.0.0, NET-070",
        "127.0.0.1, NET-070",
        "127.255.255.255, NET-070",
        "224.0.0.0, NET-070",
        "255.255.255.255, NET-070",
        "::, NET-070",
        "::1, NET-070",
        "ff02::1, NET-070",
        "10.20.4.1, NET-071",
        "100.64.0.10, NET-065",
        "10.20.4.11, NET-066"
    })
    void aLoadBalancerHasOneFaultAtMost(String balancer, String code) {
        assertThat(codes("site: {spec: {controlPlaneEndpoint: {loadBalancer: \"" + balancer + "\"}}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .isEqualTo(code == null ? List.of() : List.of(code));
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
            assertThat(codes(network(key, "[" + server + "]")))
                    .filteredOn(found -> found.startsWith("NET-"))
                    .isEqualTo(code == null ? List.of() : List.of(code));
        }
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
        assertThat(codes("site: {spec: {hosts: [{name: a, interfaces: {enp2s0: {address: " + second
                        + "}, enp3s0: {address: " + third + "}}}]}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void threeInterfacesInOneNetworkAreTwoTooMany() {
        assertThat(codes("site: {spec: {hosts: [{name: a, interfaces: {enp2s0: {address: 10.99.0.11/24}, "
                        + "enp3s0: {address: 10.99.0.12/24}, enp4s0: {address: 10.99.0.13/24}}}]}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .containsExactly("NET-072", "NET-072");
    }

    @Test
    void aWrongLengthInTheLanIsNotBlamedOnOtherInterfaces() {
        assertThat(codes("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {address: 10.20.4.11/16}, "
                        + "enp2s0: {address: 10.20.5.11/24}}}]}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .containsExactly("NET-037");
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
            assertThat(codes("site: {spec: {" + change + "}}"))
                    .as(change)
                    .filteredOn(found -> found.startsWith("NET-"))
                    .isEqualTo(code == null ? List.of() : List.of(code));
        }
    }

    @Test
    void aProxyMayRunOnEachHost() {
        assertThat(codes(network("proxy", "{http: \"http://127.0.0.1:3128\", https: \"http://[::1]:3128\"}")))
                .noneMatch(found -> found.startsWith("NET-"));
    }

    @Test
    void anAddressIsNotBlamedWhereTheWholeLanLiesInThePodNetwork() {
        assertThat(codes("site: {spec: {network: {lan: 100.64.4.0/24}}}"))
                .filteredOn(found -> found.startsWith("NET-"))
                .containsExactly("NET-010");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "4, true", "5, false", "6, true"})
    void anEvenNumberOfControlPlaneHostsIsAdvisedAgainst(int number, boolean broken) {
        StringBuilder hosts = new StringBuilder();
        for (int i = 0; i < number; i++) {
            hosts.append("{name: h")
                    .append(i)
                    .append(", role: control-plane, class: small-box, interfaces: {enp1s0: ")
                    .append("{hostNumber: ")
                    .append(20 + i)
                    .append("}}}, ");
        }
        String changes = "profile: {spec: {site: {hosts: [" + hosts + "]}}}";

        assertThat(codes(changes).contains("TOPO-002")).isEqualTo(broken);
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
        assertThat(findings(InterfaceRules.NOT_MADE.explanation().bad().replace("bond0", name)))
                .extracting(Finding::message)
                .contains("interface `" + name + "` of host `a` " + is);
    }

    @Test
    void aSiteWithoutHostsIsOneFinding() {
        assertThat(codes("profile: {spec: {site: {hosts: null}}}"))
                .filteredOn(code -> !code.equals("SEC-001"))
                .containsExactly("TOPO-001");
    }

    @Test
    void aSharedIdentifierIsToldOnceAtTheLaterSite() {
        List<Finding> found = findings(HostRules.IDENTIFIER_TWICE.explanation().bad()).stream()
                .filter(finding -> finding.code().equals("HOST-020"))
                .toList();

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.range().orElseThrow().source()).isEqualTo("site-2.json");
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.range().source()).isEqualTo("site.json"));
        });
    }

    @Test
    void aLongNameIsToldOnceForAllHosts() {
        assertThat(codes(HostRules.NAME_TOO_LONG.explanation().bad())).containsOnlyOnce("HOST-022");
    }

    @Test
    void aFreeHostNumberIsOffered() {
        Finding finding = findings("site: {spec: {controlPlaneEndpoint: {vip: {hostNumber: 11}}}}").stream()
                .filter(found -> found.code().equals("NET-023"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.fixes().get(0).edits()).singleElement().satisfies(edit -> {
            assertThat(edit.replacement()).isEqualTo("2");
            assertThat(edit.range()).isEqualTo(finding.range().orElseThrow());
        });
    }

    private static String disks(String install, String data) {
        return "profile: {spec: {hostClasses: {small-box: {disks: [{device: " + install
                + ", size: 480Gi, type: ssd, use: install}, {device: " + data
                + ", size: 240Gi, type: ssd, use: data}]}}}}";
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

    @Test
    void withoutADayNoCertificateIsEarlyOrLate() {
        String certificate = ExampleCertificates.trusting(ExampleCertificates.ROOT);

        assertThat(codes("{today: unknown, " + certificate + "}")).noneMatch(code -> code.startsWith("CERT-"));
    }

    private static String network(String key, String value) {
        return "site: {spec: {network: {" + key + ": " + value + "}}}";
    }

    private static List<String> codes(String changes) {
        return findings(changes).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(String changes) {
        return Farstead.create().check(Example.of(changes).input()).findings();
    }
}
