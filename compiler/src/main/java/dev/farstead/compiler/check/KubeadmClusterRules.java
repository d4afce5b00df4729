// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.PackValue;
import dev.farstead.schemas.ValueForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about fields passed on to kubeadm that the parts of a cluster have to agree on. */
final class KubeadmClusterRules {
    private static final String KUBEADM =
            "github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.10 cmd/kubeadm/app/";
    private static final String PORT = "initConfiguration.localAPIEndpoint.bindPort";
    private static final String DNS_DOMAIN = "clusterConfiguration.networking.dnsDomain";
    private static final String KUBELET_DOMAIN = "cluster-domain";
    private static final List<String> DOMAIN_DEFAULT = List.of("kubeletConfiguration", "clusterDomain");

    private KubeadmClusterRules() {}

    /**
     * A port for the API server.
     *
     * @param field the field that gives it
     * @param port the port
     * @param joinPort the port at which the API is looked for
     */
    record Port(PassedField field, BigDecimal port, int joinPort) {
        static Stream<Port> of(PassedConfig in) {
            return PassedField.of(in)
                    .filter(field ->
                            field.dotted().equals(PORT) && field.usable().isPresent())
                    .flatMap(field -> field.value().value() instanceof ConfigValue.Numeral port
                            ? Stream.of(new Port(
                                    field,
                                    port.value(),
                                    in.catalogue().flavor(in.flavor()).joinPort()))
                            : Stream.empty());
        }

        /** Zero is the default. */
        boolean differs() {
            return port.signum() != 0 && port.compareTo(BigDecimal.valueOf(joinPort)) != 0;
        }
    }

    /**
     * The domain in which services have names, and the one in which pods look for them.
     *
     * @param place the place that is reported
     * @param other where the other one stands, if both are given
     * @param services the domain of the services
     * @param pods the domain that pods ask for
     */
    record Domains(Place place, Optional<Place> other, String services, String pods) {
        /** The last layer wins, and an argument of the kubelet wins over a field. A domain that kubeadm refuses is no subject. */
        static Stream<Domains> of(SiteContext context) {
            Optional<PassedField> services = PassedConfig.reaching(context)
                    .flatMap(PassedField::of)
                    .filter(field -> field.dotted().equals(DNS_DOMAIN)
                            && field.usable().isPresent()
                            && field.value().value() instanceof ConfigValue.Text)
                    .reduce((first, second) -> second);
            Optional<Setting> pods = context.settings()
                    .of(Setting.KUBELET, KUBELET_DOMAIN)
                    .filter(setting -> setting.in().isKubeadm())
                    .reduce((first, second) -> second);
            String ofServices = services.map(
                            field -> PassedItem.text(field.value().value()))
                    .filter(text -> !text.isEmpty())
                    .orElseGet(() -> usual(context));
            String ofPods =
                    pods.map(Setting::text).filter(text -> !text.isEmpty()).orElseGet(() -> usual(context));
            Optional<Place> first = services.map(field -> field.value().place());
            return pods.map(Setting::place).or(() -> first).stream()
                    .map(place -> new Domains(place, pods.isPresent() ? first : Optional.empty(), ofServices, ofPods))
                    .filter(domains -> ValueForms.fits(ValueForm.DOMAIN, domains.services()));
        }

        /** What the provider gives the kubelet is also what kubeadm takes for the services. */
        private static String usual(SiteContext context) {
            return context.catalogue().kubeadmProvider().defaults().stream()
                    .filter(setting -> setting.path().equals(DOMAIN_DEFAULT))
                    .map(setting -> ((PackValue.Text) setting.value()).value())
                    .findFirst()
                    .orElseThrow();
        }

        boolean differ() {
            return !services.equals(pods);
        }
    }

    static final Rule<ProfileContext, Port> BIND_PORT = Rule.profile("DIST-177")
            .title("kubeadm is told of another port for the API server than the one that it gets")
            .why("""
                    The pack has the API server listen at port 6443, and all hosts look for it there. kubeadm has the kubelet ask at the \
                    port that is passed on whether it is alive. Nothing answers there, so the kubelet starts it again and again.""")
            .evidence(
                    KUBEADM + "phases/controlplane/manifests.go; Palette documentation, integrations/edge-k8s, example "
                            + "Kubernetes configuration file",
                    "C-28")
            .inferred()
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{localAPIEndpoint: {bindPort: 6443}}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {initConfiguration: "
                    + "{localAPIEndpoint: {bindPort: 8443}}}}}}")
            .subjects(context -> PassedConfig.ofProfile(context).flatMap(Port::of))
            .broken(
                    Port::differs,
                    (port, finding) -> finding.at(port.field().value().place())
                            .message("`" + port.field().dotted() + "` is "
                                    + PassedItem.text(port.field().value().value()) + ", and the API server listens at "
                                    + port.joinPort())
                            .effect("the kubelet starts the API server again and again, and no cluster comes up")
                            .addFixes(Fix.advice("leave it out, or write " + port.joinPort())));

    static final Rule<SiteContext, Domains> DOMAIN = Rule.site("DIST-179")
            .title("pods look for services in another domain than the one that these have their names in")
            .why("""
                    `clusterConfiguration.networking.dnsDomain` is the domain that the DNS of the cluster answers for, and \
                    `kubeletConfiguration.clusterDomain` the one that the kubelet writes into each pod. Each is `cluster.local` unless it is \
                    given: the provider writes the second, so that it does not follow the first.""")
            .evidence(
                    KUBEADM + "componentconfigs/kubelet.go, cmd/kubeadm/app/apis/kubeadm/v1beta3/defaults.go; "
                            + "github.com/kairos-io/provider-kubeadm v4.4.1, v4.5.5 utils/defaults.go",
                    "C-28")
            .good("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{networking: {dnsDomain: edge.local}}, kubeletConfiguration: {clusterDomain: edge.local}}}}}")
            .bad("profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.28.13\", config: {clusterConfiguration: "
                    + "{networking: {dnsDomain: edge.local}}}}}}")
            .subjects(Domains::of)
            .broken(Domains::differ, (domains, finding) -> {
                finding.at(domains.place())
                        .message("services have names in `" + domains.services() + "`, and pods look for them in `"
                                + domains.pods() + "`")
                        .effect("no pod finds a service by its short name")
                        .addFixes(Fix.advice("give `" + DNS_DOMAIN
                                + "` and `kubeletConfiguration.clusterDomain` the same value, or leave both out"));
                domains.other()
                        .ifPresent(place -> finding.addRelated(
                                new Related(place.value(), "the domain of the services stands here")));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(BIND_PORT);

    static final List<Rule<SiteContext, ?>> SITE =
            List.of(BIND_PORT.over(context -> PassedConfig.ofSite(context).flatMap(Port::of)), DOMAIN);
}
