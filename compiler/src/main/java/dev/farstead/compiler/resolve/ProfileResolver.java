// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.read.SpecText;
import dev.farstead.compiler.spelling.Spelling;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.axis.Platform;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Disk;
import dev.farstead.model.spec.Host;
import dev.farstead.model.spec.HostClass;
import dev.farstead.model.spec.ImageSpec;
import dev.farstead.model.spec.KubernetesSpec;
import dev.farstead.model.spec.OsSpec;
import dev.farstead.model.spec.Profile;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.SiteNetwork;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves profiles; thread-safe. */
public final class ProfileResolver {
    private static final String ISO_NAME = "palette-edge-installer";

    private final Catalogue catalogue;

    /**
     * Makes a resolver.
     *
     * @param catalogue the facts it draws on
     */
    public ProfileResolver(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Resolves a profile.
     *
     * @param profile the profile as bound
     * @return the resolved profile and what can't be refined in it
     */
    public Resolution<ResolvedProfile> resolve(Located<Profile> profile) {
        Collected collected = new Collected();
        ChosenPacks packs = new ChosenPacks(catalogue, collected);
        ProfileSpec spec = profile.value().spec().value();
        Optional<Located<String>> agentVersion =
                spec.agent().map(agent -> agent.value().version());
        Optional<AgentRelease> agent = agentVersion.flatMap(version -> agent(version, collected));
        OsSpec os = spec.os().value();
        agent.ifPresent(release -> checkOsVersion(os, release, collected));
        KubernetesSpec kubernetes = spec.kubernetes().value();
        Optional<Sourced<KubernetesVersion>> version = agentVersion.isEmpty()
                ? new PublishedVersion(catalogue).resolve(kubernetes, collected)
                : agent.flatMap(release -> version(kubernetes, release, agentVersion.get(), collected));
        Optional<ResolvedContent> content = spec.content().map(packs::content);
        Sourced<Boolean> fips = fips(spec);
        ConfigChoices choices = new ConfigChoices(
                Sourced.written(kubernetes.flavor()),
                version,
                hardening(kubernetes.hardening()),
                fips,
                Sourced.written(spec.network().value().cni().value().name()),
                agentVersion.isPresent(),
                ConfigChoices.removing(Sourced.written(spec.mode()), fips, content));
        ResolvedProfile resolved = ImmutableResolvedProfile.builder()
                .spec(profile)
                .name(Sourced.written(profile.value().metadata().value().name()))
                .description(profile.value().metadata().value().description().map(Sourced::written))
                .mode(Sourced.written(spec.mode()))
                .agentVersion(agentVersion.map(Sourced::written))
                .agent(agent)
                .osFamily(Sourced.written(os.family()))
                .osVersion(Sourced.written(os.version()))
                .osDistribution(distribution(os))
                .baseImage(os.baseImage().map(Sourced::written))
                .imageHardening(hardening(os.hardening()))
                .flavor(choices.flavor())
                .kubernetesVersion(version)
                .kubernetesHardening(choices.hardening())
                .fips(fips)
                .cluster(cluster(spec, choices, collected))
                .cni(choices.cni())
                .cniPack(packs.cni(spec))
                .csi(packs.csi(spec))
                .image(image(spec, version, agentVersion, collected))
                .content(content)
                .putAllHostClasses(hostClasses(spec, collected))
                .workloadHostCount(spec.site()
                        .flatMap(site -> site.value().hosts())
                        .map(hosts -> workloadHosts(hosts.value()))
                        .orElse(0))
                .build();
        return new Resolution<>(resolved, collected.findings());
    }

    private static int workloadHosts(List<Located<Host>> hosts) {
        long workers = hosts.stream()
                .flatMap(host -> host.value().role().stream())
                .filter(role -> role.value() == HostRole.WORKER)
                .count();
        return workers == 0 ? hosts.size() : (int) workers;
    }

    /** The FIPS build of PXK-E is for FIPS mode only, so it need not be said twice. */
    private static Sourced<Boolean> fips(ProfileSpec spec) {
        Located<Flavor> flavor = spec.kubernetes().value().flavor();
        if (spec.fips().isPresent()) {
            return Sourced.written(spec.fips().get());
        }
        return flavor.value() == Flavor.PXK_E_FIPS
                ? new Sourced<>(
                        true, Origin.inferred("this flavor is for FIPS mode", new Origin.Written(flavor.place())))
                : new Sourced<>(false, new Origin.Default("FIPS is off unless asked for"));
    }

    private static Optional<Sourced<OsDistribution>> distribution(OsSpec os) {
        if (os.distribution().isPresent()) {
            return os.distribution().map(Sourced::written);
        }
        Origin family = Origin.inferred(
                "the distribution of this family",
                new Origin.Written(os.family().place()));
        return switch (os.family().value()) {
            case UBUNTU -> Optional.of(new Sourced<>(OsDistribution.UBUNTU, family));
            case OPENSUSE -> Optional.of(new Sourced<>(OsDistribution.OPENSUSE_LEAP, family));
            // Which one it is must be said: the axis table holds that.
            case BYOOS -> Optional.empty();
        };
    }

    private Optional<AgentRelease> agent(Located<String> version, Collected collected) {
        Optional<AgentRelease> release = catalogue.agentRelease(version.value());
        if (release.isEmpty()) {
            List<String> known = catalogue.agentReleases().stream()
                    .map(AgentRelease::toString)
                    .toList();
            Finding.Builder finding = Problem.UNKNOWN_AGENT_RELEASE
                    .at(version.place())
                    .message("agent release `" + version.value() + "` is not in the catalogue")
                    .addValues("known releases: " + String.join(", ", known));
            Spelling.nearest(version.value(), known, 1)
                    .forEach(near -> finding.addFixes(Fix.of(
                            "choose `" + near + "`",
                            SpecText.replace(version.place(), near),
                            Fix.Applicability.GUESS)));
            finding.addFixes(Fix.advice("choose one of " + String.join(", ", known)));
            collected.add(finding.build());
        }
        return release;
    }

    /** The version names a base image of the build's own; one that is given stands for itself. */
    private static void checkOsVersion(OsSpec os, AgentRelease release, Collected collected) {
        if (os.family().value() == OsFamily.BYOOS || os.baseImage().isPresent()) {
            return;
        }
        List<String> built = release.osVersions(os.family().value().text());
        if (!built.contains(os.version().value())) {
            collected.add(Problem.OS_VERSION_NOT_BUILT
                    .at(os.version().place())
                    .message("agent " + release.version() + " has no base image of "
                            + os.family().value().text() + " `" + os.version().value() + "`")
                    .effect("the image build derives the name of a base image that does not exist, and fails")
                    .addValues("built versions: " + String.join(", ", built))
                    .addFixes(Fix.advice("choose one of " + String.join(", ", built)))
                    .build());
        }
    }

    private static Sourced<Hardening> hardening(Optional<Located<Hardening>> written) {
        return written.map(Sourced::written)
                .orElseGet(() ->
                        new Sourced<>(Hardening.NONE, new Origin.Default("nothing is hardened unless asked for")));
    }

    /** A minor release means the newest patch that the agent release builds; a patch release means itself, if it is built. */
    private static Optional<Sourced<KubernetesVersion>> version(
            KubernetesSpec spec, AgentRelease release, Located<String> agentVersion, Collected collected) {
        Located<String> written = spec.version();
        String flavor = spec.flavor().value().text();
        Optional<KubernetesMinor> minor = KubernetesMinor.parse(written.value());
        if (minor.isPresent()) {
            Optional<KubernetesVersion> newest = release.newest(flavor, minor.get());
            if (newest.isPresent()) {
                Origin origin = Origin.inferred(
                        "the newest " + minor.get() + " that agent " + release.version() + " builds for " + flavor,
                        new Origin.Written(written.place()),
                        new Origin.Written(agentVersion.place()),
                        new Origin.Written(spec.flavor().place()),
                        new Origin.Fact("list of built Kubernetes releases", release.patchesSource()));
                return Optional.of(new Sourced<>(newest.get(), origin));
            }
        }
        Optional<KubernetesVersion> pinned = KubernetesVersion.parse(written.value());
        if (pinned.isPresent() && release.patches(flavor, pinned.get().minor()).contains(pinned.get())) {
            return Optional.of(new Sourced<>(pinned.get(), new Origin.Written(written.place())));
        }
        collected.add(notBuilt(written, flavor, release, minor.or(() -> pinned.map(KubernetesVersion::minor))));
        return Optional.empty();
    }

    private static Finding notBuilt(
            Located<String> written, String flavor, AgentRelease release, Optional<KubernetesMinor> minor) {
        List<KubernetesVersion> built =
                minor.map(m -> release.patches(flavor, m)).orElse(List.of());
        Finding.Builder finding = Problem.PATCH_NOT_BUILT
                .at(written.place())
                .message("agent " + release.version() + " does not build Kubernetes `" + written.value() + "` for "
                        + flavor)
                .effect("the image build fails late, when the package of this release is not found");
        if (built.isEmpty()) {
            return finding.addFixes(Fix.advice("choose a minor release from "
                            + String.join(
                                    ", ",
                                    release.minors(flavor).stream()
                                            .map(Object::toString)
                                            .toList())))
                    .build();
        }
        List<String> texts = built.stream().map(Object::toString).toList();
        String newest = texts.get(texts.size() - 1);
        return finding.addValues("built releases: " + String.join(", ", texts))
                .addFixes(Fix.of(
                        "choose the newest, `\"" + newest + "\"`",
                        new Edit(written.place().value(), '"' + newest + '"'),
                        Fix.Applicability.GUESS))
                .build();
    }

    private ClusterSettings cluster(ProfileSpec spec, ConfigChoices choices, Collected collected) {
        Layers layers = Layers.of(spec.site());
        Located<String> pods = layers.nearest(SiteSpec::network, SiteNetwork::podCidr)
                .orElseGet(() -> spec.network().value().podCidr());
        Located<String> services = layers.nearest(SiteSpec::network, SiteNetwork::serviceCidr)
                .orElseGet(() -> spec.network().value().serviceCidr());
        Optional<Sourced<IpPrefix>> podCidr = collected.keep(Refine.network(pods));
        Optional<Sourced<IpPrefix>> serviceCidr = collected.keep(Refine.network(services));
        KubernetesConfig config = new KubernetesConfiguration(catalogue)
                .resolve(choices, podCidr, serviceCidr, Layers.userConfig(spec, Optional.empty()));
        return new ClusterSettings(podCidr, serviceCidr, config);
    }

    private Optional<ResolvedImage> image(
            ProfileSpec spec,
            Optional<Sourced<KubernetesVersion>> version,
            Optional<Located<String>> agentVersion,
            Collected collected) {
        if (spec.image().isEmpty()) {
            agentVersion.ifPresent(agent -> collected.add(Problem.IMAGE_MISSING
                    .at(agent.place())
                    .message("hosts with the agent are installed from an image, and the profile has no `image`")
                    .effect("there is nothing to install the hosts from")
                    .addFixes(Fix.advice("add `spec.image` with format, registry, repository and customTag, "
                            + "or leave `spec.agent` out for hosts without the agent"))
                    .build()));
            return Optional.empty();
        }
        ImageSpec image = spec.image().get().value();
        Located<Flavor> flavor = spec.kubernetes().value().flavor();
        return Optional.of(ImmutableResolvedImage.builder()
                .registry(Sourced.written(image.registry()))
                .repository(Sourced.written(image.repository()))
                .customTag(Sourced.written(image.customTag()))
                .isoName(image.isoName()
                        .map(Sourced::written)
                        .orElseGet(() ->
                                new Sourced<>(ISO_NAME, new Origin.Default("the name that CanvOS' template has"))))
                .uri(version.flatMap(patch -> agentVersion.map(agent -> ImageUri.of(
                        image, flavor, catalogue.flavor(flavor.value().text()), patch, agent))))
                .build());
    }

    private static Map<String, ResolvedHostClass> hostClasses(ProfileSpec spec, Collected collected) {
        Map<String, ResolvedHostClass> classes = new TreeMap<>();
        spec.hostClasses()
                .value()
                .forEach((name, hostClass) -> classes.put(name, hostClass(name, hostClass, collected)));
        return classes;
    }

    private static ResolvedHostClass hostClass(String name, Located<HostClass> located, Collected collected) {
        HostClass spec = located.value();
        return ImmutableResolvedHostClass.builder()
                .name(name)
                .place(located.place())
                .arch(Sourced.written(spec.arch()))
                .model(spec.model().map(Sourced::written))
                .platform(spec.platform()
                        .map(Sourced::written)
                        .orElseGet(
                                () -> new Sourced<>(Platform.BARE_METAL, new Origin.Default("a machine is physical"))))
                .cores(Sourced.written(spec.cores()))
                .memory(collected.keep(Refine.quantity(spec.memory())))
                .addAllDisks(spec.disks().value().stream()
                        .map(disk -> disk(disk, collected))
                        .toList())
                .afterInstall(spec.afterInstall()
                        .map(Sourced::written)
                        .orElseGet(() -> new Sourced<>(
                                AfterInstall.WAIT,
                                new Origin.Default("an installed host stays on the screen that says so"))))
                .build();
    }

    private static ResolvedDisk disk(Located<Disk> located, Collected collected) {
        Disk disk = located.value();
        return new ResolvedDisk(
                located.place(),
                Sourced.written(disk.device()),
                collected.keep(Refine.quantity(disk.size())),
                Sourced.written(disk.type()),
                Sourced.written(disk.use()));
    }
}
