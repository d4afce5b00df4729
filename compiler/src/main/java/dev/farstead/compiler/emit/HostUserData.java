// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.net.IpAddress;
import dev.farstead.compiler.resolve.DynamicInterface;
import dev.farstead.compiler.resolve.Endpoint;
import dev.farstead.compiler.resolve.ResolvedContent;
import dev.farstead.compiler.resolve.ResolvedHost;
import dev.farstead.compiler.resolve.ResolvedInterface;
import dev.farstead.compiler.resolve.ResolvedNetwork;
import dev.farstead.compiler.resolve.ResolvedRegistration;
import dev.farstead.compiler.resolve.ResolvedRegistry;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.compiler.resolve.ResolvedUser;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The user-data of one host, carried to it on a volume named {@code cidata}. */
final class HostUserData {
    private HostUserData() {}

    static OutputFile emit(ResolvedSite site, ResolvedHost host, Catalogue catalogue) {
        Origin from = Origin.inferred("the user-data of this host", host.name().origin());
        OutputMap tree = OutputMap.builder(from)
                .put("stylus", stylus(site, host, from))
                .put("stages", stages(site, host, catalogue, from))
                .build();
        return new OutputFile(
                Paths.of(site, host) + "cidata/user-data",
                Delivery.MEDIUM,
                "the agent and its stage engine",
                0644,
                new OutputContent.Yaml(Optional.of("#cloud-config"), tree));
    }

    /** The volume needs the file; nothing stands in it. */
    static OutputFile metaData(ResolvedSite site, ResolvedHost host) {
        return new OutputFile(
                Paths.of(site, host) + "cidata/meta-data",
                Delivery.MEDIUM,
                "the agent",
                0644,
                new OutputContent.Empty(),
                Origin.inferred("the volume of each host has it", host.name().origin()));
    }

    private static OutputMap stylus(ResolvedSite site, ResolvedHost host, Origin from) {
        OutputMap.Builder map = OutputMap.builder(from);
        AgentRelease agent = Values.needed(site.profile().agent());
        if (site.profile().mode().value() == ClusterMode.AIR_GAPPED
                && site.hosts().size() > 1) {
            Origin several = Origin.inferred(
                    "the site has several hosts",
                    site.profile().mode().origin(),
                    Members.of(site),
                    Values.needed(site.profile().agentVersion()).origin());
            map.put(Values.needed(agent.multiNode()).key(), new OutputBoolean(true, several));
        }
        Sourced<Endpoint> endpoint = Values.needed(site.endpoint());
        if (endpoint.value() instanceof Endpoint.LoadBalancer) {
            Origin balanced = Origin.inferred("a load balancer stands before the API", endpoint.origin());
            map.put(Values.needed(agent.loadBalancer()).key(), new OutputBoolean(true, balanced));
        }
        site.profile()
                .content()
                .flatMap(ResolvedContent::registry)
                .ifPresent(registry -> map.put("registryCredentials", registry(site, registry)));
        return map.put("site", site(site, host, from)).build();
    }

    private static OutputMap registry(ResolvedSite site, ResolvedRegistry registry) {
        return OutputMap.builder(Origin.inferred(
                        "hosts pull images from this registry",
                        registry.domain().origin()))
                .put("domain", OutputText.of(registry.domain()))
                .put("username", OutputText.of(registry.username()))
                .put("password", Values.secret(site, registry.password()))
                .build();
    }

    private static OutputMap site(ResolvedSite site, ResolvedHost host, Origin from) {
        ResolvedRegistration registration = site.registration();
        Optional<OutputBoolean> byHand = registration
                .method()
                .filter(method -> method.value() == RegistrationMethod.MANUAL)
                .map(method -> new OutputBoolean(true, Origin.inferred("registered by hand", method.origin())));
        OutputMap.Builder map = OutputMap.builder(from)
                .put("name", OutputText.of(host.uid()))
                .put("paletteEndpoint", registration.endpoint().map(OutputText::of))
                .put("disableAutoRegister", byHand)
                .put("edgeHostToken", registration.token().map(token -> Values.secret(site, token)))
                .put("registrationURL", registration.url().map(OutputText::of))
                .put("projectName", registration.project().map(OutputText::of));
        if (!registration.tags().isEmpty()) {
            map.put("tags", texts(registration.tags(), from));
        }
        if (!site.network().caCertificates().isEmpty()) {
            map.put("caCerts", OutputList.texts(site.network().caCertificates(), from));
        }
        return map.put("network", network(site.network(), host, from)).build();
    }

    private static OutputMap network(ResolvedNetwork network, ResolvedHost host, Origin from) {
        OutputMap.Builder map = OutputMap.builder(from);
        network.proxy()
                .ifPresent(proxy -> map.put("httpProxy", proxy.http().map(OutputText::of))
                        .put("httpsProxy", proxy.https().map(OutputText::of))
                        .put("noProxy", Values.joined("what is reached without the proxy", ",", proxy.noProxy())));
        List<Sourced<IpAddress>> nameservers = network.nameservers();
        if (!nameservers.isEmpty()) {
            map.put("nameserver", address(nameservers.get(nameservers.size() - 1)));
        }
        return map.put("interfaces", interfaces(network, host, from)).build();
    }

    private static OutputMap interfaces(ResolvedNetwork network, ResolvedHost host, Origin from) {
        Map<String, OutputMap> byName = new TreeMap<>();
        host.interfaces().forEach(nic -> byName.put(nic.name(), fixed(network, nic)));
        for (DynamicInterface nic : host.dynamicInterfaces()) {
            Origin written = new Origin.Written(nic.place());
            byName.put(
                    nic.name(),
                    OutputMap.builder(written)
                            .put("type", new OutputText("dhcp", written))
                            .build());
        }
        OutputMap.Builder interfaces = OutputMap.builder(from);
        byName.forEach(interfaces::put);
        return interfaces.build();
    }

    private static OutputMap fixed(ResolvedNetwork network, ResolvedInterface nic) {
        Origin written = new Origin.Written(nic.place());
        OutputMap.Builder entry = OutputMap.builder(written)
                .put("type", new OutputText("static", Origin.inferred("an address is given", written)))
                .put("ipAddress", OutputText.of(nic.address().map(Object::toString)));
        if (isLan(nic, network)) {
            // The agent takes one server for the host and one for each interface: with two, both are used.
            entry.put("gateway", network.gateway().map(HostUserData::address))
                    .put("nameserver", address(network.nameservers().get(0)));
        }
        return entry.build();
    }

    /** Only the interface in the LAN gets a gateway: two default routes would leave the answer to chance. */
    private static boolean isLan(ResolvedInterface nic, ResolvedNetwork network) {
        return network.lan()
                .filter(lan -> lan.value().contains(nic.address().value().address()))
                .isPresent();
    }

    private static OutputText address(Sourced<IpAddress> address) {
        return OutputText.of(address.map(IpAddress::toString));
    }

    private static Optional<OutputMap> stages(ResolvedSite site, ResolvedHost host, Catalogue catalogue, Origin from) {
        List<OutputNode> steps = new ArrayList<>();
        if (!site.users().isEmpty()) {
            OutputMap.Builder users = OutputMap.builder(from);
            site.users().forEach(user -> users.put(user.name().value(), user(site, user)));
            steps.add(step("Create the users", from).put("users", users.build()).build());
        }
        List<Sourced<String>> servers = site.network().ntpServers();
        if (!servers.isEmpty()) {
            OutputMap timesyncd = OutputMap.builder(from)
                    .put("NTP", Values.joined("the time servers", " ", servers))
                    .build();
            steps.add(step("Set the time servers", from)
                    .put("timesyncd", timesyncd)
                    .build());
        }
        TunnelOffload.step(site, host, catalogue).ifPresent(steps::add);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Origin stages = new Origin.Inferred(
                "steps at each boot", steps.stream().map(OutputNode::origin).toList());
        return Optional.of(OutputMap.builder(stages)
                .put("initramfs", new OutputList(steps, stages))
                .build());
    }

    private static OutputMap.Builder step(String name, Origin from) {
        return OutputMap.builder(from).put("name", new OutputText(name, from));
    }

    private static OutputMap user(ResolvedSite site, ResolvedUser user) {
        Origin from = user.name().origin();
        OutputMap.Builder map = OutputMap.builder(from);
        if (!user.groups().isEmpty()) {
            map.put("groups", OutputList.texts(user.groups(), new Origin.Written(user.place())));
        }
        map.put(
                "passwd",
                user.passwordHash()
                        .<OutputNode>map(hash -> Values.secret(site, hash))
                        .orElseGet(() -> noPassword(from)));
        if (!user.sshAuthorizedKeys().isEmpty()) {
            map.put(
                    "ssh_authorized_keys",
                    OutputList.texts(user.sshAuthorizedKeys(), new Origin.Written(user.place())));
        }
        return map.build();
    }

    /**
     * Without this key the stage engine leaves the password empty, and an empty one opens the console. Every release of it takes a text
     * that begins with {@code $} for a hash; older ones would make a password of {@code !} or {@code *}.
     */
    private static OutputNode noPassword(Origin user) {
        return new OutputText(
                "$no-password$",
                Origin.inferred(
                        "no password fits this, so that only a key opens the account",
                        user,
                        new Origin.Fact(
                                "a user without a password gets an empty one, and a text that begins with `$` stays as it is",
                                "github.com/mudler/yip v1.10.0 pkg/plugins/user.go; github.com/mudler/entities v0.8.1 pkg/entities/shadow.go")));
    }

    private static OutputMap texts(Map<String, Sourced<String>> texts, Origin from) {
        OutputMap.Builder map = OutputMap.builder(from);
        texts.forEach((key, value) -> map.put(key, OutputText.of(value)));
        return map.build();
    }
}
