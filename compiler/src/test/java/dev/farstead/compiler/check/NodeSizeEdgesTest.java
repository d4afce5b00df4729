// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sizes of the ranges of nodes the controller manager takes, alone and beside each other. */
final class NodeSizeEdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node-cidr-mask-size=24                              |",
                "node-cidr-mask-size=32                              |",
                "node-cidr-mask-size=33                              | NET-094",
                "node-cidr-mask-size=-1                              | NET-094",
                "node-cidr-mask-size=300                             | NET-094",
                "node-cidr-mask-size=8                               | NET-015",
                "node-cidr-mask-size-ipv4=24                         |",
                "node-cidr-mask-size-ipv4=64                         | NET-094",
                "node-cidr-mask-size-ipv6=64                         | NET-093",
                "node-cidr-mask-size-ipv6=0                          |",
                "node-cidr-mask-size=24, node-cidr-mask-size-ipv4=24 | NET-092",
                "node-cidr-mask-size=24, node-cidr-mask-size-ipv6=64 | NET-092",
                "node-cidr-mask-size=0, node-cidr-mask-size-ipv4=24  |",
            })
    void aSizeIsAPrefixLengthOfTheFamilyOfThePods(String arguments, String code) {
        PassedFindings.expect(
                PassedFindings.about("k3s", "1.28.13", "kube-controller-manager-arg: [" + arguments + "]"), code);
    }

    @Test
    void kubeadmGivesTheSameSizes() {
        PassedFindings.expect(
                PassedFindings.about(
                        "pxk-e",
                        "1.28.13",
                        "clusterConfiguration: {controllerManager: {extraArgs: {node-cidr-mask-size-ipv6: '64'}}}"),
                "NET-093");
    }

    @Test
    void aSiteIsTakenTogetherWithItsProfile() {
        List<Finding> found = PassedFindings.in("""
                profile: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size=24]}}}}
                site: {spec: {kubernetes: {config: {kube-controller-manager-arg: [node-cidr-mask-size-ipv4=25]}}}}
                """);
        assertThat(found).extracting(Finding::code).containsExactly("NET-092");
    }
}
