// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Related;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.AgentKey;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about dynamic names and load balancers as the endpoint of the API. */
final class EndpointKindRules {
    private static final String KUBE_VIP = "Palette documentation, clusters/edge/networking/kubevip";
    private static final String SKIP = "Palette documentation, deployment-modes/agent-mode/install-agent-host";
    private static final String DDNS = "controlPlaneEndpoint: {ddns: store-1.example.com}";
    private static final String BALANCER = "controlPlaneEndpoint: {loadBalancer: ";

    /** Names that every host takes for itself; so it does with those below them. */
    private static final Set<String> OWN_NAMES = Set.of("localhost", "localhost.localdomain");

    private EndpointKindRules() {}

    private record Dynamic(ResolvedSite site, Sourced<String> name) {}

    private record OnAgent(Sourced<String> balancer, AgentRelease agent, Catalogue catalogue) {}

    private record Chosen(ResolvedSite site, Sourced<Endpoint> endpoint, AgentKey key, AgentRelease agent) {}

    private record InRange(Sourced<IpAddress> balancer, RangeRules.Network range) {}

    private record AtHost(Sourced<IpAddress> balancer, ResolvedHost host) {
        boolean same() {
            return host.interfaces().stream()
                    .anyMatch(nic -> nic.address().value().address().equals(balancer.value()));
        }
    }

    private record AtGateway(Sourced<IpAddress> balancer, Sourced<IpAddress> gateway) {}

    private record Recovering(ResolvedProfile profile, Sourced<Endpoint> endpoint) {}

    static final Rule<SiteContext, Dynamic> NO_NAME = Rule.site("NET-062")
            .title("the dynamic name of the API is an address")
            .why("""
                    kube-vip asks a DHCP server for a lease under this name, and the DNS of the LAN learns it from there. With an \
                    address in its place it keeps that address, as a virtual one, and no name is ever registered.""")
            .evidence(KUBE_VIP, "C-110")
            .good("site: {spec: {" + DDNS + "}}")
            .bad("site: {spec: {controlPlaneEndpoint: {ddns: 10.20.4.10}}}")
            .subjects(context -> dynamic(context.site()))
            .broken(dynamic -> !DnsNames.isHostName(dynamic.name().value()), (dynamic, finding) -> {
                Written.at(finding, dynamic.name());
                finding.message("`" + dynamic.name().value() + "` is no DNS name")
                        .effect("no lease brings the name, and nobody finds the API under it")
                        .addFixes(Fix.advice("write a name such as `"
                                + dynamic.site().name().value() + ".example.com`, or the address as `vip`"));
            });

    static final Rule<SiteContext, Dynamic> NO_DOMAIN = Rule.site("NET-091")
            .title("the dynamic name of the API has no domain")
            .why("""
                    The request for a cluster has a search domain that completes a short name. Farstead sets none, so that one name \
                    stands in the request, in the certificates and in the DNS: the full one, with its domain.""")
            .evidence(
                    "github.com/spectrocloud/palette-sdk-go, api/models/v1_edge_native_control_plane_end_point.go; "
                            + KUBE_VIP,
                    "C-110")
            .good("site: {spec: {" + DDNS + "}}")
            .bad("site: {spec: {controlPlaneEndpoint: {ddns: store-1}}}")
            .subjects(EndpointKindRules::named)
            .broken(dynamic -> !dynamic.name().value().contains("."), (dynamic, finding) -> {
                Written.at(finding, dynamic.name());
                finding.message("the dynamic name `" + dynamic.name().value() + "` has no domain")
                        .effect("no search domain completes the name, and hosts and users don't find the API")
                        .addFixes(Fix.advice("write the name in full, such as `"
                                + dynamic.name().value() + ".example.com`"));
            });

    static final Rule<SiteContext, Dynamic> NEEDS_DHCP = Rule.site("NET-063")
            .note()
            .title("the dynamic name of the API needs a DHCP server in the LAN")
            .why("""
                    kube-vip gets the address behind the name by DHCP, even where all hosts have fixed addresses. The server must \
                    register the name of a lease in the DNS that hosts and users ask.""")
            .evidence(KUBE_VIP, "C-110")
            .good("site: {spec: {" + DDNS + ", hosts: [{name: a, interfaces: {enp1s0: {dhcp: true}}}, "
                    + "{name: b, absent: true}, {name: c, absent: true}]}}")
            .bad("site: {spec: {" + DDNS + "}}")
            .subjects(EndpointKindRules::named)
            .broken(
                    dynamic -> dynamic.site().hosts().stream()
                            .allMatch(host -> host.dynamicInterfaces().isEmpty()),
                    (dynamic, finding) -> {
                        Written.at(finding, dynamic.name());
                        finding.message("the name `" + dynamic.name().value()
                                        + "` needs a DHCP server in the LAN, and all hosts have fixed addresses")
                                .effect("without a server that registers the name nobody finds the API, "
                                        + "and no host joins the first one")
                                .addFixes(Fix.advice("make sure that the LAN has such a server, or use `vip`"));
                    });

    static final Rule<SiteContext, OnAgent> BALANCER_UNKNOWN = Rule.site("NET-064")
            .title("the agent always brings its own virtual address")
            .why("""
                    With a load balancer outside the cluster, kube-vip must stay away. Agent releases that have no key for it start \
                    it all the same, and it claims the balancer's address on the hosts.""")
            .evidence(SKIP + "; clusters/edge/edge-configuration/installer-reference", "C-113")
            .inferred()
            .good("site: {spec: {" + BALANCER + "api.example.com}}}")
            .bad("{profile: {spec: {agent: {version: 4.4.12}}}, site: {spec: {" + BALANCER + "api.example.com}}}}")
            .subjects(context -> context.profile().agent().stream()
                    .flatMap(agent -> balancer(context.site())
                            .map(balancer -> new OnAgent(balancer, agent, context.catalogue()))))
            .broken(subject -> subject.agent().loadBalancer().isEmpty(), (subject, finding) -> {
                Written.at(finding, subject.balancer());
                finding.message("agent " + subject.agent() + " can't leave the API to a load balancer")
                        .effect("kube-vip starts on the hosts and claims the endpoint, and the balancer is passed by")
                        .addFixes(Fix.advice(AgentAdvice.newer(
                                        subject.catalogue(),
                                        release -> release.loadBalancer().isPresent())
                                + ", or use `vip`"));
            });

    static final Rule<SiteContext, Chosen> BALANCER_DOUBTED = Rule.site("NET-095")
            .warning()
            .title("the key that keeps kube-vip away is documented for agent mode alone")
            .why("""
                    That `skipKubeVip` leaves the API to a load balancer is said on the page of agent mode, where the agent is put on a \
                    running system. Hosts of this compiler are installed from an image, and pages about those name the key nowhere; \
                    later ones have `vip.skip` in its place.""")
            .evidence(SKIP + "; clusters/edge/edge-configuration/installer-reference", "C-113")
            .inferred()
            .good("site: {spec: {controlPlaneEndpoint: {vip: 10.20.4.9}}}")
            .bad("site: {spec: {" + BALANCER + "api.example.com}}}")
            // Of an agent without such a key, or with one that its documents name for images, there is nothing to
            // doubt.
            .subjects(context -> context.profile().agent().stream()
                    .flatMap(agent -> agent.loadBalancer().stream()
                            .filter(AgentKey::inferred)
                            .flatMap(key -> context.site().endpoint().stream()
                                    .map(endpoint -> new Chosen(context.site(), endpoint, key, agent)))))
            .broken(subject -> subject.endpoint().value() instanceof Endpoint.LoadBalancer, (subject, finding) -> {
                // The agent is one for all sites of the profile, and so is the doubt.
                subject.site()
                        .profile()
                        .spec()
                        .value()
                        .spec()
                        .value()
                        .agent()
                        .ifPresentOrElse(
                                agent -> finding.atKey(agent.place()),
                                () -> Written.at(
                                        finding, subject.site().profile().name()));
                Written.related(finding, subject.endpoint(), "the load balancer");
                finding.message("`stylus." + subject.key().key()
                                + "`, which leaves the API to a load balancer, is documented for " + "agent mode alone")
                        .effect("if agent " + subject.agent() + " does not read it on hosts that are installed from an "
                                + "image, kube-vip starts there and claims the endpoint")
                        .addFixes(Fix.advice("look on a first host that no container of kube-vip runs before you "
                                + "install others, or use `vip`"));
            });

    static final Rule<SiteContext, Sourced<String>> BALANCER_FORM = Rule.site("NET-069")
            .title("the load balancer is neither a name nor an address")
            .why("""
                    Hosts reach the API at this name or address and a port behind it. What is neither, such as a name with a port of \
                    its own, makes an address that nothing answers.""")
            .evidence("Palette documentation, clusters/edge/edge-configuration/installer-reference", "C-113")
            .inferred()
            .good("site: {spec: {" + BALANCER + "api.example.com}}}")
            .bad("site: {spec: {" + BALANCER + "\"api.example.com:6443\"}}}")
            .subjects(context -> balancer(context.site()))
            .broken(
                    balancer -> !DnsNames.isHostName(balancer.value())
                            && IpAddress.parse(balancer.value()).isEmpty(),
                    (balancer, finding) -> {
                        Written.at(finding, balancer);
                        finding.message("`" + balancer.value() + "` is neither a name nor an address")
                                .effect("no host reaches the API")
                                .addFixes(Fix.advice(
                                        "write a name such as `api.example.com` or an address, without a port"));
                    });

    static final Rule<SiteContext, Sourced<IpAddress>> BALANCER_IPV6 = Rule.site("NET-096")
            .title("the load balancer has an IPv6 address")
            .why("""
                    K3s, RKE2 and kubeadm find the API at host and port joined by a colon. An IPv6 address would need brackets there, and \
                    the documents of the agent, its endpoint and its packs know IPv4 alone, as the LAN and all its hosts do.""")
            .evidence(
                    "RFC 3986, section 3.2.2; Palette documentation, clusters/edge/edge-configuration/installer-reference, "
                            + "network",
                    "C-105",
                    "C-113")
            .good("site: {spec: {" + BALANCER + "10.20.4.9}}}")
            .bad("site: {spec: {" + BALANCER + "\"fd00::9\"}}}")
            .subjects(context -> Server.addresses(balancer(context.site())))
            .broken(address -> !address.value().isIpv4(), (address, finding) -> {
                Written.at(finding, address);
                finding.message("the load balancer `" + address.value() + "` is no IPv4 address")
                        .effect("hosts and users are given an address of the API that no program can read")
                        .addFixes(Fix.advice("write the balancer's IPv4 address, or a name that has one"));
            });

    static final Rule<SiteContext, Sourced<String>> OWN_NAME = Rule.site("NET-097")
            .title("the name of the API means each host itself")
            .why("""
                    `localhost`, `localhost.localdomain` and all names below them are never asked of a name server: on every machine \
                    they mean that machine. A host that is to join looks for the API on itself.""")
            .evidence(
                    "RFC 6761, section 6.3; systemd documentation, systemd-resolved.service, synthetic records",
                    "C-113")
            .good("site: {spec: {" + BALANCER + "api.example.com}}}")
            .bad("site: {spec: {" + BALANCER + "localhost}}}")
            .subjects(context -> Stream.concat(
                    balancer(context.site()).filter(name -> DnsNames.isHostName(name.value())),
                    // One without a domain is a mistake of its own.
                    named(context)
                            .map(Dynamic::name)
                            .filter(name -> name.value().contains("."))))
            .broken(name -> isOwnName(name.value()), (name, finding) -> {
                Written.at(finding, name);
                finding.message("`" + name.value() + "` is each host itself")
                        .effect("no host joins the first one, and no user reaches the API")
                        .addFixes(Fix.advice("write the name or the address under which all hosts reach the API"));
            });

    static final Rule<SiteContext, InRange> BALANCER_IN_CLUSTER = Rule.site("NET-065")
            .title("the load balancer lies in the pod or service network")
            .why("""
                    Nodes route the pod and the service network inside the cluster. A load balancer outside it that has such an \
                    address is never reached from a node.""")
            .evidence("Palette documentation, tutorials/edge, edge-cluster-profile", "C-109", "C-123")
            .inferred()
            .good("site: {spec: {" + BALANCER + "10.20.4.9}}}")
            .bad("site: {spec: {" + BALANCER + "100.64.0.10}}}")
            .subjects(context -> balancerAddress(context.site())
                    .flatMap(balancer ->
                            RangeRules.clearOfLan(context.site()).map(range -> new InRange(balancer, range))))
            .broken(
                    pair -> pair.range()
                            .prefix()
                            .value()
                            .contains(pair.balancer().value()),
                    (pair, finding) -> {
                        Written.at(finding, pair.balancer());
                        Written.related(
                                finding, pair.range().prefix(), pair.range().name() + " is set here");
                        finding.message("the load balancer `" + pair.balancer().value() + "` lies in "
                                        + pair.range().name())
                                .addValues(pair.range().prefix().value() + " contains "
                                        + pair.balancer().value())
                                .effect("nodes look for the API inside the cluster and don't find it")
                                .addFixes(Fix.advice("correct the address, or move "
                                        + pair.range().name() + " before the first boot"));
                    });

    static final Rule<SiteContext, AtHost> BALANCER_IS_HOST = Rule.site("NET-066")
            .warning()
            .title("the load balancer has the address of a host")
            .why("""
                    A load balancer passes the API on to the control-plane hosts that live. With a host's own address in its place the \
                    API goes away with that host, and a worker there has no API at all.""")
            .evidence(SKIP, "C-113")
            .inferred()
            .good("site: {spec: {" + BALANCER + "10.20.4.9}}}")
            .bad("site: {spec: {" + BALANCER + "10.20.4.11}}}")
            .subjects(context -> balancerAddress(context.site())
                    .flatMap(balancer -> context.site().hosts().stream().map(host -> new AtHost(balancer, host))))
            .broken(AtHost::same, (subject, finding) -> {
                Written.at(finding, subject.balancer());
                Written.place(subject.host().name())
                        .ifPresent(
                                place -> finding.addRelated(new Related(place.value(), "this host has the address")));
                boolean worker = subject.host()
                        .role()
                        .filter(role -> role.value() == HostRole.WORKER)
                        .isPresent();
                finding.message("the load balancer `" + subject.balancer().value() + "` is host `"
                                + subject.host().name().value() + "` of the site itself")
                        .effect(
                                worker
                                        ? "a worker has no API, so no host joins the first one"
                                        : "the API is gone whenever this host is")
                        .addFixes(Fix.advice(
                                "write the balancer's own address or name, or use `vip` where hosts have the agent"));
            });

    static final Rule<SiteContext, AtGateway> BALANCER_IS_GATEWAY = Rule.site("NET-071")
            .warning()
            .title("the load balancer has the address of the gateway")
            .why("""
                    Some routers pass connections on to several machines, and most do not. Where the gateway does not, nothing answers \
                    at the endpoint.""")
            .evidence(SKIP, "C-113")
            .inferred()
            .good("site: {spec: {" + BALANCER + "10.20.4.9}}}")
            .bad("site: {spec: {" + BALANCER + "10.20.4.1}}}")
            .subjects(context -> balancerAddress(context.site())
                    .flatMap(balancer -> context.site().network().gateway().stream()
                            .map(gateway -> new AtGateway(balancer, gateway))))
            .broken(
                    subject ->
                            subject.balancer().value().equals(subject.gateway().value()),
                    (subject, finding) -> {
                        Written.at(finding, subject.balancer());
                        Written.related(finding, subject.gateway(), "the gateway is set here");
                        finding.message("the load balancer `"
                                        + subject.balancer().value() + "` is the gateway itself")
                                .effect("unless the router is a load balancer too, the API can't be reached")
                                .addFixes(
                                        Fix.advice(
                                                "write the balancer's own address or name, or use `vip` where hosts have the agent"));
                    });

    static final Rule<SiteContext, Recovering> RECOVERY = Rule.site("NET-067")
            .note()
            .title("kube-vip may not come back when a PXK-E host restarts")
            .why("""
                    On PXK-E hosts of a VerteX, which FIPS mode asks for, kube-vip may fail after a restart: early in the boot the name \
                    `kubernetes` can't be resolved. The remedy is to stop and remove the container of kube-vip on that host, which \
                    then starts anew.""")
            .evidence("Palette documentation, troubleshooting/edge/edge", "C-111")
            .good("{}")
            .bad("profile: {spec: {os: {version: \"20.04\", baseImage: registry.example.com/os/ubuntu-fips:20.04}, "
                    + "kubernetes: {flavor: pxk-e-fips}, fips: true, storage: null, hostClasses: {small-box: {disks: "
                    + "[{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}, "
                    + "site: {registration: {endpoint: vertex.example.com}}}}")
            .subjects(context -> Stream.of(context.profile())
                    .filter(ResolvedProfile::hasAgent)
                    .flatMap(profile ->
                            context.site().endpoint().map(endpoint -> new Recovering(profile, endpoint)).stream()))
            .broken(EndpointKindRules::mayNotRecover, (subject, finding) -> {
                Written.at(finding, subject.endpoint());
                Written.related(finding, subject.profile().flavor(), "the flavor is chosen here");
                finding.message("kube-vip may not come back when a control-plane host restarts")
                        .effect("the API can't be reached until its container is removed on that host")
                        .addFixes(Fix.advice("on such a host stop and remove the container of kube-vip"));
            });

    static final List<Rule<SiteContext, ?>> ALL = List.of(
            NO_NAME,
            NO_DOMAIN,
            NEEDS_DHCP,
            BALANCER_UNKNOWN,
            BALANCER_DOUBTED,
            BALANCER_FORM,
            BALANCER_IPV6,
            OWN_NAME,
            BALANCER_IN_CLUSTER,
            BALANCER_IS_HOST,
            BALANCER_IS_GATEWAY,
            RECOVERY);

    private static boolean mayNotRecover(Recovering subject) {
        ResolvedProfile profile = subject.profile();
        return profile.flavor().value().isKubeadm()
                && profile.fips().value()
                && profile.mode().value() == ClusterMode.CONNECTED
                && !(subject.endpoint().value() instanceof Endpoint.LoadBalancer);
    }

    private static Stream<Dynamic> dynamic(ResolvedSite site) {
        return site.endpoint().stream()
                .filter(endpoint -> endpoint.value() instanceof Endpoint.DynamicName)
                .map(endpoint -> new Dynamic(site, endpoint.map(Endpoint::host)));
    }

    /** An address in place of the name is a mistake of its own. */
    private static Stream<Dynamic> named(SiteContext context) {
        return dynamic(context.site())
                .filter(dynamic -> DnsNames.isHostName(dynamic.name().value()));
    }

    private static Stream<Sourced<String>> balancer(ResolvedSite site) {
        return site.endpoint().stream()
                .filter(endpoint -> endpoint.value() instanceof Endpoint.LoadBalancer)
                .map(endpoint -> endpoint.map(Endpoint::host));
    }

    /** An IPv6 address is a mistake of its own, wherever it leads. */
    static Stream<Sourced<IpAddress>> balancerAddress(ResolvedSite site) {
        return Server.addresses(balancer(site))
                .filter(address -> address.value().isIpv4());
    }

    /**
     * Returns the name or address that finds one machine wherever it is asked for, unless a site has a DNS or a network of its own that says
     * otherwise. An address of the site's own LAN, as a virtual one, can be that of another machine elsewhere; what is faulty by itself
     * leads nowhere.
     *
     * @param site the site
     * @param space which addresses mean what
     * @return the name or address, as it is written; empty where another site may well have the same
     */
    static Optional<Sourced<String>> reachedEverywhere(ResolvedSite site, AddressSpace space) {
        Stream<Sourced<String>> names = Stream.concat(
                        balancer(site), dynamic(site).map(Dynamic::name))
                .filter(name -> DnsNames.isHostName(name.value()) && !isOwnName(name.value()));
        Stream<Sourced<String>> addresses = balancerAddress(site)
                .filter(address -> space.noMachines(address.value()).isEmpty())
                .filter(address -> site.network().lan().stream()
                        .noneMatch(lan -> lan.value().contains(address.value())))
                .map(address -> address.map(IpAddress::toString));
        return Stream.concat(names, addresses).findFirst();
    }

    private static boolean isOwnName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return OWN_NAMES.stream().anyMatch(own -> folded.equals(own) || folded.endsWith("." + own));
    }
}
