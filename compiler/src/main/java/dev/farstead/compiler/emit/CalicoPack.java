// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.origin.Origin;

/**
 * The values of the Calico pack. K3s has no {@code kubeadm-config} from which Calico could read the pod network, so its pool is set:
 * unset it would be 192.168.0.0/16, or another private range when a host has an address in that one.
 */
final class CalicoPack {
    private CalicoPack() {}

    static PackValues of(ResolvedProfile profile, ClusterSettings cluster) {
        ResolvedPack pack = profile.cni();
        Origin from = PackValues.origin(pack.name());
        OutputMap node = OutputMap.builder(from)
                .put(
                        "CALICO_IPV4POOL_CIDR",
                        OutputText.of(Values.needed(cluster.podCidr()).map(Object::toString)))
                .build();
        OutputMap env = OutputMap.builder(from).put("calicoNode", node).build();
        OutputMap calico = OutputMap.builder(from).put("env", env).build();
        OutputMap manifests = OutputMap.builder(from).put("calico", calico).build();
        return new PackValues(
                "cni",
                pack.name(),
                pack.version(),
                OutputMap.builder(from).put("manifests", manifests).build());
    }
}
