// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Quantity;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedDisk;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedHostClass;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.AgentVersion;
import dev.farstead.schemas.Pack;
import dev.farstead.schemas.PackLayer;
import dev.farstead.schemas.RegistryHosts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about where images come from: content bundle, registry outside, registry in the cluster. */
final class ContentRules {
    private static final String LOCAL =
            "Palette documentation, clusters/edge/site-deployment/deploy-custom-registries/local-registry,"
                    + " prerequisites";
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference";
    private static final String EARTHFILE = "github.com/spectrocloud/CanvOS v4.5.15 Earthfile";
    private static final String HARBOR = "inClusterRegistry: {name: harbor-edge-native-config}";
    private static final String REGISTRY =
            "registry: {domain: registry.example.com, username: puller, password: {secretRef: p}}";
    private static final String AIR_GAPPED = "mode: air-gapped, site: {registration: null}, ";
    private static final String SINGLE = "site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}";

    /** The first agent release that reads the newer form of content bundles. */
    private static final AgentVersion NEW_FORM = new AgentVersion(4, 5, 4);

    private ContentRules() {}

    private record Definition(Sourced<String> file, Sourced<ClusterMode> mode) {}

    private record Both(ResolvedContent content, Sourced<String> bundle) {}

    private record Bundle(Sourced<String> name, AgentRelease agent) {}

    private record NeededLayer(ResolvedPack pack, PackLayer layer, boolean filled) {}

    private record Machine(ResolvedHostClass machine, ResolvedSite site, RegistryHosts.Size least) {
        boolean isTooSmall() {
            return machine.cores().value() < least.cores()
                    || machine.memory()
                            .filter(memory ->
                                    memory.value().bytes().compareTo(BigDecimal.valueOf(least.memoryBytes())) < 0)
                            .isPresent();
        }
    }

    private record Room(ResolvedSite site, ResolvedPack pack, BigDecimal bytes, RegistryHosts needs) {
        String gigabytes() {
            return bytes.movePointLeft(9).setScale(0, RoundingMode.DOWN).toPlainString() + "G";
        }
    }

    static final Rule<ProfileContext, Definition> DEFINITION_UNUSED = Rule.profile("DATA-030")
            .title("a cluster definition is given, and no host reads it")
            .why("""
                    A cluster definition is what the Local UI creates a cluster from. In connected mode the management plane has the \
                    cluster profile itself, and the hosts never open the file.""")
            .evidence(EARTHFILE + "; Palette documentation, clusters/edge/local-ui/cluster-management", "C-208")
            .good("{profile: {spec: {" + AIR_GAPPED + "content: {clusterDefinition: spc.tgz, " + REGISTRY + "}}}, "
                    + SINGLE + "}")
            .bad("profile: {spec: {content: {clusterDefinition: spc.tgz}}}")
            .subjects(context -> content(context.profile())
                    .flatMap(content -> content.clusterDefinition().stream())
                    .map(file -> new Definition(file, context.profile().mode())))
            .broken(definition -> definition.mode().value() == ClusterMode.CONNECTED, (definition, finding) -> {
                Written.at(finding, definition.file());
                Written.related(finding, definition.mode(), "the mode is chosen here");
                finding.message("a cluster definition has no meaning in connected mode")
                        .effect("the line would have no effect")
                        .addFixes(Fix.advice("take `content.clusterDefinition` out, or set `mode: air-gapped`"));
            });

    static final Rule<ProfileContext, Both> BUNDLE_AND_REGISTRY = Rule.profile("DATA-031")
            .title("a content bundle and a registry outside are given, and no registry in the cluster")
            .why("""
                    With a registry outside, hosts ask it for every image. Those of a content bundle reach them through the registry in \
                    the cluster alone: the document asks for it where both are used.""")
            .evidence(REFERENCE + ", external registry", "C-169")
            .good("profile: {spec: {content: {bundle: content-stores, " + REGISTRY + ", " + HARBOR
                    + "}, hostClasses: {small-box: {cores: 8}}}}")
            .bad("profile: {spec: {content: {bundle: content-stores, " + REGISTRY + "}}}")
            .subjects(context -> content(context.profile())
                    .filter(content -> content.registry().isPresent())
                    .flatMap(content -> content.bundle().map(bundle -> new Both(content, bundle)).stream()))
            .broken(both -> both.content().inClusterRegistry().isEmpty(), (both, finding) -> {
                Written.at(finding, both.bundle());
                both.content()
                        .registry()
                        .ifPresent(registry -> Written.related(finding, registry.domain(), "the registry is set here"));
                finding.message("a content bundle beside a registry outside needs a registry in the cluster")
                        .effect("hosts ask the registry outside for what is in the bundle, and don't find it")
                        .addFixes(Fix.advice("set `content.inClusterRegistry: {name: harbor-edge-native-config}`, "
                                + "or take the bundle or the registry out"));
            });

    static final Rule<ProfileContext, Bundle> OLD_FORM = Rule.profile("DATA-032")
            .note()
            .title("the agent reads content bundles of an older form only")
            .why("""
                    The form of content bundles changed with agent 4.5.4. Agents before it don't read what a Palette Edge CLI after \
                    4.5.3 has made: the upload ends with an error, or the images of the installer are not there.""")
            .evidence(
                    "Palette documentation, clusters/edge/edgeforge-workflow/palette-canvos/build-content-bundle",
                    "C-81")
            .good("profile: {spec: {content: {bundle: content-stores}}}")
            .bad("profile: {spec: {agent: {version: 4.4.12}, content: {bundle: content-stores}}}")
            .subjects(context -> content(context.profile())
                    .flatMap(content -> content.bundle().stream())
                    .flatMap(bundle -> context.profile().agent().map(agent -> new Bundle(bundle, agent)).stream()))
            .broken(bundle -> bundle.agent().version().compareTo(NEW_FORM) < 0, (bundle, finding) -> {
                Written.at(finding, bundle.name());
                finding.message("agent " + bundle.agent() + " reads content bundles of Palette Edge CLI 4.5.3 or older")
                        .effect("a bundle of a newer one is refused, and its images are missing")
                        .addFixes(Fix.advice("make the bundle with Palette Edge CLI 4.5.3, or choose a newer agent"));
            });

    static final Rule<ProfileContext, NeededLayer> LAYER = Rule.profile("STOR-012")
            .title("a pack needs a layer that the profile does not have")
            .why("""
                    The registry in the cluster keeps its images on a volume, and volumes come from a storage pack. Without one its \
                    pods wait for their volume for ever, and whatever waits for the registry waits with them.""")
            .evidence(LOCAL, "C-103")
            .good("profile: {spec: {content: {" + HARBOR + "}, hostClasses: {small-box: {cores: 8}}}}")
            .bad("profile: {spec: {content: {" + HARBOR + "}, storage: null, hostClasses: {small-box: {cores: 8, "
                    + "disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}}}")
            .subjects(context -> context.profile().packs().stream()
                    .flatMap(pack -> needs(context, pack)
                            .map(layer -> new NeededLayer(pack, layer, filled(context.profile(), layer)))))
            .broken(needed -> !needed.filled(), (needed, finding) -> {
                Written.at(finding, needed.pack().name());
                String layer = needed.layer().text();
                finding.message(needed.pack().name().value() + " needs a pack of layer `" + layer
                                + "`, and there is none")
                        .effect("its pods wait for a volume for ever, and images are never served")
                        .addFixes(Fix.advice(
                                "add `storage: {csi: …}` and disks with `use: data`, " + "or take the registry out"));
            });

    static final Rule<SiteContext, Machine> MACHINE = Rule.site("HOST-030")
            .title("a host is too small for the registry in its cluster")
            .why("""
                    The registry in the cluster runs beside everything else on the hosts, and asks more of them than the minimum of \
                    an edge host: of a single host most, since nobody shares the load.""")
            .evidence(LOCAL, "C-102")
            .good("{profile: {spec: {content: {" + HARBOR + "}, hostClasses: {small-box: {cores: 6}}}}, " + SINGLE
                    + "}")
            .bad("{profile: {spec: {content: {" + HARBOR + "}}}, " + SINGLE + "}")
            .subjects(ContentRules::machines)
            .broken(Machine::isTooSmall, (subject, finding) -> {
                ResolvedHostClass machine = subject.machine();
                boolean cores = machine.cores().value() < subject.least().cores();
                if (cores) {
                    Written.at(finding, machine.cores());
                } else {
                    machine.memory().ifPresent(memory -> Written.at(finding, memory));
                }
                int hosts = subject.site().hosts().size();
                finding.message("host class `" + machine.name() + "` has "
                                + (cores
                                        ? machine.cores().value() + " cores"
                                        : machine.memory()
                                                        .map(Sourced::value)
                                                        .map(Quantity::toString)
                                                        .orElse("little")
                                                + " of memory")
                                + ", too little for the registry in the cluster")
                        .addValues("each host of a site of " + hosts + (hosts == 1 ? " host" : " hosts")
                                + " needs at least " + subject.least().cores() + " cores and "
                                + subject.least().memoryGigabytes() + "G of memory")
                        .effect("the registry and what runs beside it starve, and images are not served")
                        .addFixes(Fix.advice("plan larger machines, or take `content.inClusterRegistry` out"));
            });

    static final Rule<SiteContext, Room> ROOM = Rule.site("STOR-013")
            .title("the disks of a site are too small for the registry in its cluster")
            .why("""
                    The registry keeps the images of all packs and of each upgrade on a volume. The document asks for 300 GB in \
                    total; with copies on other hosts it takes more.""")
            .evidence(LOCAL, "C-102")
            .good("profile: {spec: {content: {" + HARBOR + "}, hostClasses: {small-box: {cores: 8}}}}")
            .bad("profile: {spec: {content: {" + HARBOR + "}, hostClasses: {small-box: {cores: 8, disks: "
                    + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}, "
                    + "{device: /dev/sdb, size: 60Gi, type: ssd, use: data}]}}}}")
            .subjects(ContentRules::rooms)
            .broken(
                    room -> room.bytes()
                                    .compareTo(BigDecimal.valueOf(room.needs().volumeBytes()))
                            < 0,
                    (room, finding) -> {
                        Written.at(finding, room.pack().name());
                        Written.related(finding, room.site().name(), "this site has too little room for it");
                        finding.message("the disks for data of site `"
                                        + room.site().name().value()
                                        + "` hold less than the registry in the cluster needs")
                                .addValues("they hold " + room.gigabytes() + " together, and the registry needs "
                                        + room.needs().volumeGigabytes() + "G")
                                .effect("the registry runs full, and an upgrade stops in its middle")
                                .addFixes(Fix.advice("plan larger disks with `use: data`, or more of them"));
                    });

    static final List<Rule<ProfileContext, ?>> PROFILE =
            List.of(DEFINITION_UNUSED, BUNDLE_AND_REGISTRY, OLD_FORM, LAYER);

    static final List<Rule<SiteContext, ?>> SITE = List.of(MACHINE, ROOM);

    /** Hosts without the agent pull images as their distribution does. */
    private static Stream<ResolvedContent> content(ResolvedProfile profile) {
        return profile.hasAgent() ? profile.content().stream() : Stream.empty();
    }

    private static Stream<PackLayer> needs(ProfileContext context, ResolvedPack pack) {
        return context.catalogue().pack(pack.name().value()).map(Pack::needsLayers).stream()
                .flatMap(List::stream);
    }

    private static boolean filled(ResolvedProfile profile, PackLayer layer) {
        return switch (layer) {
            case OS, K8S -> true;
            case CNI -> profile.cniPack().isPresent();
            case CSI -> profile.csi().isPresent();
            case ADDON -> false;
        };
    }

    private static Stream<Machine> machines(SiteContext context) {
        ResolvedSite site = context.site();
        RegistryHosts needs = context.catalogue().hardware().registry();
        return registry(context).stream()
                .flatMap(pack -> site.hosts().stream()
                        .flatMap(host -> host.hostClass().map(Sourced::value).stream())
                        .collect(Collectors.toMap(
                                ResolvedHostClass::name, Function.identity(), (first, same) -> first, TreeMap::new))
                        .values()
                        .stream())
                .map(machine ->
                        new Machine(machine, site, needs.size(site.hosts().size())));
    }

    /** A site whose disks are missing has findings of its own. */
    private static Stream<Room> rooms(SiteContext context) {
        List<ResolvedDisk> disks = new ArrayList<>();
        for (ResolvedHost host : context.site().workloadHosts()) {
            host.hostClass().ifPresent(machine -> disks.addAll(machine.value().dataDisks()));
        }
        BigDecimal bytes = disks.stream()
                .flatMap(disk -> disk.size().stream())
                .map(size -> size.value().bytes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return registry(context).stream()
                .filter(pack -> !disks.isEmpty())
                .map(pack -> new Room(
                        context.site(),
                        pack,
                        bytes,
                        context.catalogue().hardware().registry()));
    }

    private static Optional<ResolvedPack> registry(SiteContext context) {
        return content(context.profile()).findFirst().flatMap(ResolvedContent::registryPack);
    }
}
