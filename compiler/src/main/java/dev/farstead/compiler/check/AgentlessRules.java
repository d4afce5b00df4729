// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.model.spec.Registration;
import dev.farstead.model.spec.SecretRef;
import dev.farstead.model.spec.SiteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about hosts without the agent, as far as the axes do not say it: what they need, and what does not reach them. */
final class AgentlessRules {
    private static final String TOKEN = "K3s documentation, cli/token; RKE2 documentation, install/ha";
    private static final String CLOUD_INIT = "cloud-init documentation, reference/datasources/nocloud";
    private static final String JOB = "Palette documentation, clusters/edge/architecture/architecture";

    /** Turns the base of the examples into a profile without the agent. */
    private static final String BASE = """
        profile:
          spec:
            agent: null
            storage: null
            network: {cni: {name: flannel, version: null}}
            hostClasses: {small-box: {afterInstall: null, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}
            site: {registration: null, controlPlaneEndpoint: {vip: null, loadBalancer: api.example.com}}
        """;

    private static final String NO_IMAGE = BASE.replace("agent: null", "agent: null\n    image: null");

    private AgentlessRules() {}

    private record OfToken(ResolvedSite site, Sourced<SecretRef> token) {}

    /**
     * A value that only the agent, or what manages it, could use.
     *
     * @param path its keys, joined by dots
     * @param place where it stands
     * @param reason why it does not reach a host without the agent
     * @param agent whether the hosts have the agent
     */
    private record Given(String path, Place place, String reason, boolean agent) {}

    static final Rule<SiteContext, ResolvedSite> NO_TOKEN = Rule.site("MODE-040")
            .title("hosts without the agent have no cluster token")
            .why("""
                Hosts join a cluster with a token. With the agent the management plane chooses it; without, it has to stand in the \
                files of the hosts before the first of them boots.\
                """)
            .evidence(TOKEN)
            .good(NO_IMAGE + "site: {spec: {clusterToken: {secretRef: cluster-token}}}")
            .bad(NO_IMAGE)
            .subjects(context ->
                    Stream.of(context.site()).filter(site -> !site.profile().hasAgent()))
            .broken(site -> site.clusterToken().isEmpty(), (site, finding) -> {
                Written.at(finding, site.name());
                finding.message("site `" + site.name().value() + "` has no `clusterToken`")
                        .effect("no host can join the first one")
                        .addFixes(Fix.advice(
                                "set `clusterToken: {secretRef: …}` to the name of a secret that holds a long"
                                        + " random text"));
            });

    static final Rule<SiteContext, OfToken> TOKEN_WITH_AGENT = Rule.site("MODE-041")
            .title("a cluster token is given for hosts with the agent")
            .why("The management plane chooses the token of a cluster that the agent starts. One that is given"
                    + " reaches no host.")
            .evidence(JOB)
            .good(NO_IMAGE + "site: {spec: {clusterToken: {secretRef: cluster-token}}}")
            .bad("site: {spec: {clusterToken: {secretRef: cluster-token}}}")
            .subjects(
                    context -> context.site().clusterToken().stream().map(token -> new OfToken(context.site(), token)))
            .broken(given -> given.site().profile().hasAgent(), (given, finding) -> {
                Written.at(finding, given.token());
                given.site()
                        .profile()
                        .agentVersion()
                        .ifPresent(version -> Written.related(finding, version, "these hosts have the agent"));
                finding.message("`clusterToken` is for hosts without the agent")
                        .effect("the line would have no effect")
                        .addFixes(Fix.advice("leave `clusterToken` out"));
            });

    static final Rule<ProfileContext, Given> FOR_THE_AGENT = Rule.profile("MODE-042")
            .title("a value is given that only hosts with the agent have a use for")
            .why("""
                Hosts without the agent start from the stock image of their system, are set up by cloud-init and know no management \
                plane. Nothing is built for them, and no installer runs on them.\
                """)
            .evidence(CLOUD_INIT + "; " + JOB)
            .inferred()
            .good("profile: {spec: {image: {customTag: other}}}")
            .bad(BASE)
            .subjects(AgentlessRules::ofProfile)
            .broken(given -> !given.agent(), AgentlessRules::noEffect);

    static final Rule<SiteContext, Given> OF_A_SITE = Rule.site("MODE-043")
            .title("a site gives a value that only hosts with the agent have a use for")
            .why("""
                The management plane registers hosts and keeps the labels of a cluster. It does not know of hosts without the agent, \
                so neither goes anywhere.\
                """)
            .evidence(JOB)
            .inferred()
            .good("site: {metadata: {labels: {ring: \"2\"}}}")
            .bad(NO_IMAGE + "site: {metadata: {labels: {ring: \"2\"}}}")
            .subjects(AgentlessRules::ofSite)
            .broken(given -> !given.agent(), AgentlessRules::noEffect);

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(FOR_THE_AGENT);

    static final List<Rule<SiteContext, ?>> SITE = List.of(NO_TOKEN, TOKEN_WITH_AGENT, OF_A_SITE);

    private static void noEffect(Given given, Finding.Builder finding) {
        finding.atKey(given.place())
                .message("`" + given.path() + "` has no meaning for hosts without the agent")
                .addValues(given.reason())
                .effect("the line would have no effect")
                .addFixes(Fix.advice("leave `" + given.path() + "` out, or set `spec.agent`"));
    }

    private static Stream<Given> ofProfile(ProfileContext context) {
        ResolvedProfile profile = context.profile();
        ProfileSpec spec = profile.spec().value().spec().value();
        List<Given> given = new ArrayList<>();
        spec.image().ifPresent(image -> add(given, profile, "image", image, "no image is built for them"));
        spec.content().ifPresent(content -> add(given, profile, "content", content, "they download what they need"));
        spec.os()
                .value()
                .baseImage()
                .ifPresent(image ->
                        add(given, profile, "os.baseImage", image, "they start from the stock image of the system"));
        spec.hostClasses()
                .value()
                .forEach((name, machine) -> machine.value()
                        .afterInstall()
                        .ifPresent(after -> add(
                                given,
                                profile,
                                "hostClasses." + name + ".afterInstall",
                                after,
                                "no installer runs on them")));
        registration(spec.site())
                .ifPresent(found -> add(given, profile, "site.registration", found, "they register nowhere"));
        return given.stream();
    }

    private static Stream<Given> ofSite(SiteContext context) {
        ResolvedProfile profile = context.profile();
        List<Given> given = new ArrayList<>();
        context.site()
                .spec()
                .value()
                .metadata()
                .value()
                .labels()
                .ifPresent(labels -> add(
                        given,
                        profile,
                        "metadata.labels",
                        labels,
                        "no management plane keeps labels of their cluster"));
        registration(Optional.of(context.site().spec().value().spec()))
                .ifPresent(found -> add(given, profile, "registration", found, "they register nowhere"));
        return given.stream();
    }

    /** With a method, the axes say it. */
    private static Optional<Located<Registration>> registration(Optional<Located<SiteSpec>> site) {
        return site.flatMap(spec -> spec.value().registration())
                .filter(found -> found.value().method().isEmpty());
    }

    private static void add(List<Given> given, ResolvedProfile profile, String path, Located<?> value, String reason) {
        given.add(new Given(path, value.place(), reason, profile.hasAgent()));
    }
}
