// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.Host;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.SiteKubernetes;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One pack of a cluster profile and its values.
 *
 * @param layer layer of the profile: {@code os}, {@code k8s}, {@code cni} or {@code csi}
 * @param name name of the pack
 * @param version version of the pack
 * @param values the values that differ from the pack's own
 */
record PackValues(String layer, Sourced<String> name, Sourced<String> version, OutputMap values) {
    /** Returns the packs of a profile in the order of its layers. */
    static List<PackValues> of(ResolvedProfile profile, Catalogue catalogue) {
        return of(profile, profile.cluster(), hosts(profile), catalogue);
    }

    /** Returns how many hosts that run workloads the profile names for its sites. */
    static Sourced<Integer> hosts(ResolvedProfile profile) {
        Origin counted = profile.spec()
                .value()
                .spec()
                .value()
                .site()
                .flatMap(site -> site.value().hosts())
                .map(PackValues::counted)
                .orElse(new Origin.Default("the profile names no hosts"));
        return new Sourced<>(profile.workloadHostCount(), counted);
    }

    /** Where there are workers, workloads run on these alone. */
    private static Origin counted(Located<List<Located<Host>>> hosts) {
        List<Origin> origins = new ArrayList<>();
        origins.add(new Origin.Written(hosts.place()));
        hosts.value().stream()
                .flatMap(host -> host.value().role().stream())
                .forEach(role -> origins.add(new Origin.Written(role.place())));
        return new Origin.Inferred("the hosts of the profile that run workloads", origins);
    }

    /** Returns the packs of a site that are set differently from its profile's. */
    static List<PackValues> overrides(ResolvedSite site, Catalogue catalogue) {
        // Storage alone asks for the number of hosts that run it.
        boolean sameHosts = site.profile().csi().isEmpty()
                || (site.workloadHosts().size() == 1) == (site.profile().workloadHostCount() == 1);
        if (!site.overridesCluster() && sameHosts) {
            // What most sites of a fleet do.
            return List.of();
        }
        List<PackValues> ofProfile = of(site.profile(), catalogue);
        Sourced<Integer> hosts = new Sourced<>(site.workloadHosts().size(), Members.of(site));
        List<PackValues> overrides = new ArrayList<>();
        for (PackValues pack : of(site.profile(), site.cluster(), hosts, catalogue)) {
            if (ofProfile.stream().noneMatch(pack::isSetLike)) {
                overrides.add(pack);
            }
        }
        return overrides;
    }

    /** Returns where it comes from that packs of a site are set differently from its profile's. */
    static Origin otherwise(ResolvedSite site) {
        List<Origin> from = new ArrayList<>();
        if (site.overridesCluster()) {
            SiteSpec spec = site.spec().value().spec().value();
            for (ClusterSettings settings :
                    List.of(site.cluster(), site.profile().cluster())) {
                spec.network()
                        .flatMap(network -> network.value().podCidr())
                        .flatMap(written -> settings.podCidr())
                        .ifPresent(range -> from.add(range.origin()));
                spec.network()
                        .flatMap(network -> network.value().serviceCidr())
                        .flatMap(written -> settings.serviceCidr())
                        .ifPresent(range -> from.add(range.origin()));
            }
            spec.kubernetes()
                    .flatMap(kubernetes -> kubernetes.value().config())
                    .ifPresent(config -> passedOn(site, config.value().keySet()).forEach(from::add));
        }
        if (site.profile().csi().isPresent()) {
            from.add(Members.of(site));
        }
        return new Origin.Inferred("set differently from the profile", from);
    }

    /** Returns where the site and its profile write these keys of the Kubernetes configuration. */
    private static Stream<Origin> passedOn(ResolvedSite site, Set<String> keys) {
        ProfileSpec profile = site.profile().spec().value().spec().value();
        Stream<Optional<SiteKubernetes>> ofSites = Stream.of(
                        Optional.of(site.spec().value().spec()), profile.site())
                .map(spec -> spec.flatMap(layer -> layer.value().kubernetes()).map(Located::value));
        return Stream.concat(
                        ofSites.map(kubernetes -> kubernetes.flatMap(SiteKubernetes::config)),
                        Stream.of(profile.kubernetes().value().config()))
                .flatMap(Optional::stream)
                .flatMap(config -> config.value().entrySet().stream())
                .filter(entry -> keys.contains(entry.getKey()))
                .flatMap(entry -> written(entry.getValue()));
    }

    private static Stream<Origin> written(Located<ConfigValue> value) {
        if (value.value() instanceof ConfigValue.Items list && !list.items().isEmpty()) {
            return list.items().stream().flatMap(PackValues::written);
        } else if (value.value() instanceof ConfigValue.Entries map
                && !map.entries().isEmpty()) {
            return map.entries().values().stream().flatMap(PackValues::written);
        }
        return Stream.of(new Origin.Written(value.place()));
    }

    private boolean isSetLike(PackValues other) {
        return name.value().equals(other.name.value()) && SameValues.of(values, other.values);
    }

    private static List<PackValues> of(
            ResolvedProfile profile, ClusterSettings cluster, Sourced<Integer> hosts, Catalogue catalogue) {
        List<PackValues> packs = new ArrayList<>();
        packs.add(OsPack.of(profile, catalogue));
        packs.add(KubernetesPack.of(profile, cluster, catalogue));
        packs.add(NetworkPack.of(profile, cluster, catalogue));
        profile.csi().ifPresent(csi -> packs.add(RookCephPack.of(csi, hosts)));
        profile.content()
                .flatMap(ResolvedContent::registryPack)
                .map(PackValues::registry)
                .ifPresent(packs::add);
        return packs;
    }

    /** What a registry is set to beyond its defaults holds passwords, so people enter it where they create the profile. */
    private static PackValues registry(ResolvedPack pack) {
        return new PackValues(
                "addon",
                pack.name(),
                pack.version(),
                OutputMap.builder(origin(pack.name())).build());
    }

    /** Returns whether anything differs from the pack's own values. */
    boolean hasValues() {
        return !values.entries().isEmpty();
    }

    /** Returns the name of the values file. Names of most packs begin with their layer, which is not said twice. */
    String fileName() {
        return name.value().startsWith(layer + "-") ? name.value() + ".yaml" : layer + "-" + name.value() + ".yaml";
    }

    OutputFile file(ResolvedProfile profile) {
        return new OutputFile(
                Paths.of(profile) + "cluster-profile/" + fileName(),
                Delivery.PALETTE,
                "the values of pack " + name.value(),
                0644,
                new OutputContent.Yaml(Optional.empty(), values));
    }

    /** Returns where the values of a pack as a whole come from. */
    static Origin origin(Sourced<String> pack) {
        return Origin.inferred("the values of this pack", pack.origin());
    }
}
