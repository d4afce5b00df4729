// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules about sites begin to hold, and which of them stay silent beside another; for networks see {@link NetworkRuleEdgesTest}. */
final class SiteRuleEdgesTest {
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

    @Test
    void dhcpOnASecondInterfaceIsOneMistake() {
        String hosts =
                "site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, enp2s0: {dhcp: true}}}%s]}}";

        assertThat(codes(String.format(hosts, "")))
                .contains("TOPO-021")
                .doesNotContain("TOPO-022", "TOPO-023", "NET-061");
        assertThat(codes(String.format(hosts, ", {name: b, interfaces: {enp1s0: {dhcp: true}}}")))
                .contains("TOPO-021", "TOPO-022", "NET-061");
    }

    @Test
    void oneHostHasAndTwoHave() {
        assertThat(messages("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {dhcp: true}}}]}}"))
                .contains("1 of the 3 hosts of site `store-1` has an address from DHCP");
        assertThat(messages("site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {dhcp: true}}}, "
                        + "{name: b, interfaces: {enp1s0: {dhcp: true}}}]}}"))
                .contains("2 of the 3 hosts of site `store-1` have addresses from DHCP");
    }

    private static List<String> messages(String changes) {
        return Example.of(changes).findings().stream().map(Finding::message).toList();
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
        Finding finding = Example.of("profile: {spec: {network: {cni: {version: 3.28.1}}}}").findings().stream()
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

    @Test
    void aSiteWithoutHostsIsOneFinding() {
        assertThat(codes("profile: {spec: {site: {hosts: null}}}"))
                .filteredOn(code -> !code.equals("SEC-001"))
                .containsExactly("TOPO-001");
    }

    @Test
    void aSharedIdentifierIsToldOnceAtTheLaterSite() {
        List<Finding> found = Example.of(
                        HostRules.IDENTIFIER_TWICE.explanation().bad())
                .findings()
                .stream()
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
    void aHostWithARegistryOutsideIsNotSaidToHaveNone() {
        String bundle = "content: {bundle: content-stores%s}, site: {registration: null}}}, "
                + "site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}}";
        String profile = "{profile: {spec: {mode: air-gapped, ";
        String registry = ", registry: {domain: r.example.com, username: puller, password: {secretRef: p}}";

        assertThat(codes(profile + String.format(bundle, ""))).contains("MODE-024");
        assertThat(codes(profile + String.format(bundle, registry)))
                .contains("DATA-031")
                .doesNotContain("MODE-024");
    }

    private static String disks(String install, String data) {
        return "profile: {spec: {hostClasses: {small-box: {disks: [{device: " + install
                + ", size: 480Gi, type: ssd, use: install}, {device: " + data
                + ", size: 240Gi, type: ssd, use: data}]}}}}";
    }

    @Test
    void withoutADayNoCertificateIsEarlyOrLate() {
        String certificate = ExampleCertificates.trusting(ExampleCertificates.ROOT);

        assertThat(codes("{today: unknown, " + certificate + "}")).noneMatch(code -> code.startsWith("CERT-"));
    }

    private static List<String> codes(String changes) {
        return Example.of(changes).codes();
    }
}
