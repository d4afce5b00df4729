// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With hardening nothing is passed on that breaks an item of the benchmark, and what the benchmark leaves open is taken. */
final class BenchmarkEdgesTest {
    private static List<Finding> agentless(String flavor, String cni, String hardening, String config) {
        return PassedFindings.in("{profile: {spec: {agent: null, image: null, storage: null, "
                        + "network: {cni: {name: " + cni + ", version: null}}, kubernetes: {flavor: " + flavor
                        + ", version: \"1.28.13\", hardening: " + hardening + ", config: {" + config + "}}, "
                        + "hostClasses: {small-box: {afterInstall: null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, "
                        + "use: install}]}}, site: {registration: null, controlPlaneEndpoint: {vip: null, loadBalancer: "
                        + "api.example.com}}}}, site: {spec: {clusterToken: {secretRef: cluster-token}}}}")
                .stream()
                .filter(finding -> finding.code().startsWith("K8S-02"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubelet-arg: [anonymous-auth=true]                        | K8S-023",
                "kubelet-arg: [config=/etc/kubelet.yaml]                   | K8S-027",
                "kubelet-arg: ['config=']                                  |",
                "kube-scheduler-arg: [config=/etc/scheduler.yaml]          | K8S-027",
                "kube-proxy-arg: [config=/etc/proxy.yaml]                  | K8S-027",
                "secrets-encryption: true                                  |",
                "kubelet-arg: [anonymous-auth=1]                           | K8S-023",
                "kubelet-arg: [anonymous-auth]                             | K8S-023",
                "kubelet-arg: [anonymous_auth=true]                        | K8S-023",
                "kubelet-arg: [anonymous-auth=false]                       |",
                "kubelet-arg: [anonymous-auth=f]                           |",
                "kubelet-arg: [anonymous-auth=maybe]                       | DIST-122",
                "kubelet-arg: [authorization-mode=AlwaysAllow]             | K8S-023",
                "kubelet-arg: [authorization-mode=Webhook]                 |",
                "kubelet-arg: [streaming-connection-idle-timeout=0]        | K8S-023",
                "kubelet-arg: [streaming-connection-idle-timeout=0h0m0.0s] | K8S-023",
                "kubelet-arg: [streaming-connection-idle-timeout=1s]       |",
                "kubelet-arg: [streaming-connection-idle-timeout=4h]       |",
                "kubelet-arg: [make-iptables-util-chains=false]            | K8S-023",
                "kubelet-arg: [make-iptables-util-chains=true]             |",
                "kubelet-arg: [rotate-certificates=false]                  | K8S-023",
                "kubelet-arg: [rotate-certificates=true]                   |",
                "kubelet-arg: [read-only-port=10255]                       | K8S-020",
                "kubelet-arg: [read-only-port=0]                           |",
                "kubelet-arg: [tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA] | K8S-020",
                "kube-apiserver-arg: [anonymous-auth=true]                 |",
                "kube-apiserver-arg: [anonymous-auth=false]                |",
                "kube-apiserver-arg: [token-auth-file=/etc/tokens.csv]     | K8S-023",
                "kube-apiserver-arg: [service-account-lookup=false]        | K8S-023",
                "kube-apiserver-arg: [service-account-lookup=true]         |",
                "kube-apiserver-arg: [authorization-mode=AlwaysAllow]      | K8S-020",
                "kube-apiserver-arg: ['authorization-mode=Node,RBAC']      |",
                "kube-apiserver-arg: [profiling=true]                      | K8S-020",
                "kube-apiserver-arg: ['disable-admission-plugins+=ServiceAccount']     | K8S-023",
                "kube-apiserver-arg: ['disable-admission-plugins+=NamespaceLifecycle'] | K8S-023",
                "kube-apiserver-arg: ['disable-admission-plugins+=DefaultIngressClass'] |",
                "kube-apiserver-arg: ['enable-admission-plugins+=AlwaysAdmit']         | K8S-023",
                "kube-controller-manager-arg: [profiling=true]             | K8S-020",
                "kube-controller-manager-arg: [use-service-account-credentials=false] | K8S-020",
                "kube-controller-manager-arg: [bind-address=0.0.0.0]       | K8S-023",
                "kube-controller-manager-arg: [bind-address=127.0.0.1]     |",
                "kube-controller-manager-arg: [terminated-pod-gc-threshold=50] |",
                "kube-scheduler-arg: [profiling=true]                      | K8S-020",
                "kube-scheduler-arg: [bind-address=0.0.0.0]                | K8S-023",
                "kube-scheduler-arg: [bind-address=127.0.0.1]              |",
                "'kube-proxy-arg: [\"metrics-bind-address=0.0.0.0:10249\"]'   | K8S-023",
                "'kube-proxy-arg: [\"metrics-bind-address=127.0.0.1:10249\"]' |",
                "write-kubeconfig-mode: '644'                              | K8S-023",
                "write-kubeconfig-mode: '0640'                             | K8S-023",
                "write-kubeconfig-mode: '0600'                             |",
                "write-kubeconfig-mode: '400'                              |",
            })
    void whatIsPassedOnToK3sOrRke2(String config, String code) {
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", "cis", config), code);
        PassedFindings.expect(PassedFindings.about("rke2", "1.28.13", "cis", config), code);
        assertThat(PassedFindings.about("k3s", "1.28.13", "none", config))
                .extracting(Finding::code)
                .doesNotContain("K8S-020", "K8S-023", "K8S-027");
    }

    /** The guide of K3s switches it on, and RKE2 has it on by itself. */
    @ParameterizedTest
    @CsvSource({"k3s, cis, K8S-021", "rke2, cis, K8S-023", "k3s, none,", "rke2, none,"})
    void secretsThatAreNotEncrypted(String flavor, String hardening, String code) {
        PassedFindings.expect(PassedFindings.about(flavor, "1.28.13", hardening, "secrets-encryption: false"), code);
    }

    @Test
    void theFileOfTheSchedulerOfKubeadm() {
        assertThat(PassedFindings.about(
                        "pxk-e",
                        "1.28.13",
                        "cis",
                        "clusterConfiguration: {scheduler: {extraArgs: {config: /etc/scheduler.yaml}}}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("K8S-027");
                    assertThat(finding.message())
                            .isEqualTo(
                                    "`config` of kube-scheduler names a file that is not checked against item 1.4.1 of the "
                                            + "CIS benchmark");
                });
    }

    /** No pack says anything here, so each default of the distribution counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubelet-arg: [read-only-port=10255]                       | K8S-023",
                "kubelet-arg: [read-only-port=0x0]                         |",
                "kubelet-arg: [anonymous-auth=true]                        | K8S-023",
                "kubelet-arg: ['feature-gates=RotateKubeletServerCertificate=false'] | K8S-023",
                "kubelet-arg: ['feature-gates=RotateKubeletServerCertificate=true']  |",
                "kube-apiserver-arg: [anonymous-auth=true]                 | K8S-023",
                "kube-apiserver-arg: [anonymous-auth=false]                |",
                "kube-apiserver-arg: [authorization-mode=AlwaysAllow]      | K8S-023",
                "kube-apiserver-arg: [authorization-mode=RBAC]             | K8S-023",
                "kube-apiserver-arg: ['authorization-mode=RBAC,Node']      |",
                "kube-apiserver-arg: [profiling=true]                      | K8S-023",
                "kube-apiserver-arg: [profiling=false]                     |",
                "kube-apiserver-arg: [tls-cipher-suites=TLS_RSA_WITH_AES_128_GCM_SHA256]         | K8S-023",
                "kube-apiserver-arg: [tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]   |",
                "kube-controller-manager-arg: [profiling=true]             | K8S-023",
                "kube-controller-manager-arg: [profiling=false]            |",
                "kube-controller-manager-arg: [use-service-account-credentials=false] | K8S-023",
                "kube-controller-manager-arg: [use-service-account-credentials=true]  |",
                "kube-controller-manager-arg: ['feature-gates=RotateKubeletServerCertificate=f'] | K8S-023",
                "kube-scheduler-arg: [profiling=true]                      | K8S-023",
                "kube-scheduler-arg: [profiling=false]                     |",
                "write-kubeconfig-mode: '644'                              | K8S-023",
                "write-kubeconfig-mode: '600'                              |",
            })
    void whatIsPassedOnToHostsWithoutTheAgent(String config, String code) {
        PassedFindings.expect(agentless("k3s", "flannel", "cis", config), code);
        PassedFindings.expect(agentless("rke2", "none", "cis", config), code);
        assertThat(agentless("k3s", "flannel", "none", config)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit-log-maxage=29    | K8S-023",
                "audit-log-maxage=30    |",
                "audit-log-maxbackup=9  | K8S-023",
                "audit-log-maxbackup=10 |",
                "audit-log-maxsize=99   | K8S-023",
                "audit-log-maxsize=100  |",
                "enable-admission-plugins=EventRateLimit | K8S-023",
                "enable-admission-plugins=NodeRestriction |",
            })
    void theAuditLogOfRke2WithoutTheAgent(String argument, String code) {
        PassedFindings.expect(agentless("rke2", "none", "cis", "kube-apiserver-arg: ['" + argument + "']"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubeletConfiguration: {authentication: {anonymous: {enabled: true}}}  | K8S-023",
                "kubeletConfiguration: {authentication: {anonymous: {enabled: false}}} |",
                "kubeletConfiguration: {authorization: {mode: AlwaysAllow}}            | K8S-023",
                "kubeletConfiguration: {authorization: {mode: Webhook}}                |",
                "kubeletConfiguration: {streamingConnectionIdleTimeout: 0s}            | K8S-023",
                "kubeletConfiguration: {streamingConnectionIdleTimeout: 10m}           |",
                "kubeletConfiguration: {makeIPTablesUtilChains: false}                 | K8S-023",
                "kubeletConfiguration: {makeIPTablesUtilChains: true}                  |",
                "kubeletConfiguration: {rotateCertificates: false}                     | DIST-142",
                "kubeletConfiguration: {rotateCertificates: true}                      | DIST-142",
                "kubeletConfiguration: {featureGates: {RotateKubeletServerCertificate: false}} | DIST-149",
                // The argument of the pack wins over the field.
                "kubeletConfiguration: {readOnlyPort: 10255}                           | DIST-149",
                "clusterConfiguration: {apiServer: {extraArgs: {token-auth-file: /a}}} | K8S-023",
                "clusterConfiguration: {apiServer: {extraArgs: {profiling: 'true'}}}   | K8S-020",
                "clusterConfiguration: {apiServer: {extraArgs: {anonymous-auth: 'true'}}} |",
                "clusterConfiguration: {scheduler: {extraArgs: {bind-address: 0.0.0.0}}} | K8S-023",
                "clusterConfiguration: {controllerManager: {extraArgs: {bind-address: 0.0.0.0}}} | K8S-023",
                "clusterConfiguration: {etcd: {local: {extraArgs: {auto-tls: 'true'}}}}       | K8S-023",
                "clusterConfiguration: {etcd: {local: {extraArgs: {auto-tls: 'false'}}}}      |",
                "clusterConfiguration: {etcd: {local: {extraArgs: {peer-auto-tls: 'true'}}}}  | K8S-023",
                "clusterConfiguration: {etcd: {local: {extraArgs: {peer-auto-tls: 'false'}}}} |",
            })
    void whatIsPassedOnToKubeadm(String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.28.13", "cis", config), code);
    }

    @Test
    void aSiteIsHeldToTheBenchmarkToo() {
        assertThat(PassedFindings.in("""
                profile: {spec: {kubernetes: {hardening: cis}}}
                site: {spec: {kubernetes: {config: {kubelet-arg: [anonymous-auth=true]}}}}
                """)).extracting(Finding::code).containsExactly("K8S-023");
    }

    @Test
    void allItemsThatOneArgumentBreaksAreNamed() {
        assertThat(agentless("k3s", "flannel", "cis", "kube-apiserver-arg: [authorization-mode=AlwaysAllow]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("`authorization-mode` of kube-apiserver breaks items 1.2.6, 1.2.7, 1.2.8 of the "
                                    + "CIS benchmark");
                    assertThat(finding.values())
                            .containsExactly(
                                    "1.2.6 asks for: without AlwaysAllow",
                                    "1.2.7 asks for: with Node",
                                    "1.2.8 asks for: with RBAC");
                    assertThat(finding.related()).hasSize(1);
                    assertThat(finding.fixes())
                            .extracting(Fix::text)
                            .containsExactly("leave it out, or ask for `kubernetes.hardening: none`");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "1.26.4, service-account-lookup=false, item 1.2.22",
        "1.27.5, service-account-lookup=false, item 1.2.21",
        "1.28.13, service-account-lookup=false, item 1.2.21",
    })
    void anItemHasTheNumberOfTheBenchmarkThatFits(String version, String argument, String item) {
        assertThat(PassedFindings.about("rke2", version, "cis", "kube-apiserver-arg: [" + argument + "]"))
                .filteredOn(finding -> finding.code().equals("K8S-023"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.effect())
                        .contains("the cluster would be called hardened and fail " + item + " of the CIS benchmark"));
    }
}
