// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ClusterSettings;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.schemas.ConfigKey;
import dev.farstead.schemas.FlavorFacts;
import dev.farstead.schemas.SwitchEffect;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about keys with which the servers of K3s or RKE2 start, and that no cluster comes up with. */
final class ServerKeyRules {
    private static final String K3S = "github.com/k3s-io/k3s v1.28.13+k3s1 pkg/cli/server/server.go";
    private static final String CLUSTER_DNS = "cluster-dns";
    private static final String CLUSTER_DNS_FIELD = "kubeletConfiguration.clusterDNS";
    private static final IpPrefix LINK_LOCAL = IpPrefix.parse("169.254.0.0/16").orElseThrow();
    private static final String BIND_ADDRESS = "bind-address";

    private ServerKeyRules() {}

    /**
     * An address at which the DNS of the cluster is to answer.
     *
     * @param in the layer that writes it
     * @param place where it stands
     * @param text the address
     * @param services the network that services have their addresses in
     */
    record Dns(PassedConfig in, Place place, String text, Sourced<IpPrefix> services) {
        static Stream<Dns> of(Stream<PassedConfig> layers, ClusterSettings cluster) {
            return cluster.serviceCidr().stream()
                    .flatMap(services -> layers.filter(Dns::bringsDns)
                            .flatMap(in -> Stream.of(keys(in, services), fields(in, services), arguments(in, services))
                                    .flatMap(found -> found)));
        }

        /** A site whose services have another network than those of its profile breaks what the profile says. */
        static Stream<Dns> of(SiteContext context) {
            ClusterSettings cluster = context.site().cluster();
            boolean own = PassedConfig.ofSite(context).anyMatch(Dns::isGiven);
            boolean moved = !network(cluster).equals(network(context.profile().cluster()));
            ProfileContext profile =
                    new ProfileContext(context.profile(), context.catalogue(), context.today(), context.space());
            return own || !moved
                    ? of(PassedConfig.ofSite(context), cluster)
                    : of(PassedConfig.ofProfile(profile), cluster);
        }

        private static Stream<Dns> keys(PassedConfig in, Sourced<IpPrefix> services) {
            return PassedKey.of(in)
                    .filter(key ->
                            key.name().equals(CLUSTER_DNS) && key.usable().isPresent())
                    .flatMap(PassedItem::of)
                    .filter(PassedItem::single)
                    .map(item -> new Dns(in, item.item().place(), item.text(), services));
        }

        private static Stream<Dns> fields(PassedConfig in, Sourced<IpPrefix> services) {
            return PassedField.of(in)
                    .filter(field -> field.dotted().equals(CLUSTER_DNS_FIELD)
                            && field.usable().isPresent()
                            && field.value().value() instanceof ConfigValue.Items)
                    .flatMap(field -> ((ConfigValue.Items) field.value().value()).items().stream())
                    .filter(item -> item.value() instanceof ConfigValue.Text)
                    .map(item -> new Dns(in, item.place(), PassedItem.text(item.value()), services));
        }

        private static Stream<Dns> arguments(PassedConfig in, Sourced<IpPrefix> services) {
            return PassedArgument.of(in)
                    .filter(argument -> in.isKubeadm()
                            && argument.name().equals(CLUSTER_DNS)
                            && argument.usable().isPresent())
                    .flatMap(argument -> Stream.of(argument.argument().value().split(","))
                            .map(text -> new Dns(in, argument.place(), text, services)));
        }

        private static boolean isGiven(PassedConfig in) {
            return in.values().containsKey(CLUSTER_DNS)
                    || PassedField.of(in).anyMatch(field -> field.dotted().equals(CLUSTER_DNS_FIELD));
        }

        /** Without the distribution's own DNS something else answers, perhaps at an address of each host. */
        private static boolean bringsDns(PassedConfig in) {
            Optional<String> own = in.catalogue().flavor(in.flavor()).dns();
            boolean disabled = PassedKey.of(in)
                    .filter(key -> key.name().equals("disable"))
                    .flatMap(PassedItem::of)
                    .map(PassedItem::text)
                    .anyMatch(name -> own.filter(name::equals).isPresent());
            return !disabled && KubeadmPhaseRules.Skipped.of(in).noneMatch(KubeadmPhaseRules.Skipped::installsDns);
        }

        private static Optional<IpPrefix> network(ClusterSettings cluster) {
            return cluster.serviceCidr().map(Sourced::value);
        }

        /** Only K3s and RKE2 give the service this address; with kubeadm it may be that of a cache on each host. */
        boolean isWithin() {
            return IpAddress.parse(text)
                    .filter(address ->
                            services.value().isHost(address) || (in.isKubeadm() && LINK_LOCAL.contains(address)))
                    .isPresent();
        }
    }

    static final Rule<ProfileContext, PassedKey> START = Rule.profile("DIST-168")
            .title("a key keeps the servers from making a cluster")
            .why("""
                    All hosts of a cluster get the same configuration, and they join at the port and at the address of the API that the \
                    files of all of them name. A server that listens elsewhere is not found, and a part that is turned off is off on \
                    every host.""")
            .evidence(
                    K3S + "; K3s documentation, cli/server; github.com/kairos-io/provider-k3s v4.4.2, v4.5.1 main.go; "
                            + "github.com/kairos-io/provider-rke2 v4.4.1, v4.5.1 main.go",
                    "C-130")
            .good("profile: {spec: {kubernetes: {config: {https-listen-port: 6443}}}}")
            .bad("profile: {spec: {kubernetes: {config: {disable-apiserver: true}}}}")
            .subjects(context -> usable(PassedKey.ofProfile(context)).filter(key -> !isFineAlone(key)))
            .broken(
                    key -> effect(key).isPresent(),
                    (key, finding) -> finding.at(key.value().place())
                            .message("`" + key.name() + ": "
                                    + PassedItem.text(key.value().value()) + "` leaves no cluster that hosts can join")
                            .effect(effect(key).orElseThrow())
                            .addFixes(Fix.advice("leave the key out")));

    static final Rule<ProfileContext, Dns> DNS = Rule.profile("DIST-169")
            .title("the DNS of the cluster is to answer at an address that no service can have")
            .why("""
                    The DNS of a cluster is a service, so its address is one of the service network. With another one \
                    K3s and RKE2 don't make the service, and with kubeadm pods ask where it is not. No pod finds anything by name.""")
            .evidence(
                    K3S + ", manifests/coredns.yaml; github.com/kubernetes/kubernetes v1.26.15, v1.28.13, v1.29.10 "
                            + "cmd/kubeadm/app/componentconfigs/kubelet.go, cmd/kubeadm/app/phases/addons/dns/dns.go",
                    "C-129")
            .good("profile: {spec: {kubernetes: {config: {cluster-dns: [100.64.64.10]}}}}")
            .bad("profile: {spec: {kubernetes: {config: {cluster-dns: [10.43.0.10]}}}}")
            .subjects(context ->
                    Dns.of(PassedConfig.ofProfile(context), context.profile().cluster()))
            .broken(dns -> !dns.isWithin(), (dns, finding) -> {
                finding.at(dns.place())
                        .message("`" + dns.text() + "` is no address of the service network "
                                + dns.services().value())
                        .effect(
                                dns.in().isKubeadm()
                                        ? "the DNS answers at another address, and pods find nothing by name"
                                        : "the service of the DNS is not made, and pods find nothing by name");
                Written.related(finding, dns.services(), "the service network");
                finding.addFixes(Fix.advice("leave it out: the tenth address of the service network is taken"));
            });

    static final List<Rule<ProfileContext, ?>> PROFILE = List.of(START, DNS);

    static final List<Rule<SiteContext, ?>> SITE = List.of(START.over(ServerKeyRules::ofSite), DNS.over(Dns::of));

    /** What is fine for a single server is judged where the number of servers is known, whichever layer writes it. */
    private static Stream<PassedKey> ofSite(SiteContext context) {
        Stream<PassedKey> own = usable(PassedKey.ofSite(context)).filter(key -> !isFineAlone(key));
        Map<String, PassedKey> last = new LinkedHashMap<>();
        if (context.site().hosts(HostRole.CONTROL_PLANE).size() > 1) {
            usable(PassedConfig.reaching(context).flatMap(PassedKey::of)).forEach(key -> last.put(key.name(), key));
        }
        return Stream.concat(own, last.values().stream().filter(ServerKeyRules::isFineAlone));
    }

    /** The agent's provider gives the server that starts the cluster an empty `server`, which counts as one. */
    private static boolean isFineAlone(PassedKey key) {
        return !key.in().profile().hasAgent()
                && key.fact()
                        .flatMap(ConfigKey::onAllServers)
                        .filter(effect -> effect.isFineAlone(key.version()))
                        .isPresent();
    }

    private static Stream<PassedKey> usable(Stream<PassedKey> keys) {
        return keys.filter(key -> key.usable().isPresent());
    }

    /** Returns what becomes of the cluster; empty for a key that does no harm. */
    private static Optional<String> effect(PassedKey key) {
        ConfigValue given = key.value().value();
        if (given instanceof ConfigValue.Bool on) {
            return key.fact()
                    .filter(fact -> on.value())
                    .flatMap(ConfigKey::onAllServers)
                    .map(SwitchEffect::effect);
        }
        FlavorFacts flavor = key.in().catalogue().flavor(key.in().flavor());
        if (given instanceof ConfigValue.Numeral port && flavor.joinPortKeys().contains(key.name())) {
            int joinPort = flavor.joinPort();
            return Optional.of("hosts join at port " + joinPort + ", where nothing answers")
                    .filter(effect -> port.value().compareTo(BigDecimal.valueOf(joinPort)) != 0);
        }
        boolean loopback = key.name().equals(BIND_ADDRESS) && isLoopback(PassedItem.text(given));
        return Optional.of("no other host reaches the API").filter(effect -> loopback);
    }

    private static boolean isLoopback(String text) {
        return text.equals("localhost") || text.equals("::1") || text.startsWith("127.");
    }
}
