// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeLabelsTest {
    @ParameterizedTest
    @CsvSource({
        "tier, false",
        "example.com/tier, false",
        "mykubernetes.io/tier, false",
        "node-role.kubernetes.io/worker, true",
        "node-restriction.kubernetes.io/tier, true",
        "kubernetes.io/role, true",
        "kubernetes.io/hostname, false",
        "topology.kubernetes.io/zone, false",
        "topology.kubernetes.io/rack, true",
        "node.kubernetes.io/tier, false",
        "my.node.kubernetes.io/tier, false",
        "kubelet.kubernetes.io/tier, false",
        "k8s.io/tier, true",
        "cluster.k8s.io/tier, true",
    })
    void aKubeletMaySetFewOfTheLabelsThatKubernetesKeepsForItself(String key, boolean refused) {
        assertThat(Catalogue.bundled().nodeLabels().refusesKubelet(key)).isEqualTo(refused);
    }
}
