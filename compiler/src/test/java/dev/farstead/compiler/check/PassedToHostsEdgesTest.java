// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.origin.Sourced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a host can't keep: its directories, its users, its registries and what it reaches without a proxy. */
final class PassedToHostsEdgesTest {
    private static final String PROXY = "site: {spec: {network: {proxy: {http: \"http://proxy.example.com:3128\", "
            + "https: \"http://proxy.example.com:3128\"}}}}";

    @ParameterizedTest
    @CsvSource({
        "/var/lib/rancher/k3s,",
        "/var/lib/rancher,",
        "/var/lib/rancher/,",
        "//var//lib/rancher/a,",
        "/usr/local/k3s,",
        "/opt/k3s,",
        "/var/lib/calico/k3s,",
        "/var/lib/rancher2, DIST-185",
        "/var/lib/k3s, DIST-185",
        "/var/lib, DIST-185",
        "/data/k3s, DIST-185",
        "/srv/k3s, DIST-185",
        "/tmp, DIST-185",
        "/var/lib/rancher/../k3s, DIST-185",
        "var/lib/rancher/k3s, DIST-185",
    })
    void theDirectoryOfAHostWithTheAgent(String path, String code) {
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", "data-dir: " + path), code);
        PassedFindings.expect(PassedFindings.about("rke2", "1.28.13", "data-dir: " + path), code);
    }

    @Test
    void theDirectoryThatASiteWrites() {
        assertThat(PassedFindings.in("site: {spec: {kubernetes: {config: {data-dir: /data/k3s}}}}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("DIST-185");
                    assertThat(finding.range().orElseThrow().source()).isEqualTo("site.json");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token: x               | it is the site's `clusterToken`",
                "token-file: /etc/t     | it takes the place of the site's `clusterToken`",
                "server: 'https://a'    | it follows from `controlPlaneEndpoint`",
                "cluster-init: true     | it is written on the host that starts the cluster",
                "flannel-backend: none  | it follows from `network.cni`: Flannel runs with the defaults of K3s",
                "write-kubeconfig: /k   | `kubectl` on the host looks for the file where it is by default",
            })
    void aPlainSystemHasNeitherProviderNorManagementPlane(String config, String owner) {
        assertThat(Example.of("profile: {spec: {agent: null, image: null, storage: null, kubernetes: {config: {"
                                + config
                                + "}}, network: {cni: {name: flannel, version: null}}, hostClasses: {small-box: {afterInstall: "
                                + "null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
                        .findings())
                .filteredOn(finding -> finding.code().equals("DIST-104"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.label()).contains(owner));
    }

    @Test
    void aPlainSystemKeepsAllDirectories() {
        assertThat(Example.of("""
                        profile:
                          spec:
                            agent: null
                            image: null
                            storage: null
                            kubernetes: {config: {data-dir: /data/k3s}}
                            network: {cni: {name: flannel, version: null}}
                            hostClasses: {small-box: {afterInstall: null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}
                            site: {registration: null, controlPlaneEndpoint: {vip: null, loadBalancer: api.example.com}}
                        site: {spec: {clusterToken: {secretRef: cluster-token}}}
                        """).codes()).doesNotContain("DIST-185");
    }

    /** Newer releases of RKE2 take SQLite then, unless the file has a `server`, as that of a host with the agent has. */
    @ParameterizedTest
    @CsvSource({
        "1.28.10, 1, profile, DIST-168",
        "1.28.11, 1, profile,",
        "1.28.11, 3, profile, DIST-168",
        "1.28.11, 1, site,",
        "1.28.11, 3, site, DIST-168",
        "1.27.14, 1, site, DIST-168",
        "1.29.15, 1, profile,",
        "1.26.15, 1, profile, DIST-168",
    })
    void rke2WithoutEtcdIsForASingleServer(String version, int servers, String layer, String code) {
        String config = "config: {disable-etcd: true}";
        String workers = servers == 1 ? ", hosts: [{name: b, role: worker}, {name: c, role: worker}]" : "";
        List<Finding> found = Example.of("""
                        profile:
                          spec:
                            agent: null
                            image: null
                            storage: null
                            kubernetes: {flavor: rke2, version: "%s", hardening: none, %s}
                            network: {cni: {name: calico, version: null}}
                            hostClasses: {small-box: {afterInstall: null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}
                            site: {registration: null, controlPlaneEndpoint: {vip: null, loadBalancer: api.example.com}}
                        site: {spec: {clusterToken: {secretRef: cluster-token}, kubernetes: {%s}%s}}
                        """.formatted(
                                version,
                                layer.equals("profile") ? config : "config: {}",
                                layer.equals("site") ? config : "config: {}",
                                workers))
                .findings()
                .stream()
                .filter(finding -> finding.code().equals("DIST-168"))
                .toList();

        assertThat(found).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(found)
                .allSatisfy(finding ->
                        assertThat(finding.range().orElseThrow().source()).isEqualTo(layer + ".json"));
    }

    @ParameterizedTest
    @CsvSource({
        "rke2, cis,  etcd, SEC-017",
        "rke2, cis,  etcd2,",
        "rke2, none, etcd,",
        "k3s,  cis,  etcd,",
    })
    void aUserOfTheNameOfTheServers(String flavor, String hardening, String name, String code) {
        assertThat(Example.of("profile: {spec: {kubernetes: {flavor: " + flavor + ", hardening: " + hardening + "}}}\n"
                                + "site: {spec: {users: [{name: " + name + ", passwordHash: {secretRef: p}}]}}")
                        .codes())
                .filteredOn(found -> found.equals("SEC-017"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example.com, , ",
        "registry.example.com:5000, , ",
        "registry:5000, , ",
        "10.20.4.5:5000, , ",
        "localhost, , ",
        "'', , ",
        "registry.example.com/mirror, , DIST-186",
        "https://registry.example.com, DIST-186, DIST-186",
        "http://registry.example.com:5000, DIST-186, DIST-186",
        "registry.example.com/, DIST-186, DIST-186",
        "registry, DIST-186, DIST-186",
        "registry/mirror, DIST-186, DIST-186",
        "registry.example.com:99999, DIST-186, DIST-186",
        "registry.example.com:, DIST-186, DIST-186",
        "'registry.example.com registry', DIST-186, DIST-186",
        "'[fd00::9]:5000', DIST-186, DIST-186",
    })
    void theRegistryOfTheDistribution(String registry, String k3s, String rke2) {
        String config = "system-default-registry: \"" + registry + "\"";
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", config), k3s);
        PassedFindings.expect(PassedFindings.about("rke2", "1.28.13", config), rke2);
    }

    @ParameterizedTest
    @CsvSource({
        "k3s, https://registry.example.com, registry.example.com",
        "k3s, https://registry.example.com:5000/mirror/, registry.example.com:5000/mirror",
        "rke2, https://registry.example.com:5000/mirror/, registry.example.com:5000",
    })
    void theHostThatIsMeant(String flavor, String registry, String meant) {
        List<Finding> found = PassedFindings.about(flavor, "1.28.13", "system-default-registry: \"" + registry + "\"");

        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(PassedFindings.edits(finding))
                        .singleElement()
                        .asString()
                        .contains(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flavor: k3s | cluster-domain: corp.local",
                "flavor: rke2 | cluster-domain: corp.local",
                "flavor: pxk-e | clusterConfiguration: {networking: {dnsDomain: corp.local}}",
            })
    void theDomainOfTheClusterIsReachedWithoutTheProxy(String flavor, String config) {
        assertThat(direct("profile: {spec: {kubernetes: {" + flavor + ", config: {" + config + "}}}}\n" + PROXY))
                .endsWith(".svc", ".cluster.local", ".corp.local");
    }

    @Test
    void theDomainThatASiteSetsIsReachedWithoutTheProxy() {
        assertThat(direct("site: {spec: {kubernetes: {config: {cluster-domain: corp.local}}, network: {proxy: "
                        + "{http: \"http://proxy.example.com:3128\", https: \"http://proxy.example.com:3128\"}}}}"))
                .endsWith(".svc", ".cluster.local", ".corp.local");
    }

    @Test
    void theDomainOfAllClustersStandsOnce() {
        assertThat(direct("profile: {spec: {kubernetes: {config: {cluster-domain: cluster.local}}}}\n" + PROXY))
                .containsOnlyOnce(".cluster.local");
    }

    private static List<String> direct(String changes) {
        ResolvedSite site = Example.of(changes).sites().get(0).site();
        return site.network().proxy().orElseThrow().noProxy().stream()
                .map(Sourced::value)
                .toList();
    }
}
