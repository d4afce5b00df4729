// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The values that must fit together for a site to compile, by definition or by place ({@code definition.key}); every other value is any
 * that the schema allows. Chooses for one profile and its sites; not thread-safe. The order of {@code Map.of} is another on each machine,
 * so no map of several keys comes from it.
 */
final class FittingValues {
    /** A certificate that is valid for long. */
    static final String CERTIFICATE = certificate();

    static final String SSH_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe ops@example.com";

    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private final Random random;
    private final Map<String, Supplier<Object>> values = new LinkedHashMap<>();

    // What holds for the whole profile.
    private final Combination chosen;
    private final AgentRelease agent;
    private final Optional<Object> afterInstall;
    private final String installDisk;
    private final Map<String, String> roles = new LinkedHashMap<>();

    // What holds for the site at hand; in the profile none is.
    private Optional<Integer> site = Optional.empty();

    /** The site whose LAN is known: the one at hand, or in the profile the only one. */
    private Optional<Integer> lan = Optional.empty();

    private int prefixLength;
    private int name;

    FittingValues(Combination chosen, Random random) {
        this.random = random;
        this.chosen = chosen;
        agent = agent();
        afterInstall =
                Optional.of((Object) any(List.of("poweroff", "reboot", "wait"))).filter(x -> random.nextBoolean());
        installDisk = any(List.of("auto", "/dev/sda", "/dev/nvme0n1", "/dev/disk/by-id/wwn-0x5000"));
        // Ceph takes no two hosts, and runs on the workers where there are some. Several hosts in the air gap need a
        // registry in
        // their cluster, which needs storage and amd64.
        boolean alone = chosen.is("mode", "air-gapped")
                && (chosen.is("csi", "none")
                        || chosen.is("arch", "arm64")
                        || agent.multiNode().isEmpty());
        boolean single = alone || random.nextInt(3) == 0;
        for (int i = single ? 1 : 3; i > 0; i--) {
            roles.put("cp" + i, "control-plane");
        }
        for (int i = single ? 0 : any(List.of(0, 1, 3)); i > 0; i--) {
            roles.put("worker" + i, "worker");
        }
        names();
        axes();
        versions();
        content();
        hardware();
        networks();
        texts();
        passedThrough();
        values.put("hosts", this::hosts);
    }

    Optional<Object> value(String definitionOrPlace) {
        return Optional.ofNullable(values.get(definitionOrPlace)).map(Supplier::get);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void put(String place, Object... choices) {
        values.put(place, () -> any(List.of(choices)));
    }

    /** Says that there will be one site: its profile may name addresses in its LAN. */
    void expectOneSite() {
        lan = Optional.of(0);
        prefixLength = 22 + random.nextInt(5);
    }

    /** Goes on to a site: each has a LAN of its own. */
    void enterSite(int number) {
        site = Optional.of(number);
        if (!lan.equals(site)) {
            lan = site;
            prefixLength = 22 + random.nextInt(5);
        }
    }

    private void names() {
        values.put("metadata.name", () -> site.map(number -> "site-" + number).orElse("chain"));
        put("siteSpec.profile", "chain");
        put("hostClasses.key", "box-a", "box-b", "box-c");
        // Names within one list must differ.
        values.put("user.name", () -> "user" + name++);
        put("groups.item", "sudo", "wheel", "video");
        put("secretRef.secretRef", "token", "hash", "open-token", "open-hash");
    }

    /** An external load balancer, and several hosts in the air gap, need an agent that knows of them. */
    private AgentRelease agent() {
        AgentRelease any = any(CATALOGUE.agentReleases());
        return chosen.is("endpoint", "loadBalancer") && any.loadBalancer().isEmpty()
                ? CATALOGUE.agentReleases().get(CATALOGUE.agentReleases().size() - 1)
                : any;
    }

    private void axes() {
        put("profileSpec.mode", chosen.value("mode"));
        values.put("os", this::os);
        put("kubernetes.flavor", chosen.value("kubernetes.flavor"));
        put("kubernetes.hardening", chosen.value("kubernetes.hardening"));
        put("profileSpec.fips", Boolean.parseBoolean(chosen.value("fips")));
        put("hostClass.arch", chosen.value("arch"));
        put("hostClass.platform", chosen.value("platform"));
        put("hostClass.model", "nvidia-jetson-agx-orin", "nvidia-jetson-orin-nx", "nvidia-jetson-orin-nano");
        values.put("network.cni", this::cni);
        values.put("registration", this::registration);
        values.put("controlPlaneEndpoint", this::endpoint);
        put("registrationUrl", "https://register.example.com", "http://10.9.8.6:8080/x");
    }

    private Map<String, Object> os() {
        Map<String, Object> os = new LinkedHashMap<>();
        String family = chosen.value("os.family");
        boolean fips = chosen.is("fips", "true");
        boolean own = family.equals("byoos");
        os.put("family", family);
        if (own) {
            os.put("distribution", chosen.value("os.distribution"));
        }
        if (chosen.is("agent", "present") && (own || fips || chosen.is("arch", "arm64"))) {
            os.put(
                    "baseImage",
                    any(List.of(
                            "registry.example.com/os/kairos-nvidia-jetson-agx-orin:22.04",
                            "registry.example.com:5000/nvidia-jetson-agx-orin@sha256:" + "0f".repeat(32))));
        }
        os.put("version", own || fips ? any(List.of("8", "20.04", "15.5")) : any(agent.osVersions(family)));
        if (chosen.is("os.hardening", "cis") || random.nextBoolean()) {
            os.put("hardening", chosen.value("os.hardening"));
        }
        return os;
    }

    /** The network of one's own need not say its version, and on hosts without the agent no network may. */
    private Map<String, Object> cni() {
        Map<String, Object> cni = new LinkedHashMap<>();
        String name = chosen.value("cni");
        cni.put("name", name);
        if (chosen.is("agent", "present") && (!name.equals("none") || random.nextBoolean())) {
            cni.put(
                    "version",
                    switch (name) {
                        case "calico" -> "3.27.0";
                        case "flannel" -> "0.23.0";
                        default -> "0.1.0";
                    });
        }
        return cni;
    }

    private Map<String, Object> registration() {
        Map<String, Object> registration = new LinkedHashMap<>();
        String method = chosen.value("registration");
        registration.put("method", method);
        registration.put("endpoint", value("hostName").orElseThrow());
        if (method.equals("qr-code")) {
            registration.put("url", value("registrationUrl").orElseThrow());
        } else {
            registration.put("token", Map.of("secretRef", any(List.of("token", "open-token"))));
            registration.put("project", value("line").orElseThrow());
        }
        registration.put(
                "tags",
                Map.of(value("labelKey").orElseThrow(), value("labelValue").orElseThrow()));
        registration.keySet().removeIf(key -> random.nextInt(3) == 0);
        return registration;
    }

    Map<String, Object> endpoint() {
        // Two sites can't have one name of the API.
        String own = site.map(number -> "api-" + number).orElse("api");
        String balancer = "198.51.100." + (7 + site.orElse(-1));
        return switch (chosen.value("endpoint")) {
            case "vip" -> Map.of("vip", address(10));
            case "ddns" -> Map.of("ddns", any(List.of(own + ".edge.example.com", own + ".example.org")));
            default ->
                Map.of(
                        "loadBalancer",
                        random.nextBoolean() ? address(9) : any(List.of(own + ".example.com", balancer)));
        };
    }

    /** Tells whether a site before this one may have the endpoint of the profile. */
    boolean isFurtherSite() {
        return site.filter(number -> number > 0).isPresent();
    }

    private void versions() {
        put("agent.version", agent.version().toString());
        String flavor = chosen.value("kubernetes.flavor");
        String minor = chosen.value("kubernetes.minor");
        KubernetesMinor known = KubernetesMinor.parse(minor).orElseThrow();
        values.put(
                "kubernetesVersion",
                () -> random.nextBoolean()
                        ? minor
                        : chosen.is("agent", "present")
                                ? any(agent.patches(flavor, known)).toString()
                                : CATALOGUE
                                        .lifecycle()
                                        .newest(flavor, known)
                                        .orElseThrow()
                                        .version()
                                        .toString());
        put("csi.version", "1.14.0");
    }

    /** What the air gap needs; a connected site may have a registry of its own. */
    private void content() {
        put("buildFile", "spc.tgz", "definition-1.tgz");
        put("contentBundle", "content-chain", "content-1.0");
        put("registryDomain", "registry.example.com", "registry.example.com:5000/edge");
        values.put("content", () -> {
            Map<String, Object> content = new LinkedHashMap<>();
            boolean apart = chosen.is("mode", "air-gapped");
            boolean room = chosen.is("csi", "rook-ceph") && chosen.is("arch", "amd64");
            boolean inside = room && (apart || random.nextBoolean());
            if (apart) {
                if (random.nextBoolean()) {
                    content.put("clusterDefinition", value("buildFile").orElseThrow());
                }
                boolean told = !inside && random.nextBoolean();
                if (!told) {
                    content.put("bundle", value("contentBundle").orElseThrow());
                }
            }
            if (inside) {
                Map<String, Object> registry = new LinkedHashMap<>(Map.of("name", "harbor-edge-native-config"));
                if (random.nextBoolean()) {
                    registry.put("version", "1.0.0");
                }
                content.put("inClusterRegistry", registry);
            }
            boolean bundled = content.containsKey("bundle");
            if (apart ? inside ? random.nextBoolean() : !bundled : content.isEmpty() || random.nextBoolean()) {
                Map<String, Object> registry = new LinkedHashMap<>();
                registry.put("domain", value("registryDomain").orElseThrow());
                registry.put("username", "puller");
                registry.put("password", Map.of("secretRef", any(List.of("token", "open-token"))));
                content.put("registry", registry);
            }
            return content;
        });
    }

    private void hardware() {
        values.put("cores", () -> 6L + random.nextInt(60));
        put("hostClass.memory", "16Gi", "32G", "65536Mi", "1Ti");
        // One installer serves all classes, so these agree in all of them, and Ceph needs a disk of its own.
        values.put("disks", () -> {
            List<Object> disks = new ArrayList<>();
            disks.add(disk(installDisk, "ssd", "install"));
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                disks.add(disk("/dev/sd" + (char) ('a' + i), any(List.of("ssd", "hdd")), "data"));
            }
            return disks;
        });
        values.put("afterInstall", () -> afterInstall.orElse("wait"));
    }

    private Map<String, Object> disk(String device, String type, String use) {
        Map<String, Object> disk = new LinkedHashMap<>();
        disk.put("device", device);
        // The installer takes the largest disk where it has the choice.
        disk.put(
                "size",
                device.equals("auto") ? "4T" : any(List.of("480Gi", "500G", "1T", "2Ti", "524288Mi", "600000M")));
        disk.put("type", type);
        disk.put("use", use);
        return disk;
    }

    /** All ranges are disjoint: the pods' and services' of each layer, and each site's LAN below 10.20.0.0/16. */
    private void networks() {
        put("network.podCidr", "100.64.0.0/18", "10.244.0.0/16");
        put("network.serviceCidr", "100.64.64.0/18", "10.96.0.0/16");
        put("siteNetwork.podCidr", "10.128.0.0/16", "172.24.0.0/16");
        put("siteNetwork.serviceCidr", "10.129.0.0/16", "172.25.0.0/16");
        values.put(
                "siteNetwork.lan",
                () -> lan.map(number -> lanAddress(0) + '/' + prefixLength).orElse("10.21.0.0/24"));
        values.put("siteNetwork.gateway", () -> address(1));
        values.put("nameservers.item", () -> random.nextBoolean() ? address(any(List.of(1, 2))) : "9.9.9.9");
        values.put(
                "ntpServers.item",
                () -> random.nextBoolean()
                        ? address(3)
                        : any(List.of("ntp1.example.com", "pool.ntp.org", "192.0.2.7")));
        put("proxyUrl", "http://proxy.example.com:3128", "http://10.9.8.7:80", "https://proxy.example.org:8443");
        values.put("proxy", this::proxy);
        put("noProxyItem", ".example.com", "10.0.0.0/8", "localhost", "192.0.2.1", "registry.example.com");
    }

    /** What is exempt from a proxy says nothing without one. */
    private Map<String, Object> proxy() {
        Map<String, Object> proxy = new LinkedHashMap<>();
        for (String key : List.of("http", "https")) {
            if (random.nextBoolean()) {
                proxy.put(key, value("proxyUrl").orElseThrow());
            }
        }
        if (!proxy.isEmpty() && chosen.value("kubernetes.flavor").startsWith("pxk-e")) {
            // Its provider takes both or none.
            proxy.putIfAbsent("http", value("proxyUrl").orElseThrow());
            proxy.putIfAbsent("https", value("proxyUrl").orElseThrow());
        }
        if (!proxy.isEmpty() && random.nextBoolean()) {
            proxy.put("noProxy", List.of(value("noProxyItem").orElseThrow()));
        }
        return proxy;
    }

    private String lanAddress(int number) {
        return "10.20." + lan.map(index -> index * 16).orElse(0) + '.' + number;
    }

    /** An address as a host number, or in full where the LAN is known. */
    private Object address(int hostNumber) {
        return lan.isEmpty() || random.nextBoolean() ? Map.of("hostNumber", (long) hostNumber) : lanAddress(hostNumber);
    }

    private Map<String, Object> interfaceAddress(int hostNumber) {
        // One host keeps a fixed address: where all ask a DHCP server, a gateway says nothing.
        if (hostNumber > 11 && random.nextInt(5) == 0) {
            return Map.of("dhcp", true);
        }
        return lan.isEmpty() || random.nextBoolean()
                ? Map.of("hostNumber", (long) hostNumber)
                : Map.of("address", lanAddress(hostNumber) + '/' + prefixLength);
    }

    /** Texts that some reader takes for a number, a Boolean or syntax, wherever a definition allows them. */
    private void texts() {
        put(
                "line",
                "edge-stores",
                "stores: north #1",
                "- x",
                "'quoted' \"text\"",
                "Läden 🏪",
                "1e3",
                "null",
                "a, b]",
                "%");
        put("labelKey", "city", "ring", "example.com/ring", "y", "on", "1.0", "null", "App.io-x_1");
        put("labelValue", "hamburg", "", "2", "no", "on", "null", "1e3", "0777", "1.20", "0x1F", "1_000", "2026-11-01");
        put("hostName", "api.spectrocloud.com", "palette.example.com");
        put("secretName", "token", "hash", "open-token");
        put("registry", "registry.example.com/edge", "registry.example.com:5000", "r1.example.org/a/b-c");
        put("chosen method", chosen.value("registration"));
        put("repository", "ubuntu", "edge/ubuntu-22", "a_b/c.d");
        put("imageTag", "store", "v1-0", "0777", "1e3");
        put("isoName", "store-installer", "iso_1", "null");
        values.put("certificate", () -> random.nextBoolean() ? CERTIFICATE : Map.of("file", "certs/root.pem"));
        values.put("sshKey", () -> random.nextBoolean() ? SSH_KEY : Map.of("file", "keys/ops.pub"));
    }

    /** Returns what every host does after its installation, where that is said. */
    Optional<Object> afterInstall() {
        return afterInstall;
    }

    /** Returns the names of the hosts that every site has. */
    Set<String> hostNames() {
        return roles.keySet();
    }

    private static String certificate() {
        try {
            return Files.readString(Path.of("../src/examples/retail/certs/example-root.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each distribution takes in all of its releases; each key has one type. */
    private void passedThrough() {
        boolean kubeadm = chosen.value("kubernetes.flavor").startsWith("pxk-e");
        Map<String, Function<Random, Object>> known = kubeadm ? kubeadm() : file();
        values.put("config", () -> {
            Map<String, Object> config = new LinkedHashMap<>();
            known.forEach((key, value) -> {
                if (random.nextInt(3) == 0) {
                    config.put(key, value.apply(random));
                }
            });
            return config;
        });
    }

    private static Map<String, Function<Random, Object>> file() {
        Map<String, Function<Random, Object>> known = new LinkedHashMap<>();
        known.put("etcd-snapshot-retention", r -> 1L + r.nextInt(48));
        known.put("etcd-expose-metrics", r -> r.nextBoolean());
        known.put("write-kubeconfig-mode", r -> "600");
        known.put("tls-san", r -> List.of("api.example.com", "edge.example.com"));
        known.put("node-label", r -> List.of("example.com/ring=2"));
        known.put("kube-apiserver-arg", r -> List.of("default-not-ready-toleration-seconds=" + (30 + r.nextInt(90))));
        known.put("kubelet-arg", r -> List.of("max-pods=" + (110 + r.nextInt(90)), "--v=2"));
        return known;
    }

    private static Map<String, Function<Random, Object>> kubeadm() {
        Map<String, Function<Random, Object>> known = new LinkedHashMap<>();
        known.put("clusterConfiguration", r -> {
            Map<String, Object> server = new LinkedHashMap<>();
            server.put(
                    "extraArgs", Map.of("default-not-ready-toleration-seconds", Integer.toString(30 + r.nextInt(90))));
            server.put("certSANs", List.of("api.example.com", "edge.example.com"));
            return Map.of("apiServer", server);
        });
        known.put("kubeletConfiguration", r -> Map.of("maxPods", 110L + r.nextInt(90)));
        return known;
    }

    /** In the profile: all hosts, each perhaps without something. In a site: some of them again, with something set. */
    private Object hosts() {
        List<Object> hosts = new ArrayList<>();
        roles.forEach((host, role) -> {
            if (site.isEmpty() || random.nextBoolean()) {
                hosts.add(host(host, key -> random.nextInt(3) > 0));
            }
        });
        return hosts;
    }

    Map<String, Object> host(String host, Function<String, Boolean> isSet) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", host);
        for (String key : List.of("role", "class", "interfaces", "absent")) {
            if (isSet.apply(key)) {
                values.put(key, hostValue(host, key));
            }
        }
        return values;
    }

    /** That one can be dropped: other roles and counts would leave two hosts or an even number of control-plane hosts. */
    private boolean isOnlyWorker(String host) {
        return host.equals("worker1") && !roles.containsKey("worker2");
    }

    Object hostValue(String host, String key) {
        int number = 11 + List.copyOf(roles.keySet()).indexOf(host);
        return switch (key) {
            case "role" -> roles.getOrDefault(host, "worker");
            case "class" -> "box-a";
            case "interfaces" -> Map.of("eth0", interfaceAddress(number));
            default -> isOnlyWorker(host) && random.nextBoolean();
        };
    }
}
