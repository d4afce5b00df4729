// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.CniSpec;
import dev.farstead.model.spec.ContentSpec;
import dev.farstead.model.spec.CsiSpec;
import dev.farstead.model.spec.InClusterRegistry;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.StorageSpec;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.Pack;
import java.util.List;
import java.util.Optional;

/** Resolves the packs that a profile chooses above Kubernetes: network, storage, and the registry in the cluster; not thread-safe. */
final class ChosenPacks {
    private final Catalogue catalogue;
    private final Collected collected;

    ChosenPacks(Catalogue catalogue, Collected collected) {
        this.catalogue = catalogue;
        this.collected = collected;
    }

    /** A network of the user's own has a pack that does nothing, so that the layer is not empty; its version need not be said. */
    Optional<ResolvedPack> cni(ProfileSpec spec) {
        Located<CniSpec> cni = spec.network().value().cni();
        Located<CniName> name = cni.value().name();
        Optional<Located<String>> version = cni.value().version();
        if (spec.agent().isEmpty()) {
            version.ifPresent(written -> collected.add(Problem.VERSION_WITHOUT_PACK
                    .at(written.place())
                    .message("the network of hosts without the agent is no pack, so it has no version")
                    .effect("the line would have no effect")
                    .addFixes(Fix.advice("leave `version` out"))
                    .build()));
            return Optional.empty();
        }
        if (name.value() == CniName.NONE) {
            return Optional.of(packOrNewest("cni-custom", cni.place(), version));
        }
        if (version.isEmpty()) {
            List<String> known = catalogue
                    .pack("cni-" + name.value().text())
                    .map(Pack::versions)
                    .orElse(List.of());
            collected.add(Problem.PACK_WITHOUT_VERSION
                    .at(name.place())
                    .message("`" + name.value().text() + "` comes as a pack, and its version is not given")
                    .effect("the cluster profile can't be created")
                    .addValues("known versions: " + String.join(", ", known))
                    .addFixes(Fix.advice("set `network.cni.version` to one of " + String.join(", ", known)))
                    .build());
        }
        return version.map(written -> pack("cni-" + name.value().text(), cni.place(), written));
    }

    private ResolvedPack packOrNewest(String name, Place chosen, Optional<Located<String>> version) {
        if (version.isPresent()) {
            return pack(name, chosen, version.get());
        }
        Pack pack = catalogue.pack(name).orElseThrow();
        Origin origin = Origin.inferred("the pack of this choice", new Origin.Written(chosen));
        String newest = pack.versions().get(pack.versions().size() - 1);
        return new ResolvedPack(
                new Sourced<>(name, origin),
                new Sourced<>(newest, new Origin.Fact("the newest version of the pack", pack.source())));
    }

    ResolvedContent content(Located<ContentSpec> located) {
        ContentSpec spec = located.value();
        Optional<Located<InClusterRegistry>> inside = spec.inClusterRegistry();
        return ImmutableResolvedContent.builder()
                .place(located.place())
                .clusterDefinition(spec.clusterDefinition().map(Sourced::written))
                .bundle(spec.bundle().map(Sourced::written))
                .registry(spec.registry()
                        .map(Located::value)
                        .map(registry -> new ResolvedRegistry(
                                Sourced.written(registry.domain()),
                                Sourced.written(registry.username()),
                                Sourced.written(registry.password()))))
                .inClusterRegistry(
                        inside.map(found -> Sourced.written(found.value().name())))
                .registryPack(inside.map(found -> packOrNewest(
                        found.value().name().value().text(),
                        found.place(),
                        found.value().version())))
                .build();
    }

    Optional<ResolvedPack> csi(ProfileSpec spec) {
        return spec.storage().map(Located::value).map(StorageSpec::csi).map(csi -> {
            CsiSpec value = csi.value();
            return pack("csi-" + value.name().value().text(), csi.place(), value.version());
        });
    }

    private ResolvedPack pack(String name, Place chosen, Located<String> version) {
        Origin origin = Origin.inferred("the pack of this choice", new Origin.Written(chosen));
        Optional<Pack> pack = catalogue.pack(name);
        // Of a line that is known a registry may hold more versions than documents name.
        if (pack.isPresent() && pack.get().line(version.value()).isEmpty()) {
            List<String> versions = pack.get().versions();
            Finding.Builder finding = Problem.UNKNOWN_PACK_VERSION
                    .at(version.place())
                    .message("pack " + name + " has no version `" + version.value() + "` in the catalogue")
                    .addValues("known versions: " + String.join(", ", versions));
            Spelling.nearest(version.value(), versions, 1)
                    .forEach(near -> finding.addFixes(Fix.of(
                            "choose `" + near + "`",
                            SpecText.replace(version.place(), near),
                            Fix.Applicability.GUESS)));
            finding.addFixes(Fix.advice("choose one of " + String.join(", ", versions)));
            collected.add(finding.build());
        }
        return new ResolvedPack(new Sourced<>(name, origin), Sourced.written(version));
    }
}
