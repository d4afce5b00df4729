// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.resolve.ResolvedRegistration;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.Registration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about how hosts make themselves known to the management plane. */
final class RegistrationRules {
    private static final String REFERENCE =
            "Palette documentation, clusters/edge/edge-configuration/installer-reference, site";
    private static final String TOKEN =
            "Palette documentation, clusters/edge/site-deployment/site-installation/create-registration-token";

    private static final String USER_DATA = "Palette documentation, clusters/edge/edgeforge-workflow/prepare-user-data";

    private RegistrationRules() {}

    private record Automatic(ResolvedRegistration registration, Sourced<RegistrationMethod> method) {}

    /**
     * A key of a registration.
     *
     * @param name the key
     * @param place where it stands
     * @param mode the mode of the cluster
     * @param hasMethod whether any layer chooses a method: of one that is not possible the axes tell
     */
    private record Given(String name, Place place, Sourced<ClusterMode> mode, boolean hasMethod) {
        static Stream<Given> of(SiteContext context) {
            // Of hosts without the agent another rule tells.
            return context.profile().hasAgent()
                    ? Written.layers(context.site())
                            .flatMap(layer -> layer.value().registration().stream())
                            .flatMap(registration -> of(context, registration.value()))
                    : Stream.empty();
        }

        private static Stream<Given> of(SiteContext context, Registration registration) {
            return Stream.of(
                            key(context, "endpoint", registration.endpoint()),
                            key(context, "url", registration.url()),
                            key(context, "project", registration.project()),
                            key(context, "token", registration.token()),
                            key(context, "tags", registration.tags()))
                    .flatMap(Optional::stream);
        }

        private static <T> Optional<Given> key(SiteContext context, String name, Optional<Located<T>> value) {
            return value.map(found -> new Given(
                    name,
                    found.place(),
                    context.profile().mode(),
                    context.site().registration().method().isPresent()));
        }
    }

    static final Rule<SiteContext, Automatic> NO_TOKEN = Rule.site("REG-001")
            .title("automatic registration has no token")
            .why(
                    "A host that registers by itself shows a token of the tenant. Without one it waits for somebody to enter its identifier.")
            .evidence(REFERENCE, "C-62")
            .good("profile: {spec: {site: {registration: {token: {secretRef: registration-token}}}}}")
            .bad("profile: {spec: {site: {registration: {token: null}}}}")
            .subjects(RegistrationRules::automatic)
            .broken(subject -> subject.registration().token().isEmpty(), (subject, finding) -> {
                Written.at(finding, subject.method());
                finding.message("registration is automatic, and no token is given")
                        .label("needs a token")
                        .effect("the hosts don't register, and wait before the installer's screen")
                        .addFixes(
                                Fix.advice(
                                        "set `registration.token: {secretRef: …}` to the name of the secret that holds the token"));
            });

    static final Rule<SiteContext, Automatic> NO_PROJECT = Rule.site("REG-002")
            .warning()
            .title("automatic registration names no project")
            .why("""
                    A host registers into the project that its user-data names, or else into the default project of its token. A token \
                    without a default project registers nothing, and whether it has one can't be seen from here.""")
            .evidence(TOKEN, "C-63")
            .good("profile: {spec: {site: {registration: {project: edge-stores}}}}")
            .bad("profile: {spec: {site: {registration: {project: null}}}}")
            .subjects(RegistrationRules::automatic)
            .broken(subject -> subject.registration().project().isEmpty(), (subject, finding) -> {
                Written.at(finding, subject.method());
                finding.message("registration is automatic, and no project is named")
                        .label("goes to the token's default project, if it has one")
                        .effect("without a default project of the token the hosts don't register")
                        .addFixes(Fix.advice("set `registration.project` to the name of the project"));
            });

    static final Rule<SiteContext, Sourced<String>> NO_HOST_NAME = Rule.site("REG-003")
            .title("the management plane is neither a host name nor an IP address")
            .why("""
                    The agent takes the host alone and adds the scheme itself. A text that is no name can't be resolved, and the host \
                    tries for ever.""")
            .evidence(USER_DATA + "; RFC 1123, section 2.1", "C-61")
            .good("profile: {spec: {site: {registration: {endpoint: api.spectrocloud.com}}}}")
            .bad("profile: {spec: {site: {registration: {endpoint: api..spectrocloud.com}}}}")
            .subjects(context -> context.site().registration().endpoint().stream())
            .broken(endpoint -> !Hosts.isHost(endpoint.value()), (endpoint, finding) -> {
                Written.at(finding, endpoint);
                finding.message("`" + endpoint.value() + "` is neither a host name nor an IP address")
                        .effect("the hosts can't resolve the management plane, and never register")
                        .addFixes(Fix.advice("write the host alone, such as `api.spectrocloud.com`"));
            });

    static final Rule<SiteContext, Given> AIR_GAPPED = Rule.site("REG-044")
            .title("an air-gapped site says how its hosts register")
            .why("""
                    An air-gapped host has no management plane to register with. What is said of it stands in the user-data of each host, \
                    and nothing reads it.""")
            .evidence(USER_DATA, "C-71")
            .good("site: {spec: {registration: {project: edge-stores}}}")
            .bad("{profile: {spec: {mode: air-gapped, content: {bundle: content-stores}, site: {registration: null}}}, "
                    + "site: {spec: {registration: {project: edge-stores}}}}")
            .subjects(Given::of)
            .broken(key -> key.mode().value() == ClusterMode.AIR_GAPPED && !key.hasMethod(), (key, finding) -> {
                finding.atKey(key.place());
                Written.related(finding, key.mode(), "the mode is chosen here");
                finding.message("`registration." + key.name() + "` is given, and an air-gapped host registers nowhere")
                        .effect("it stands in the user-data of each host, and nothing reads it")
                        .addFixes(Fix.advice("leave `registration` out"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(NO_TOKEN, NO_PROJECT, NO_HOST_NAME, AIR_GAPPED);

    private static Stream<Automatic> automatic(SiteContext context) {
        ResolvedRegistration registration = context.site().registration();
        // Where nothing registers, the method itself is the mistake, and the axes say so.
        boolean registers =
                context.profile().hasAgent() && context.profile().mode().value() == ClusterMode.CONNECTED;
        return registration
                .method()
                .filter(method -> registers && method.value() == RegistrationMethod.AUTO)
                .map(method -> new Automatic(registration, method))
                .stream();
    }
}
