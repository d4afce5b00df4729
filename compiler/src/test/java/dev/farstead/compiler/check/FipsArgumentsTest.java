// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In FIPS mode no component is told to offer what is not approved, whichever its argument is called. */
final class FipsArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rke2; 1.28.13; etcd-arg: [\"cipher-suites=[TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]\"];",
                "rke2; 1.28.13; etcd-arg: [\"cipher-suites=[TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256]\"]; FIPS-020",
                "rke2; 1.28.13; etcd-arg: [\"cipher-suites=[TLS_ECDHE_RSA_WITH_RC4_128_SHA]\"]; FIPS-020",
                "rke2; 1.28.13; etcd-arg: [\"tls-min-version=TLS1.2\"];",
                "rke2; 1.28.13; kube-scheduler-arg: [\"tls-min-version=VersionTLS12\"];",
                "rke2; 1.28.13; kube-scheduler-arg: [\"tls-min-version=VersionTLS11\"]; FIPS-020",
            })
    void inFipsModeEtcdKeepsToApprovedCiphersToo(String flavor, String version, String config, String code) {
        List<Finding> found = PassedFindings.in("profile: {spec: {kubernetes: {flavor: " + flavor + ", version: \""
                        + version + "\", config: {" + config + "}}, fips: true, storage: null, "
                        + "os: {version: \"20.04\", hardening: none, "
                        + "baseImage: \"registry.example.com/os/ubuntu-fips:20.04\"}, "
                        + "site: {registration: {endpoint: palette.example.com}}, "
                        + "hostClasses: {small-box: {disks: "
                        + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
                .stream()
                .filter(finding -> !finding.code().equals("FIPS-033"))
                .toList();
        PassedFindings.expect(found, code);
    }
}
