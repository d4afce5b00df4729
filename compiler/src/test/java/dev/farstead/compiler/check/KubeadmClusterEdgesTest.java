// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on to kubeadm and keeps a cluster from coming up, or its pods from finding anything. */
final class KubeadmClusterEdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initConfiguration: {localAPIEndpoint: {bindPort: 6443}}                    |",
                "initConfiguration: {localAPIEndpoint: {bindPort: 0}}                       |",
                "initConfiguration: {localAPIEndpoint: {bindPort: 6444}}                    | DIST-177",
                "joinConfiguration: {controlPlane: {localAPIEndpoint: {bindPort: 6444}}}    | DIST-142",
                "clusterConfiguration: {certificatesDir: /etc/kubernetes/pki/}              |",
                "clusterConfiguration: {certificatesDir: /etc/kubernetes/ssl}               | DIST-178",
                "joinConfiguration: {caCertPath: /etc/kubernetes/pki/ca.crt}                |",
                "joinConfiguration: {caCertPath: /etc/kubernetes/pki}                       | DIST-178",
                "joinConfiguration: {caCertPath: /etc/kubernetes/ssl/ca.crt}                | DIST-178",
                "clusterConfiguration: {networking: {dnsDomain: cluster.local}}             |",
                "clusterConfiguration: {networking: {dnsDomain: edge.local}}                | DIST-179",
                "kubeletConfiguration: {clusterDomain: cluster.local}                       |",
                "kubeletConfiguration: {clusterDomain: edge.local}                          | DIST-179",
                "clusterConfiguration: {networking: {dnsDomain: edge.local}}, "
                        + "kubeletConfiguration: {clusterDomain: edge.local}                |",
                "kubeletConfiguration: {clusterDNS: [100.64.64.10]}                         |",
                "kubeletConfiguration: {clusterDNS: [169.254.20.10]}                        |",
                "kubeletConfiguration: {clusterDNS: [10.96.0.10]}                           | DIST-169",
                "kubeletConfiguration: {clusterDNS: [100.64.64.0]}                          | DIST-169",
                "kubeletConfiguration: {clusterDNS: [10.96.0.10]}, "
                        + "initConfiguration: {skipPhases: [addon/coredns]}                 |",
            })
    void aField(String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.28.13", config), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.28.13 | initConfiguration | preflight                            |",
                "1.28.13 | initConfiguration | kubelet-finalize                     |",
                "1.28.13 | initConfiguration | mark-control-plane                   |",
                "1.28.13 | initConfiguration | addon/coredns                        |",
                "1.28.13 | initConfiguration | addon                                | DIST-182",
                "1.28.13 | initConfiguration | addon/kube-proxy                     | DIST-182",
                "1.28.13 | initConfiguration | kube-proxy                           | DIST-180",
                "1.28.13 | initConfiguration | addons/kube-proxy                    | DIST-180",
                "1.28.13 | initConfiguration | Preflight                            | DIST-180",
                "1.28.13 | initConfiguration | control-plane-join                   | DIST-180",
                "1.28.13 | initConfiguration | certs                                | DIST-181",
                "1.28.13 | initConfiguration | certs/etcd-peer                      | DIST-181",
                "1.28.13 | initConfiguration | kubeconfig/scheduler                 | DIST-181",
                "1.28.13 | initConfiguration | kubeconfig/super-admin               | DIST-180",
                "1.29.10 | initConfiguration | kubeconfig/super-admin               | DIST-181",
                "1.28.13 | initConfiguration | etcd/local                           | DIST-181",
                "1.28.13 | initConfiguration | control-plane                        | DIST-181",
                "1.28.13 | initConfiguration | kubelet-start                        | DIST-181",
                "1.28.13 | initConfiguration | bootstrap-token                      | DIST-181",
                "1.28.13 | initConfiguration | upload-config/kubelet                | DIST-181",
                "1.28.13 | initConfiguration | upload-certs                         | DIST-181",
                "1.28.13 | joinConfiguration | preflight                            |",
                "1.28.13 | joinConfiguration | control-plane-join/mark-control-plane |",
                "1.28.13 | joinConfiguration | control-plane-join/etcd              | DIST-181",
                "1.28.13 | joinConfiguration | control-plane-prepare/download-certs | DIST-181",
                "1.28.13 | joinConfiguration | kubelet-start                        | DIST-181",
                "1.28.13 | joinConfiguration | certs                                | DIST-180",
            })
    void aPhaseThatIsSkipped(String version, String section, String phase, String code) {
        PassedFindings.expect(
                PassedFindings.about("pxk-e", version, section + ": {skipPhases: [" + phase + "]}"), code);
    }

    @Test
    void aPartOfAPhaseIsProposedByItsWholeName() {
        assertThat(PassedFindings.about("pxk-e", "1.28.13", "initConfiguration: {skipPhases: [kube-proxy]}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("kubeadm 1.28.13 has no phase `kube-proxy` in `initConfiguration`");
                    assertThat(PassedFindings.edits(finding)).containsExactly("\"addon/kube-proxy\"");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"k3s", "rke2"})
    void kubeProxyIsMissedOnOtherDistributionsToo(String flavor) {
        assertThat(PassedFindings.about(flavor, "1.28.13", "disable-kube-proxy: true"))
                .filteredOn(finding -> finding.code().equals("DIST-182"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(PassedFindings.about(flavor, "1.28.13", "disable-kube-proxy: false"))
                .extracting(Finding::code)
                .doesNotContain("DIST-182");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initConfiguration: {localAPIEndpoint: {bindPort: 6444}}      | DIST-177",
                "joinConfiguration: {caCertPath: /ca.crt}                     | DIST-178",
                "kubeletConfiguration: {clusterDomain: edge.local}            | DIST-179",
                "kubeletConfiguration: {clusterDNS: [10.96.0.10]}             | DIST-169",
                "initConfiguration: {skipPhases: [certs]}                     | DIST-181",
                "initConfiguration: {skipPhases: [cert]}                      | DIST-180",
                "initConfiguration: {skipPhases: [addon/kube-proxy]}          | DIST-182",
            })
    void whatASiteAdds(String config, String code) {
        PassedFindings.expect(
                PassedFindings.in("{profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\"}}}, "
                        + "site: {spec: {kubernetes: {config: {" + config + "}}}}}"),
                code);
    }

    @Test
    void aSiteThatMovesItsServicesMovesTheDnsOfItsProfile() {
        String profile = "profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", "
                + "config: {kubeletConfiguration: {clusterDNS: [100.64.64.10]}}}}}";
        assertThat(PassedFindings.in("{" + profile + ", site: {spec: {network: {serviceCidr: 172.30.0.0/16}}}}"))
                .extracting(Finding::code)
                .containsExactly("DIST-169");
    }

    @Test
    void aDomainThatTheSiteCompletesIsTheSame() {
        assertThat(PassedFindings.in("{profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", "
                        + "config: {clusterConfiguration: {networking: {dnsDomain: edge.local}}}}}}, "
                        + "site: {spec: {kubernetes: {config: {kubeletConfiguration: {clusterDomain: edge.local}}}}}}"))
                .isEmpty();
    }
}
