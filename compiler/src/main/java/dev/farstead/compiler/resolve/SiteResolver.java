// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Located;
import dev.farstead.model.source.NamedSources;
import dev.farstead.model.spec.AddressChoice;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.ControlPlaneEndpoint;
import dev.farstead.model.spec.Registration;
import dev.farstead.model.spec.Site;
import dev.farstead.model.spec.SiteNetwork;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.model.spec.TextChoice;
import dev.farstead.model.spec.User;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Resolves sites against their profiles; thread-safe. */
public final class SiteResolver {
    private final KubernetesConfiguration kubernetes;
    private final NamedSources sources;

    /**
     * Makes a resolver.
     *
     * @param catalogue the facts it draws on
     * @param sources gives the texts that specifications name
     */
    public SiteResolver(Catalogue catalogue, NamedSources sources) {
        this.kubernetes = new KubernetesConfiguration(catalogue);
        this.sources = sources;
    }

    /**
     * Resolves a site.
     *
     * @param site the site as bound
     * @param profile its profile, resolved
     * @return the resolved site and what can't be refined in it
     */
    public Resolution<ResolvedSite> resolve(Located<Site> site, ResolvedProfile profile) {
        return new Pass(site, profile).run();
    }

    /** The resolution of one site. */
    private final class Pass {
        private final Located<Site> site;
        private final ResolvedProfile profile;
        private final Layers layers;
        private final Collected collected = new Collected();

        Pass(Located<Site> site, ResolvedProfile profile) {
            this.site = site;
            this.profile = profile;
            this.layers = Layers.of(
                    site.value().spec(), profile.spec().value().spec().value().site());
        }

        Resolution<ResolvedSite> run() {
            Sourced<String> name =
                    Sourced.written(site.value().metadata().value().name());
            Optional<Sourced<IpPrefix>> lan = need(
                            layers.nearest(SiteSpec::network, SiteNetwork::lan), "network.lan", SiteSpec::network)
                    .flatMap(text -> collected.keep(Refine.lan(text)));
            Optional<Sourced<Endpoint>> endpoint = need(
                            layers.nearest(SiteSpec::controlPlaneEndpoint),
                            "controlPlaneEndpoint",
                            SiteSpec::controlPlaneEndpoint)
                    .flatMap(choice -> endpoint(choice.value(), lan));
            ClusterSettings cluster = cluster();
            HostLayers hostLayers = new HostLayers(layers, profile, name, lan, collected);
            List<ResolvedHost> hosts = hostLayers.resolve();
            ResolvedSite resolved = ImmutableResolvedSite.builder()
                    .spec(site)
                    .profile(profile)
                    .name(name)
                    .description(site.value().metadata().value().description().map(Sourced::written))
                    .putAllLabels(written(site.value()
                            .metadata()
                            .value()
                            .labels()
                            .map(Located::value)
                            .orElse(Map.of())))
                    .registration(registration())
                    .endpoint(endpoint)
                    .clusterToken(layers.nearest(SiteSpec::clusterToken).map(Sourced::written))
                    .network(network(lan, endpoint, cluster, hosts))
                    .cluster(cluster)
                    .addAllUsers(users())
                    .addAllHosts(hosts)
                    .addAllDroppedHosts(hostLayers.dropped())
                    .build();
            return new Resolution<>(resolved, collected.findings());
        }

        /** Returns the value, or keeps a finding that says that no layer gives it. */
        private <S, T> Optional<Located<T>> need(
                Optional<Located<T>> value, String path, Function<SiteSpec, Optional<Located<S>>> holder) {
            if (value.isEmpty()) {
                collected.add(Missing.value(site, profile, layers.nearestPlace(holder), path));
            }
            return value;
        }

        /** Returns the value, or keeps a finding where the mode asks for it and no layer gives it. */
        private <S, T> Optional<Located<T>> needWhen(
                boolean needed,
                Optional<Located<T>> value,
                String path,
                Function<SiteSpec, Optional<Located<S>>> holder) {
            return needed ? need(value, path, holder) : value;
        }

        private Optional<Sourced<Endpoint>> endpoint(ControlPlaneEndpoint choice, Optional<Sourced<IpPrefix>> lan) {
            if (choice.ddns().isPresent()) {
                return choice.ddns().map(Sourced::written).map(name -> name.map(Endpoint.DynamicName::new));
            }
            if (choice.vip().isPresent()) {
                return address(choice.vip().get(), lan).map(found -> found.map(Endpoint.Vip::new));
            }
            return choice.loadBalancer()
                    .flatMap(balancer -> nameOrAddress(balancer, lan))
                    .map(found -> found.map(Endpoint.LoadBalancer::new));
        }

        /** A name or an address in full stays as written; only a host number needs arithmetic. */
        private Optional<Sourced<String>> nameOrAddress(
                Located<AddressChoice> choice, Optional<Sourced<IpPrefix>> lan) {
            return choice.value() instanceof AddressChoice.Literal literal
                    ? Optional.of(Sourced.written(literal.text()))
                    : address(choice, lan).map(found -> found.map(IpAddress::toString));
        }

        private Optional<Sourced<IpAddress>> address(Located<AddressChoice> choice, Optional<Sourced<IpPrefix>> lan) {
            return Refine.address(choice, lan).flatMap(collected::keep);
        }

        private ResolvedRegistration registration() {
            Optional<Located<Map<String, Located<String>>>> none = Optional.empty();
            // Where there is none at all, the axis table says whether that is right.
            boolean registers = profile.mode().value() == ClusterMode.CONNECTED
                    && profile.hasAgent()
                    && layers.nearest(SiteSpec::registration).isPresent();
            return ImmutableResolvedRegistration.builder()
                    .method(needWhen(
                                    registers,
                                    layers.nearest(SiteSpec::registration, Registration::method),
                                    "registration.method",
                                    SiteSpec::registration)
                            .map(Sourced::written))
                    .endpoint(needWhen(
                                    registers,
                                    layers.nearest(SiteSpec::registration, Registration::endpoint),
                                    "registration.endpoint",
                                    SiteSpec::registration)
                            .map(Sourced::written))
                    .url(layers.nearest(SiteSpec::registration, Registration::url)
                            .map(Sourced::written))
                    .project(layers.nearest(SiteSpec::registration, Registration::project)
                            .map(Sourced::written))
                    .token(layers.nearest(SiteSpec::registration, Registration::token)
                            .map(Sourced::written))
                    .putAllTags(written(Layers.merge(layers.all(spec -> spec.registration()
                            .map(found -> found.value().tags())
                            .orElse(none)))))
                    .build();
        }

        private ResolvedNetwork network(
                Optional<Sourced<IpPrefix>> lan,
                Optional<Sourced<Endpoint>> endpoint,
                ClusterSettings cluster,
                List<ResolvedHost> hosts) {
            // A DHCP server also says where the gateway and the name servers are.
            boolean fixed = hosts.isEmpty()
                    || hosts.stream().anyMatch(host -> !host.interfaces().isEmpty());
            Optional<Located<AddressChoice>> gateway = needWhen(
                    fixed,
                    layers.nearest(SiteSpec::network, SiteNetwork::gateway),
                    "network.gateway",
                    SiteSpec::network);
            Optional<Located<List<Located<AddressChoice>>>> nameservers = needWhen(
                    fixed,
                    layers.nearest(SiteSpec::network, SiteNetwork::nameservers),
                    "network.nameservers",
                    SiteSpec::network);
            return ImmutableResolvedNetwork.builder()
                    .lan(lan)
                    .gateway(gateway.flatMap(choice -> address(choice, lan)))
                    .addAllNameservers(items(nameservers).stream()
                            .map(choice -> address(choice, lan))
                            .flatMap(Optional::stream)
                            .toList())
                    .addAllNtpServers(ntpServers(lan))
                    .proxy(ProxyLayers.resolve(
                            layers,
                            lan,
                            endpoint,
                            cluster,
                            hosts,
                            profile.content().flatMap(ResolvedContent::registry)))
                    .addAllCaCertificates(items(layers.nearest(SiteSpec::network, SiteNetwork::caCertificates)).stream()
                            .map(this::text)
                            .flatMap(Optional::stream)
                            .toList())
                    .build();
        }

        private List<Sourced<String>> ntpServers(Optional<Sourced<IpPrefix>> lan) {
            List<Sourced<String>> servers = new ArrayList<>();
            for (Located<AddressChoice> choice : items(layers.nearest(SiteSpec::network, SiteNetwork::ntpServers))) {
                nameOrAddress(choice, lan).ifPresent(servers::add);
            }
            return servers;
        }

        /** A site that overrides nothing shares the settings of its profile, and so their findings. */
        private ClusterSettings cluster() {
            SiteSpec spec = site.value().spec().value();
            Optional<Located<String>> pods =
                    spec.network().flatMap(network -> network.value().podCidr());
            Optional<Located<String>> services =
                    spec.network().flatMap(network -> network.value().serviceCidr());
            Optional<Located<Map<String, Located<ConfigValue>>>> config =
                    spec.kubernetes().flatMap(kubernetes -> kubernetes.value().config());
            if (pods.isEmpty() && services.isEmpty() && config.isEmpty()) {
                return profile.cluster();
            }
            Optional<Sourced<IpPrefix>> podCidr = pods.map(text -> collected.keep(Refine.network(text)))
                    .orElse(profile.cluster().podCidr());
            Optional<Sourced<IpPrefix>> serviceCidr = services.map(text -> collected.keep(Refine.network(text)))
                    .orElse(profile.cluster().serviceCidr());
            KubernetesConfig merged = kubernetes.resolve(
                    ConfigChoices.of(profile),
                    podCidr,
                    serviceCidr,
                    Layers.userConfig(
                            profile.spec().value().spec().value(),
                            Optional.of(site.value().spec())));
            return new ClusterSettings(podCidr, serviceCidr, merged);
        }

        private List<ResolvedUser> users() {
            List<ResolvedUser> users = new ArrayList<>();
            for (Located<User> user : items(layers.nearest(SiteSpec::users))) {
                users.add(ImmutableResolvedUser.builder()
                        .place(user.place())
                        .name(Sourced.written(user.value().name()))
                        .addAllGroups(items(user.value().groups()).stream()
                                .map(Sourced::written)
                                .toList())
                        .passwordHash(user.value().passwordHash().map(Sourced::written))
                        .addAllSshAuthorizedKeys(items(user.value().sshAuthorizedKeys()).stream()
                                .map(this::key)
                                .flatMap(Optional::stream)
                                .toList())
                        .sshEntries(items(user.value().sshAuthorizedKeys()).size())
                        .build());
            }
            return users;
        }

        /** A file ends with a line break; what is written here is taken as it is. */
        private Optional<Sourced<String>> key(Located<TextChoice> choice) {
            boolean inline = choice.value() instanceof TextChoice.Inline;
            return text(choice).map(key -> inline ? key : key.map(String::strip));
        }

        private Optional<Sourced<String>> text(Located<TextChoice> choice) {
            return collected.keep(Refine.text(choice, sources));
        }
    }

    private static <T> List<Located<T>> items(Optional<Located<List<Located<T>>>> list) {
        return list.map(Located::value).orElse(List.of());
    }

    private static Map<String, Sourced<String>> written(Map<String, Located<String>> map) {
        Map<String, Sourced<String>> sourced = new TreeMap<>();
        map.forEach((key, value) -> sourced.put(key, Sourced.written(value)));
        return sourced;
    }
}
