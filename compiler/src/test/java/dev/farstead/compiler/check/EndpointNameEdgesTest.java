// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and addresses of the API that lead to no machine, or to that of another site. */
final class EndpointNameEdgesTest {
    private static final List<String> OF_ENDPOINTS = List.of("NET-069", "NET-070", "NET-091", "NET-096", "NET-097");

    private static List<String> ofEndpoints(String changes) {
        return Example.of(changes).codes().stream()
                .filter(OF_ENDPOINTS::contains)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "loadBalancer, api.example.com,",
        "loadBalancer, 10.20.4.9,",
        "loadBalancer, localhost.example.com,",
        "loadBalancer, mylocalhost,",
        "loadBalancer, fd00::9, NET-096",
        "loadBalancer, 2001:db8::9, NET-096",
        "loadBalancer, ::1, NET-096",
        "loadBalancer, 127.0.0.1, NET-070",
        "loadBalancer, localhost, NET-097",
        "loadBalancer, LocalHost, NET-097",
        "loadBalancer, localhost.localdomain, NET-097",
        "loadBalancer, api.localhost, NET-097",
        "loadBalancer, api.localhost.localdomain, NET-097",
        "ddns, store-1.example.com,",
        "ddns, localhost, NET-091",
        "ddns, api.localhost, NET-097",
        "ddns, localhost.localdomain, NET-097",
    })
    void anEndpointOfTheApi(String kind, String host, String code) {
        assertThat(ofEndpoints("site: {spec: {controlPlaneEndpoint: {" + kind + ": \"" + host + "\"}}}"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"api.example.com,", "fd00::9, NET-096", "localhost, NET-097"})
    void withoutTheAgent(String host, String code) {
        assertThat(ofEndpoints("""
                        profile:
                          spec:
                            agent: null
                            image: null
                            storage: null
                            network: {cni: {name: flannel, version: null}}
                            hostClasses: {small-box: {afterInstall: null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}
                            site: {registration: null, controlPlaneEndpoint: {vip: null, loadBalancer: "%s"}}
                        site: {spec: {clusterToken: {secretRef: cluster-token}}}
                        """.formatted(host))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ddns: api.example.com}            | {ddns: api.example.com}            | TOPO-024",
                "{ddns: api.example.com}            | {loadBalancer: API.example.COM}    | TOPO-024",
                "{ddns: api.example.com}            | {loadBalancer: api.example.com}    | TOPO-024",
                "{loadBalancer: api.example.com}    | {loadBalancer: Api.example.com}    | TOPO-024",
                "{loadBalancer: 10.99.0.9}          | {loadBalancer: 10.99.0.9}          | TOPO-024",
                "{loadBalancer: api.example.com}    | {loadBalancer: api2.example.com}   |",
                "{loadBalancer: 10.99.0.9}          | {loadBalancer: 10.99.0.8}          |",
                "{loadBalancer: localhost}          | {loadBalancer: localhost}          |",
                "{loadBalancer: \"fd00::9\"}        | {loadBalancer: \"fd00::9\"}        |",
                "{loadBalancer: {hostNumber: 9}}    | {loadBalancer: {hostNumber: 9}}    |",
                "{vip: {hostNumber: 9}}             | {vip: {hostNumber: 9}}             |",
            })
    void theEndpointsOfTwoSites(String first, String second, String code) {
        List<Finding> found = shared("site: {spec: {controlPlaneEndpoint: " + first + "}}\n"
                + "sites: [{metadata: {name: store-2}, spec: {network: {lan: 10.20.5.0/24}, controlPlaneEndpoint: "
                + second
                + "}}]");

        assertThat(found).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.range().orElseThrow().source()).isEqualTo("site-2.json");
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.range().source()).isEqualTo("site.json"));
        });
    }

    @Test
    void anAddressOfEachLanIsAnotherMachineAtEach() {
        assertThat(shared("""
                site: {spec: {controlPlaneEndpoint: {loadBalancer: 10.20.4.9}}}
                sites: [{metadata: {name: store-2}, spec: {controlPlaneEndpoint: {loadBalancer: 10.20.4.9}}}]""")).isEmpty();
    }

    @Test
    void anEndpointOfTheProfileIsOneFindingForAllItsSites() {
        assertThat(shared("""
                profile: {spec: {site: {controlPlaneEndpoint: {vip: null, ddns: api.example.com}}}}
                sites:
                  - {metadata: {name: store-2}, spec: {network: {lan: 10.20.5.0/24}}}
                  - {metadata: {name: store-3}, spec: {network: {lan: 10.20.6.0/24}}}
                """)).singleElement().satisfies(finding -> {
            assertThat(finding.range().orElseThrow().source()).isEqualTo("profile.json");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("site `store-2` and every other without an endpoint of its own");
            assertThat(finding.related())
                    .singleElement()
                    .satisfies(related -> assertThat(related.range().source()).isEqualTo("site.json"));
        });
    }

    @Test
    void anEndpointOfTheProfileIsRightForOneSite() {
        assertThat(shared("profile: {spec: {site: {controlPlaneEndpoint: {vip: null, ddns: api.example.com}}}}"))
                .isEmpty();
    }

    private static List<Finding> shared(String changes) {
        return Stream.of(Example.of(changes))
                .flatMap(example -> example.findings().stream())
                .filter(finding -> finding.code().equals("TOPO-024"))
                .toList();
    }
}
