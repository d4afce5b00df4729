// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about sites without a management plane: what they need, and what has no meaning there. */
final class AirGapRules {
    private static final String CREATE =
            "Palette documentation, clusters/edge/local-ui/cluster-management/create-cluster";
    private static final String LINK = "Palette documentation, clusters/edge/local-ui/cluster-management/link-hosts";
    private static final String HARBOR =
            "content: {bundle: content-stores, inClusterRegistry: {name: harbor-edge-native-config}}, ";
    /** An air-gapped site as it should be. */
    static final String GOOD = "profile: {spec: {mode: air-gapped, " + HARBOR
            + "hostClasses: {small-box: {cores: 8}}, site: {registration: null}}}";

    private static final String SINGLE = "site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}";
    private static final String REGISTRY =
            "registry: {domain: registry.example.com, username: puller, password: {secretRef: p}}";

    private AirGapRules() {}

    private record OnAgent(ResolvedSite site, AgentRelease agent, Catalogue catalogue) {}

    private record Several(ResolvedSite site, Optional<ResolvedContent> content) {
        boolean hasOwnRegistry() {
            return content.flatMap(ResolvedContent::inClusterRegistry).isPresent();
        }
    }

    static final Rule<ProfileContext, ResolvedProfile> NO_CONTENT = Rule.profile("MODE-020")
            .title("an air-gapped profile does not say where images come from")
            .why("""
                    Without internet a host has the images of a content bundle, built into its installer or uploaded, or those of a \
                    registry that it reaches. With neither, no cluster can be created. A cluster definition may also be uploaded later.""")
            .evidence(CREATE, "C-72")
            .good(GOOD)
            .bad("profile: {spec: {mode: air-gapped, site: {registration: null}}}")
            .subjects(context -> airGapped(context.profile()))
            .broken(
                    profile ->
                            profile.content().flatMap(ResolvedContent::bundle).isEmpty()
                                    && profile.content()
                                            .flatMap(ResolvedContent::registry)
                                            .isEmpty(),
                    (profile, finding) -> {
                        profile.content()
                                .ifPresentOrElse(
                                        content -> finding.atKey(content.place()),
                                        () -> Written.at(finding, profile.mode()));
                        finding.message("an air-gapped profile needs `content.bundle` or `content.registry`")
                                .label("no place to take images from")
                                .effect("hosts pull images from the internet in vain, and the cluster is never created")
                                .addFixes(Fix.advice("build a content bundle and set `content.bundle`, "
                                        + "or set `content.registry` to a registry that the hosts reach"));
                    });

    static final Rule<SiteContext, OnAgent> ONE_HOST = Rule.site("MODE-021")
            .title("the agent forms no cluster of several hosts in air-gapped mode")
            .why("""
                    Hosts without a management plane are linked with one another in the Local UI. Agents before 4.5.11 don't know \
                    how: their clusters have one host there.""")
            .evidence(LINK, "C-74", "C-75")
            .good(GOOD)
            .bad("profile: {spec: {mode: air-gapped, agent: {version: 4.4.12}, " + HARBOR
                    + "hostClasses: {small-box: {cores: 8}}, site: {registration: null}}}")
            .subjects(context -> airGapped(context.profile())
                    .filter(profile -> context.site().hosts().size() > 1)
                    .flatMap(profile -> profile.agent().stream())
                    .map(agent -> new OnAgent(context.site(), agent, context.catalogue())))
            .broken(subject -> subject.agent().multiNode().isEmpty(), (subject, finding) -> {
                ResolvedSite site = subject.site();
                site.profile().agentVersion().ifPresent(version -> Written.at(finding, version));
                Written.related(finding, site.profile().mode(), "the mode is chosen here");
                Written.related(finding, site.hosts().get(1).name(), "this host can't be linked to the first");
                finding.message("site `" + site.name().value() + "` has "
                                + site.hosts().size() + " hosts, and agent " + subject.agent()
                                + " forms air-gapped clusters of one")
                        .effect("the hosts can't be linked, and the cluster has one of them")
                        .addFixes(Fix.advice(AgentAdvice.newer(
                                        subject.catalogue(),
                                        release -> release.multiNode().isPresent())
                                + ", or keep one host"));
            });

    static final Rule<SiteContext, Several> NO_REGISTRY = Rule.site("MODE-022")
            .title("several air-gapped hosts have no registry")
            .why("""
                    The images of a content bundle lie on the host that it was uploaded to. The others take them from the registry in \
                    the cluster, which is there for that. Without it, and without a registry elsewhere, they have no images.""")
            .evidence(
                    CREATE + "; clusters/edge/site-deployment/deploy-custom-registries/deploy-primary-registry", "C-73")
            .good(GOOD)
            .bad("profile: {spec: {mode: air-gapped, content: {bundle: content-stores}, site: {registration: null}}}")
            .subjects(context -> several(context)
                    .filter(site ->
                            site.content().flatMap(ResolvedContent::registry).isEmpty()))
            .broken(site -> !site.hasOwnRegistry(), (several, finding) -> {
                at(finding, several);
                finding.message(words(several) + " and no registry to take images from")
                        .effect("all hosts but the one with the bundle pull images in vain, and never get ready")
                        .addFixes(Fix.advice("set `content.inClusterRegistry: {name: harbor-edge-native-config}` "
                                + "and a storage pack, or keep one host"));
            });

    static final Rule<SiteContext, Several> ONLY_OUTSIDE = Rule.site("MODE-023")
            .warning()
            .title("several air-gapped hosts depend on a registry outside the cluster")
            .why("""
                    One document asks every air-gapped cluster of several hosts for a registry in the cluster, another lets them pull \
                    from one outside. With the one outside, a host that starts while it can't be reached does not get ready.""")
            .evidence(
                    CREATE + "; clusters/edge/site-deployment/deploy-custom-registries/deploy-external-registry",
                    "C-73")
            .good("profile: {spec: {mode: air-gapped, content: {inClusterRegistry: {name: harbor-edge-native-config}, "
                    + REGISTRY + "}, hostClasses: {small-box: {cores: 8}}, site: {registration: null}}}")
            .bad("profile: {spec: {mode: air-gapped, content: {" + REGISTRY + "}, site: {registration: null}}}")
            .subjects(context -> several(context)
                    .filter(site ->
                            site.content().flatMap(ResolvedContent::registry).isPresent()))
            .broken(site -> !site.hasOwnRegistry(), (several, finding) -> {
                at(finding, several);
                finding.message(words(several) + " and no registry in the cluster")
                        .effect("a host that starts while the registry outside can't be reached does not get ready")
                        .addFixes(Fix.advice("set `content.inClusterRegistry: {name: harbor-edge-native-config}` and a "
                                + "storage pack, or make sure that all hosts always reach the registry"));
            });

    static final Rule<SiteContext, ResolvedSite> SINGLE_WITHOUT = Rule.site("MODE-024")
            .note()
            .title("an air-gapped host has no registry")
            .why("""
                    For a single host the registry in the cluster is recommended, not asked for: its images are in the content bundle. \
                    With a registry, an upgrade carries only what has changed.""")
            .evidence(CREATE, "C-73")
            .good("{" + GOOD + ", " + SINGLE + "}")
            .bad("{profile: {spec: {mode: air-gapped, content: {bundle: content-stores}, site: {registration: null}}}, "
                    + SINGLE + "}")
            .subjects(context -> airGapped(context.profile())
                    .map(profile -> context.site())
                    .filter(site -> site.hosts().size() == 1)
                    .filter(site -> site.profile()
                            .content()
                            .filter(content -> content.registry().isEmpty())
                            .flatMap(ResolvedContent::bundle)
                            .isPresent()))
            .broken(
                    site -> site.profile()
                            .content()
                            .flatMap(ResolvedContent::inClusterRegistry)
                            .isEmpty(),
                    (site, finding) -> {
                        site.profile().content().ifPresent(content -> finding.atKey(content.place()));
                        finding.message("the only host of site `" + site.name().value() + "` has no registry")
                                .effect("each upgrade carries all images to the host")
                                .addFixes(Fix.advice(
                                        "set `content.inClusterRegistry` if upgrades over the network matter"));
                    });

    static final Rule<SiteContext, Sourced<Endpoint>> OTHER_ENDPOINT = Rule.site("MODE-025")
            .warning()
            .title("the Local UI asks for a virtual address, and the endpoint is none")
            .why("""
                    An air-gapped cluster is created in the Local UI of a host. Its form takes the virtual address of the API; no \
                    document says that it takes a DNS name or the address of a load balancer.""")
            .evidence(CREATE, "C-72")
            .good(GOOD)
            .bad("{" + GOOD + ", site: {spec: {controlPlaneEndpoint: {loadBalancer: 10.20.4.9}}}}")
            .subjects(context -> airGapped(context.profile()).flatMap(profile -> context.site().endpoint().stream()))
            .broken(endpoint -> !(endpoint.value() instanceof Endpoint.Vip), (endpoint, finding) -> {
                Written.at(finding, endpoint);
                finding.message("the endpoint `" + endpoint.value().host() + "` is no virtual address")
                        .effect("it may be that the cluster can't be created in the Local UI")
                        .addFixes(Fix.advice("use a virtual address: `controlPlaneEndpoint: {vip: …}`"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(NO_CONTENT);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(ONE_HOST, NO_REGISTRY, ONLY_OUTSIDE, SINGLE_WITHOUT, OTHER_ENDPOINT);

    private static Stream<ResolvedProfile> airGapped(ResolvedProfile profile) {
        return Stream.of(profile)
                .filter(found -> found.hasAgent() && found.mode().value() == ClusterMode.AIR_GAPPED);
    }

    private static Stream<Several> several(SiteContext context) {
        return airGapped(context.profile())
                .filter(profile -> context.site().hosts().size() > 1)
                .map(profile -> new Several(context.site(), profile.content()));
    }

    private static void at(Finding.Builder finding, Several several) {
        several.content()
                .ifPresentOrElse(
                        content -> finding.atKey(content.place()),
                        () -> Written.at(finding, several.site().profile().mode()));
        Written.related(finding, several.site().hosts().get(1).name(), "this host has no images of its own");
    }

    private static String words(Several several) {
        return "air-gapped site `" + several.site().name().value() + "` has "
                + several.site().hosts().size() + " hosts";
    }
}
