// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static dev.farstead.compiler.check.PassedFindings.edits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is passed on to RKE2 is held to the exact release, and to what RKE2 does otherwise than K3s. */
final class PassedToRke2Test {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // On both sides of the first patch that has the key or value.
                "1.28.7  | datastore-endpoint: 'mysql://db'         | DIST-102",
                "1.28.9  | datastore-endpoint: 'mysql://db'         |",
                "1.28.11 | ingress-controller: [none]               | DIST-102",
                "1.28.12 | ingress-controller: [none]               |",
                "1.27.5  | disable: [rke2-ingress-nginx, rke2-metrics-server, rke2-flannel] | DIST-111",
                "1.27.11 | disable: [rke2-ingress-nginx, rke2-metrics-server, rke2-flannel] |",
                "1.26.4  | kube-controller-manager-arg: [pod-eviction-timeout=1m] |",
                "1.27.2  | kube-controller-manager-arg: [pod-eviction-timeout=1m] | DIST-121",
            })
    void aKeyOrArgumentBelongsToSomeReleases(String version, String config, String code) {
        PassedFindings.expect(PassedFindings.about("rke2", version, config), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls-san: [a.example.com]               |",
                "tls-san: a.example.com                 | DIST-108",
                "tls-sans: [a.example.com]              | DIST-101",
                "node-label: [node-role.kubernetes.io/worker=true] | DIST-160",
                "node-taint: ['a=b:PreferNoSchedule']   |",
                "tls-san: ['*.example.com', api.example.com] |",
                "tls-san: ['bad name']                  | DIST-163",
                "etcd-image: registry.example.com/rancher/hardened-etcd:v3.5.9-k3s1-build20230802 |",
                "etcd-image: 'rancher/etcd v3.5.9'      | DIST-163",
                "snapshotter: zfs                       |",
                "snapshotter: overlayfs2                | DIST-190",
                "node-taint: [a=b]                      | DIST-161",
                "etcd-snapshot-schedule-cron: '@daily'  |",
                "etcd-snapshot-schedule-cron: '@often'  | DIST-162",
                "service-node-port-range: 1-70000       | DIST-163",
                "https-listen-port: 443                 | DIST-114",
                "disable-agent: true                    | DIST-168",
                "disable-etcd: true                     | DIST-168",
                "bind-address: '::1'                    | DIST-168",
                "cluster-dns: [10.43.0.10]              | DIST-169",
                "etcd-s3-region: eu-central-1           | DIST-170",
                "write-kubeconfig-mode: '0o600'         | DIST-172",
                "flannel-backend: none                  | DIST-114",
                "disable-network-policy: true           | DIST-114",
                "cluster-init: true                     | DIST-114",
                "secrets-encryption-provider: x         | DIST-101",
                "no-flannel: true                       | DIST-101",
                "token: x                               | DIST-104",
                "server: 'https://a:9345'               | DIST-104",
                "cni: calico                            | DIST-104",
                "cni: [multus, canal]                   | DIST-104",
                "cluster-cidr: 10.42.0.0/16             | DIST-104",
                "write-kubeconfig: /etc/k               | DIST-104",
                "audit-policy-file: /etc/audit.yaml     | DIST-104",
                "disable: [rke2-ingress-nginx, rke2-metrics-server] |",
                "disable: [rke2-ingress-nginx]          | DIST-151",
                "disable: [rke2-ingress-nginx, rke2-metrics-server, traefik] | DIST-115",
                "disable: [rke2-ingress-nginx, rke2-metrics-server, metrics-server] | DIST-115",
                "disable: [rke2-ingress-nginx, rke2-metrics-server, rke2-nginx] | DIST-111",
                "node-name: a                           | DIST-105",
                "etcd-snapshot-retention: '12'          | DIST-107",
                "write-kubeconfig-mode: 600             | DIST-107",
                "egress-selector-mode: clusters         | DIST-110",
                "profile: cis                           | K8S-022",
                "profile: cis-1.6                       | DIST-110,K8S-022",
                "default-runtime: runc                  |",
                "kubelet-arg: [max-pods=64]             |",
                "kubelet-arg: [max-pod=64]              | DIST-120",
                "kubelet-arg: [max-pods=many]           | DIST-122",
                "kubelet-arg: [client-ca-file=/a]       | DIST-124",
                "kube-apiserver-arg: [audit-log-path=/a] | DIST-124",
                "kube-apiserver-arg: [admission-control-config-file=/a] | DIST-124",
                "kube-apiserver-arg: [advertise-port=6443] | DIST-121",
                "kube-apiserver-arg: [feature-gates=No=true] | DIST-130",
                "kube-apiserver-arg: [enable-admission-plugins=EventRateLimit] | DIST-134",
            })
    void eachFaultIsFound(String config, String codes) {
        assertThat(PassedFindings.about("rke2", "1.28.13", config))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(codes == null ? new String[0] : codes.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: cis                                         |",
                "profile: cis-1.23                                    |",
                "profile: cis-1.6                                     | DIST-110",
                "protect-kernel-defaults: false                       | K8S-021",
                "protect-kernel-defaults: true                        |",
                "kube-apiserver-arg: [profiling=true]                 | K8S-020",
                "kube-apiserver-arg: [audit-log-maxage=29]            | K8S-020",
                "kube-apiserver-arg: ['enable-admission-plugins=NodeRestriction'] | K8S-020",
                "kubelet-arg: ['feature-gates+=NodeSwap=true']        |",
            })
    void hardeningHoldsAgainstWhatIsPassedOn(String config, String code) {
        PassedFindings.expect(PassedFindings.about("rke2", "1.28.13", "cis", config), code);
    }

    /** What each component of a release knows was asked of the components themselves. */
    @ParameterizedTest
    @CsvSource({
        "1.26.14, kube-proxy, ContextualLogging=true, false",
        "1.26.14, kubelet, ContextualLogging=true, true",
        "1.27.15, kube-proxy, ContextualLogging=true, true",
        "1.26.14, kubelet, IPv6DualStack=true, false",
        "1.26.14, kube-controller-manager, IPv6DualStack=true, true",
    })
    void aGateThatOnlyOtherComponentsHaveIsRefused(String version, String component, String gate, boolean known) {
        String config = component + "-arg: ['feature-gates+=" + gate + "']";
        List<Finding> found = PassedFindings.about("rke2", version, config);
        if (known) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("DIST-130");
                assertThat(finding.message())
                        .isEqualTo(component + " 1.26 has no feature gate `" + gate.replace("=true", "") + "`");
                assertThat(finding.label()).contains("other components have it");
            });
        }
        assertThat(PassedFindings.about("k3s", version, config))
                .as("in one process with the others")
                .isEmpty();
    }

    @Test
    void theReleaseIsNamed() {
        assertThat(PassedFindings.about("rke2", "1.29.12", "flannel-backend: none"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("RKE2 1.29.12 has no key `flannel-backend`");
                    assertThat(finding.label()).contains("this is a key of K3s");
                    assertThat(finding.fixes())
                            .extracting(Fix::text)
                            .containsExactly("leave the key out: the network follows from `network.cni`");
                });
    }

    @Test
    void aNameOfK3sBecomesThatOfTheChart() {
        assertThat(PassedFindings.about("rke2", "1.28.13", "disable: [metrics-server]"))
                .filteredOn(finding -> finding.code().equals("DIST-115"))
                .singleElement()
                .satisfies(finding -> assertThat(edits(finding)).containsExactly("\"rke2-metrics-server\""));
    }

    /** The provider hands workers everything; what they do not know they skip. */
    @Test
    void everythingReachesTheWorkers() {
        String worker = "site: {spec: {hosts: [{name: w, role: worker, class: small-box, "
                + "interfaces: {enp1s0: {hostNumber: 21}}}]}}";
        String profile = "profile: {spec: {kubernetes: {flavor: rke2, version: \"1.28.13\", config: "
                + "{default-runtime: runc, lb-server-port: 0, tls-san: [a.example.com]}}}}";
        assertThat(PassedFindings.in(profile + "\n" + worker))
                .extracting(Finding::code)
                .containsOnly("STOR-003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256                                        |",
                "true  | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 | FIPS-020",
                "false | TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 |",
            })
    void fipsModeTakesApprovedCiphersOnly(boolean fips, String suites, String code) {
        var found = PassedFindings.in("profile: {spec: {fips: " + fips + ", kubernetes: {flavor: rke2, version: "
                        + "\"1.28.13\", config: {kubelet-arg: [\"tls-cipher-suites=" + suites + "\"]}}}}")
                .stream()
                .filter(finding -> finding.path().contains("config"))
                .toList();
        PassedFindings.expect(found, code);
        found.forEach(finding -> assertThat(edits(finding))
                .containsExactly("\"tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry: {domain: r.example.com, username: u, password: {secretRef: p}} | DIST-135",
                "inClusterRegistry: {name: harbor-edge-native-config}                     | DIST-135",
                "bundle: content                                                          |",
            })
    void aRegistryOfOnesOwnDoesNotGoWithPullingAlways(String content, String code) {
        var found = PassedFindings.in(
                        "profile: {spec: {content: {" + content + "}, kubernetes: {flavor: rke2, version: "
                                + "\"1.28.13\", config: {kube-apiserver-arg: ['enable-admission-plugins+=AlwaysPullImages']}}}}")
                .stream()
                .filter(finding -> finding.path().contains("config"))
                .toList();
        PassedFindings.expect(found, code);
    }
}
