// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments of etcd and of the cloud controller manager are held to their release, in the form that each distribution gives them. */
final class EtcdArgumentsTest {
    private static final String LOCAL = "clusterConfiguration: {etcd: {local: {extraArgs: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k3s  | 1.28.13 | quota-backend-bytes=8589934592        |",
                "k3s  | 1.28.13 | quota-backend-byte=8589934592         | DIST-120",
                "k3s  | 1.28.13 | quota_backend_bytes=8589934592        | DIST-120",
                "k3s  | 1.28.13 | quota-backend-bytes=8Gi               | DIST-122",
                "k3s  | 1.28.13 | quota-backend-bytes                   | DIST-122",
                "k3s  | 1.28.13 | pre-vote=false                        |",
                "k3s  | 1.28.13 | pre-vote=0                            | DIST-122",
                "k3s  | 1.28.13 | pre-vote                              | DIST-122",
                "k3s  | 1.28.13 | grpc-keepalive-min-time=5000000000    |",
                "k3s  | 1.28.13 | grpc-keepalive-min-time=5s            | DIST-122",
                "k3s  | 1.28.13 | auto-compaction-mode=periodic         |",
                "k3s  | 1.28.13 | auto-compaction-mode=hourly           | DIST-123",
                "k3s  | 1.28.13 | cert-file=/etc/tls.crt                | DIST-120",
                "k3s  | 1.28.13 | data-dir=/data/etcd                   | DIST-124",
                "k3s  | 1.28.13 | proxy=off                             | DIST-121",
                "rke2 | 1.28.13 | proxy=off                             |",
                "k3s  | 1.28.13 | experimental-compaction-sleep-interval=1 | DIST-121",
                "k3s  | 1.29.12 | experimental-compaction-sleep-interval=1 |",
                "k3s  | 1.28.7  | experimental-distributed-tracing-sampling-rate=1 | DIST-121",
                "k3s  | 1.28.11 | experimental-distributed-tracing-sampling-rate=1 |",
                "rke2 | 1.26.4  | tls-min-version=TLS1.2                | DIST-121",
                "rke2 | 1.26.8  | tls-min-version=TLS1.2                |",
                "rke2 | 1.26.8  | tls-min-version=VersionTLS12          | DIST-123",
            })
    void aKeyOfTheFileOfEtcdBelongsToSomeReleases(String flavor, String version, String argument, String code) {
        PassedFindings.expect(passed(flavor, version, "etcd-arg: [\"" + argument + "\"]"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cipher-suites=[TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256] |",
                "cipher-suites=[TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256] |",
                "cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256   | DIST-122",
                "cipher-suites=[TLS_ECDHE_RSA_WITH_AES_128_GCM]        | DIST-123",
            })
    void aListStandsInBrackets(String argument, String code) {
        PassedFindings.expect(passed("k3s", "1.28.13", "etcd-arg: [\"" + argument + "\"]"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.28.13 | quota-backend-bytes: '8589934592'     |",
                "1.28.13 | quota-backend-byte: '8589934592'      | DIST-120",
                "1.28.13 | quota-backend-bytes: 8Gi              | DIST-122",
                "1.28.13 | grpc-keepalive-min-time: 5s           |",
                "1.28.13 | cipher-suites: TLS_AES_128_GCM_SHA256 |",
                "1.28.13 | cipher-suites: TLS_AES_128_GCM        | DIST-123",
                "1.28.13 | cert-file: /etc/tls.crt               | DIST-124",
                "1.26.8  | tls-min-version: TLS1.2               | DIST-121",
                "1.26.10 | tls-min-version: TLS1.2               |",
                "1.28.13 | experimental-stop-grpc-service-on-defrag: 'true' | DIST-121",
                "1.28.14 | experimental-stop-grpc-service-on-defrag: 'true' |",
            })
    void kubeadmGivesEtcdFlags(String version, String argument, String code) {
        PassedFindings.expect(passed("pxk-e", version, LOCAL + "{" + argument + "}}}}"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.28.13 | controllers=-node-route-controller |",
                "1.28.13 | concurrent-node-syncs=2            |",
                "1.28.13 | concurrent-node-sync=2             | DIST-120",
                "1.28.13 | node-monitor-period=5              | DIST-122",
                "1.26.4  | concurrent-node-syncs=2            | DIST-121",
            })
    void theCloudControllerManagerEndsAtOthers(String version, String argument, String code) {
        PassedFindings.expect(
                passed("k3s", version, "kube-cloud-controller-manager-arg: [\"" + argument + "\"]"), code);
    }

    @Test
    void theMessageNamesTheReleaseThatBringsEtcd() {
        assertThat(passed("k3s", "1.28.13", "etcd-arg: [quota-backend-byte=1]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("etcd of K3s 1.28.13 has no argument `quota-backend-byte`");
                    assertThat(finding.effect()).contains("etcd skips it in its configuration file: nothing is set");
                    assertThat(PassedFindings.edits(finding)).containsExactly("\"quota-backend-bytes=1\"");
                });
    }

    @Test
    void aFixKeepsTheBrackets() {
        List<Finding> found = passed(
                "k3s", "1.28.13", "etcd-arg: [\"cipher-suites=[TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA385]\"]");
        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.fixes())
                        .extracting(Fix::text)
                        .contains("write `cipher-suites=[TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384]`"));
    }

    @Test
    void theLastOfTwoHolds() {
        PassedFindings.expect(
                passed("k3s", "1.28.13", "etcd-arg: [\"log-outputs=[stdout]\", \"log-outputs=[stderr]\"]"), "DIST-126");
    }

    private static List<Finding> passed(String flavor, String version, String config) {
        return PassedFindings.about(flavor, version, config);
    }
}
