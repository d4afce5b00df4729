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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flannel | kubelet-arg: [max-pods=253]                                        |",
                "flannel | kubelet-arg: [max-pods=254]                                        | NET-098",
                "calico  | kubelet-arg: [max-pods=254]                                        |",
                "flannel | kube-controller-manager-arg: [node-cidr-mask-size=25]              |",
                "flannel | kube-controller-manager-arg: [node-cidr-mask-size=26]              | NET-098",
                "flannel | 'kube-controller-manager-arg: [node-cidr-mask-size=26], kubelet-arg: [max-pods=61]' |",
                "flannel | 'kube-controller-manager-arg: [node-cidr-mask-size=23], kubelet-arg: [max-pods=500]' |",
                "flannel | kube-controller-manager-arg: [allocate-node-cidrs=false]           | NET-099",
                "calico  | kube-controller-manager-arg: [allocate-node-cidrs=false]           |",
                "flannel | 'kube-controller-manager-arg: [\"controllers=*,-nodeipam\"]'     | NET-099",
                "flannel | 'kube-controller-manager-arg: [\"controllers=*,-node-ipam-controller\"]' | NET-099",
                "flannel | 'kube-controller-manager-arg: [\"controllers=*,-ttl\"]'          |",
            })
    void flannelTakesTheRangesOfNodes(String cni, String config, String code) {
        String version = cni.equals("calico") ? "3.27.0" : "0.24.3";
        PassedFindings.expect(
                PassedFindings.in("profile: {spec: {network: {cni: {name: " + cni + ", version: " + version
                        + "}}, kubernetes: {config: {" + config + "}}}}"),
                code);
    }
}
