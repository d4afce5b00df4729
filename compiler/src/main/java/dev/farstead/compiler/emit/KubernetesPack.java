// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Because;
import dev.farstead.compiler.emit.tree.OutputEmbedded;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.FileConfig;
import dev.farstead.compiler.resolve.KubeadmConfig;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.KubeadmDefaults;
import dev.farstead.schemas.OwnIdentityProvider;
import dev.farstead.schemas.PackDefaults;
import java.util.Optional;

/**
 * The values of a Kubernetes pack: {@code cluster.config}, a text that the agent's provider hands on to the distribution, and the stages
 * that prepare a node for it. The PXK-E pack for FIPS has the name of the other one; it comes from another registry.
 */
final class KubernetesPack {
    private KubernetesPack() {}

    /** The version of the pack is the Kubernetes release: the operating system pack derives the image from it. */
    static PackValues of(ResolvedProfile profile, ClusterSettings cluster, Catalogue catalogue) {
        Sourced<KubernetesVersion> version = Values.needed(profile.kubernetesVersion());
        Sourced<String> name = new Sourced<>(
                catalogue.flavor(profile.flavor().value().text()).pack(),
                Origin.inferred("the pack of this flavor", profile.flavor().origin()));
        Origin from = PackValues.origin(name);
        OutputText provider = identityProvider(profile, cluster, catalogue);
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
                                .put("config", new OutputEmbedded(config(cluster, from), from))
                                .build())
                .put("stages", new NodePreparation(profile, cluster.config(), catalogue).stages())
                .build();
        return new PackValues(
                "k8s",
                name,
                version.map(Object::toString),
                Because.ofFacts(
                        values,
                        "the pack of this flavor and release",
                        profile.flavor().origin(),
                        version.origin()));
    }

    private static OutputMap config(ClusterSettings cluster, Origin from) {
        return cluster.config() instanceof KubeadmConfig kubeadm
                ? TreeNodes.of(kubeadm)
                : FileNodes.of((FileConfig) cluster.config(), from);
    }

    /** An author who names an issuer to the API server signs users in with it, and not with what the pack would set up. */
    private static OutputText identityProvider(ResolvedProfile profile, ClusterSettings cluster, Catalogue catalogue) {
        return signIn(cluster.config())
                .map(issuer -> ownProvider(profile, issuer.origin(), catalogue))
                .orElseGet(() -> identityProvider(profile, catalogue));
    }

    /** Returns the issuer that the API server is told to trust; nothing where none is set. */
    static Optional<KubernetesConfig.Argument> signIn(KubernetesConfig config) {
        return config.argument("kube-apiserver", "oidc-issuer-url");
    }

    private static OutputText ownProvider(ResolvedProfile profile, Origin issuer, Catalogue catalogue) {
        OwnIdentityProvider own = profile.flavor().value().isKubeadm()
                ? catalogue.kubeadmDefaults().ownIdentityProvider()
                : catalogue
                        .packDefaults(profile.flavor().value().text())
                        .orElseThrow()
                        .ownIdentityProvider();
        return new OutputText(
                own.name(),
                Origin.inferred(
                        "the API server has an issuer of its own",
                        issuer,
                        new Origin.Fact("name in the pack", own.source())));
    }

    /** Without a management plane there is nobody to sign users in. */
    private static OutputText identityProvider(ResolvedProfile profile, Catalogue catalogue) {
        if (!profile.flavor().value().isKubeadm()) {
            PackDefaults defaults =
                    catalogue.packDefaults(profile.flavor().value().text()).orElseThrow();
            return new OutputText(
                    defaults.identityProvider(), new Origin.Fact("default of the pack", defaults.source()));
        }
        KubeadmDefaults defaults = catalogue.kubeadmDefaults();
        if (profile.mode().value() == ClusterMode.CONNECTED) {
            return new OutputText(
                    defaults.identityProvider(), new Origin.Fact("default of the pack", defaults.source()));
        }
        return new OutputText(
                defaults.airGappedIdentityProvider(),
                Origin.inferred(
                        "no management plane signs users in", profile.mode().origin()));
    }
}
