// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.NetworkSetting;
import dev.farstead.schemas.Pack;
import dev.farstead.schemas.PackLine;
import dev.farstead.schemas.PodNetworkKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The values of the network pack. The network of the pods is set in it as well as in Kubernetes: K3s and RKE2 have no
 * {@code kubeadm-config} from which Calico could read it, and a pack left to its own default would give pods addresses that nobody
 * routes.
 */
final class NetworkPack {
    private static final Origin FORM = new Origin.Fact(
            "form of the pack for a network of one's own",
            "github.com/spectrocloud/CanvOS, test/templates/two-node-cluster-profile.json.tmpl");

    private NetworkPack() {}

    static PackValues of(ResolvedProfile profile, ClusterSettings cluster, Catalogue catalogue) {
        ResolvedPack pack = Values.needed(profile.cniPack());
        OutputMap values = profile.cni().value() == CniName.NONE
                ? ownNetwork(PackValues.origin(pack.name()))
                : podNetwork(pack, cluster, catalogue);
        return new PackValues("cni", pack.name(), pack.version(), values);
    }

    private static OutputMap podNetwork(ResolvedPack pack, ClusterSettings cluster, Catalogue catalogue) {
        Pack fact = catalogue
                .pack(pack.name().value())
                .orElseThrow(() -> new IllegalStateException("the catalogue does not know the pack"));
        PodNetworkKey key = fact.line(pack.version().value())
                .flatMap(PackLine::podNetwork)
                .orElseThrow(() -> new IllegalStateException("the catalogue does not say where the pod network goes"));
        Origin from = PackValues.origin(pack.name());
        Map<List<String>, OutputNode> values = new LinkedHashMap<>();
        values.put(key.path(), OutputText.of(Values.needed(cluster.podCidr()).map(Object::toString)));
        for (NetworkSetting setting : fact.settings()) {
            Origin why = Origin.inferred(
                    setting.why(), pack.name().origin(), new Origin.Fact("value of the pack", setting.source()));
            values.put(setting.path(), new OutputText(setting.value(), why));
        }
        return nested(values, from);
    }

    private static OutputMap nested(Map<List<String>, OutputNode> values, Origin from) {
        Map<String, Map<List<String>, OutputNode>> byKey = new LinkedHashMap<>();
        values.forEach((path, value) -> byKey.computeIfAbsent(path.get(0), key -> new LinkedHashMap<>())
                .put(path.subList(1, path.size()), value));
        OutputMap.Builder map = OutputMap.builder(from);
        byKey.forEach((key, below) ->
                map.put(key, Objects.requireNonNullElseGet(below.get(List.of()), () -> nested(below, from))));
        return map.build();
    }

    /** The layer must hold a pack; this one creates a config map and no network. */
    private static OutputMap ownNetwork(Origin from) {
        OutputMap configMap = OutputMap.builder(FORM)
                .put("apiVersion", new OutputText("v1", FORM))
                .put("kind", new OutputText("ConfigMap", FORM))
                .put(
                        "metadata",
                        OutputMap.builder(FORM)
                                .put("name", new OutputText("custom-cni", FORM))
                                .build())
                .put(
                        "data",
                        OutputMap.builder(FORM)
                                .put("custom-cni", new OutputText("byo-cni", FORM))
                                .build())
                .build();
        OutputMap contents = OutputMap.builder(FORM)
                .put("contents", new OutputEmbedded(configMap, FORM))
                .build();
        return OutputMap.builder(from)
                .put(
                        "manifests",
                        OutputMap.builder(from).put("byo-cni", contents).build())
                .build();
    }
}
