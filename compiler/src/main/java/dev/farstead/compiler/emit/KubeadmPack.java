// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputDecimal;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ConfigTree;
import dev.farstead.compiler.resolve.KubeadmConfig;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.KubeadmDefaults;

/**
 * The values of the PXK-E pack: {@code cluster.config}, a text that the agent's provider makes kubeadm's documents from, and the stages
 * that prepare a node for it. The pack for FIPS has the same name; it comes from another registry.
 */
final class KubeadmPack {
    private KubeadmPack() {}

    /** The version of the pack is the Kubernetes release: the operating system pack derives the image from it. */
    static PackValues of(ResolvedProfile profile, KubeadmConfig config, Catalogue catalogue) {
        Sourced<KubernetesVersion> version = Values.needed(profile.kubernetesVersion());
        Sourced<String> name = new Sourced<>(
                catalogue.flavor(profile.flavor().value().text()).pack(),
                Origin.inferred("the pack of this flavor", profile.flavor().origin()));
        Origin from = PackValues.origin(name);
        OutputText provider = identityProvider(profile, catalogue.kubeadmDefaults());
        Origin fact = provider.origin();
        OutputMap oidc =
                OutputMap.builder(fact).put("identityProvider", provider).build();
        OutputMap palette = OutputMap.builder(fact)
                .put("config", OutputMap.builder(fact).put("oidc", oidc).build())
                .build();
        OutputMap values = OutputMap.builder(from)
                .put("pack", OutputMap.builder(fact).put("palette", palette).build())
                .put(
                        "cluster",
                        OutputMap.builder(from)
                                .put("config", new OutputEmbedded(node(config.root()), from))
                                .build())
                .put("stages", new KubeadmPreparation(profile, config, catalogue).stages())
                .build();
        return new PackValues("k8s", name, version.map(Object::toString), values);
    }

    /** Without a management plane there is nobody to sign users in. */
    private static OutputText identityProvider(ResolvedProfile profile, KubeadmDefaults defaults) {
        if (profile.mode().value() == ClusterMode.CONNECTED) {
            return new OutputText(
                    defaults.identityProvider(), new Origin.Fact("default of the pack", defaults.source()));
        }
        return new OutputText(
                "noauth",
                Origin.inferred(
                        "no management plane signs users in", profile.mode().origin()));
    }

    private static OutputNode node(ConfigTree node) {
        if (node instanceof ConfigTree.Branch branch) {
            OutputMap.Builder map = OutputMap.builder(branch.origin());
            branch.entries().forEach((key, value) -> map.put(key, node(value)));
            return map.build();
        }
        if (node instanceof ConfigTree.Items list) {
            return new OutputList(
                    list.items().toJavaStream().map(KubeadmPack::node).toList(), list.origin());
        }
        return scalar(((ConfigTree.Leaf) node).value(), node.origin());
    }

    /** Arguments are texts, which are written so that they are read as texts: the provider would lose a number. */
    private static OutputNode scalar(ConfigValue value, Origin origin) {
        if (value instanceof ConfigValue.Bool bool) {
            return new OutputBoolean(bool.value(), origin);
        }
        if (value instanceof ConfigValue.Numeral number) {
            boolean whole = number.value().stripTrailingZeros().scale() <= 0;
            return whole
                    ? new OutputInteger(number.value().longValueExact(), origin)
                    : new OutputDecimal(number.value(), origin);
        }
        return new OutputText(((ConfigValue.Text) value).value(), origin);
    }
}
