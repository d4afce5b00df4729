// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputInteger;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.FileConfig;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.PackDefaults;
import java.util.List;

/**
 * The values of the K3s and RKE2 packs: {@code cluster.config}, a text that the agent's provider hands on to the distribution, and the
 * stages that prepare a node for it.
 */
final class FilePack {
    private FilePack() {}

    /** The version of the pack is the Kubernetes release: the operating system pack derives the image from it. */
    static PackValues of(ResolvedProfile profile, ClusterSettings cluster, Catalogue catalogue) {
        Sourced<KubernetesVersion> version = Values.needed(profile.kubernetesVersion());
        Sourced<String> name = new Sourced<>(
                catalogue.flavor(profile.flavor().value().text()).pack(),
                Origin.inferred("the pack of this flavor", profile.flavor().origin()));
        Origin from = PackValues.origin(name);
        PackDefaults defaults =
                catalogue.packDefaults(profile.flavor().value().text()).orElseThrow();
        Origin fact = new Origin.Fact("default of the pack", defaults.source());
        OutputMap oidc = OutputMap.builder(fact)
                .put("identityProvider", new OutputText(defaults.identityProvider(), fact))
                .build();
        OutputMap palette = OutputMap.builder(fact)
                .put("config", OutputMap.builder(fact).put("oidc", oidc).build())
                .build();
        OutputMap values = OutputMap.builder(from)
                .put("pack", OutputMap.builder(fact).put("palette", palette).build())
                .put(
                        "cluster",
                        OutputMap.builder(from)
                                .put("config", new OutputEmbedded(config((FileConfig) cluster.config(), from), from))
                                .build())
                .put("stages", new NodePreparation(profile, cluster.config(), catalogue).stages())
                .build();
        return new PackValues("k8s", name, version.map(Object::toString), values);
    }

    private static OutputMap config(FileConfig config, Origin from) {
        OutputMap.Builder map = OutputMap.builder(from);
        config.entries().forEach((key, entry) -> map.put(key, node(entry)));
        return map.build();
    }

    /** Returns a value as the configuration file has it. */
    static OutputNode node(KubernetesConfig.Entry entry) {
        if (entry instanceof KubernetesConfig.Arguments arguments) {
            List<OutputNode> items = arguments
                    .arguments()
                    .toJavaStream()
                    .<OutputNode>map(argument -> new OutputText(argument.text(), argument.origin()))
                    .toList();
            return new OutputList(items, entry.origin());
        }
        if (entry instanceof KubernetesConfig.Items items) {
            return OutputList.texts(items.items().toJavaList(), entry.origin());
        }
        return scalar(((KubernetesConfig.Scalar) entry).value(), entry.origin());
    }

    private static OutputNode scalar(ConfigValue value, Origin origin) {
        if (value instanceof ConfigValue.Bool bool) {
            return new OutputBoolean(bool.value(), origin);
        }
        if (value instanceof ConfigValue.Numeral number) {
            return new OutputInteger(number.value().longValueExact(), origin);
        }
        return new OutputText(((ConfigValue.Text) value).value(), origin);
    }
}
