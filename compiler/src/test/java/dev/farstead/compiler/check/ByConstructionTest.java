// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.Output;
import dev.farstead.OutputSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Constraints that no specification can break, since the compiler writes what they ask for. {@link Rows} names these tests. */
final class ByConstructionTest {
    private static final String CLUSTER_PROFILE = "profiles/stores/cluster-profile/";
    private static final String INSTALLER = "profiles/stores/installer/amd64/";
    private static final String EVERYTHING = """
            site:
              spec:
                registration: {tags: {zip-code: "01234", ring: "2"}}
                network: {proxy: {http: "http://proxy.example.com:3128", https: "http://proxy.example.com:3128"}}
            """;

    @Test
    void oneKubernetesReleaseStandsInPackAndImage() {
        OutputSet outputs = compile(EVERYTHING);
        String pack = text(yaml(outputs, CLUSTER_PROFILE + "profile.yaml"), "spec", "template", "packs", 1, "version");
        String uri = text(yaml(outputs, CLUSTER_PROFILE + "os-edge-native-byoi.yaml"), "options", "system.uri");

        assertThat(pack).isEqualTo("1.28.13");
        assertThat(uri).contains(":k3s-" + pack + "-");
        assertThat(lines(outputs, INSTALLER + ".arg")).contains("K8S_VERSION=" + pack);
    }

    @Test
    void theIdentityProviderIsOneThatThePackKnows() {
        for (String flavor : List.of("k3s", "rke2", "pxk-e")) {
            OutputSet outputs = compile(
                    "profile: {spec: {kubernetes: {flavor: " + flavor + ", version: \"1.28.13\", config: null}}}");
            String pack = flavor.equals("pxk-e") ? "edge-k8s" : "edge-" + flavor;

            assertThat(text(
                            yaml(outputs, CLUSTER_PROFILE + "k8s-" + pack + ".yaml"),
                            "pack",
                            "palette",
                            "config",
                            "oidc",
                            "identityProvider"))
                    .isIn("noauth", "none", "palette", "tenant");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k3s, version: \"1.28.13\", config: {kube-apiserver-arg: [oidc-issuer-url=https://id.example.com, oidc-client-id=edge]}",
                "rke2, version: \"1.28.13\", config: {kube-apiserver-arg: [oidc-issuer-url=https://id.example.com, oidc-client-id=edge]}",
                "pxk-e, version: \"1.28.13\", config: {clusterConfiguration: {apiServer: {extraArgs: "
                        + "{oidc-issuer-url: https://id.example.com, oidc-client-id: edge}}}}"
            })
    void anIssuerOfTheAuthorIsNotBesideAnother(String kubernetes) {
        OutputSet outputs = compile("profile: {spec: {kubernetes: {flavor: " + kubernetes + "}}}");
        String flavor = kubernetes.substring(0, kubernetes.indexOf(','));
        String pack = flavor.equals("pxk-e") ? "edge-k8s" : "edge-" + flavor;

        assertThat(text(
                        yaml(outputs, CLUSTER_PROFILE + "k8s-" + pack + ".yaml"),
                        "pack",
                        "palette",
                        "config",
                        "oidc",
                        "identityProvider"))
                .isEqualTo("none");
    }

    @Test
    void oneRegistryIsGivenWithItsCredentials() {
        OutputSet outputs = compile(
                "profile: {spec: {content: {registry: {domain: registry.example.com, username: puller, password: {secretRef: registration-token}}}}}");
        Object user = yaml(outputs, anyUserData(outputs));

        assertThat(text(user, "stylus", "registryCredentials", "domain")).isEqualTo("registry.example.com");
        assertThat(text(user, "stylus", "registryCredentials", "username")).isEqualTo("puller");
        assertThat(lines(outputs, anyUserData(outputs))).noneMatch(line -> line.contains("externalRegistries"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example.com",
                "registry.example.com:5000",
                "registry.example.com/edge",
                "registry.example.com:5000/edge"
            })
    void theRegistryIsReachedWithoutTheProxy(String domain) {
        String registry = "profile: {spec: {content: {registry: {domain: \"" + domain
                + "\", username: puller, password: {secretRef: registration-token}}}}}\n";
        OutputSet behindProxy = compile(registry + EVERYTHING);

        assertThat(text(yaml(behindProxy, anyUserData(behindProxy)), "stylus", "site", "network", "noProxy")
                        .split(",", -1))
                .containsOnlyOnce("registry.example.com")
                .noneMatch(item -> item.contains("5000") || item.contains("edge"));
        OutputSet direct = compile(registry);
        assertThat(lines(direct, anyUserData(direct))).noneMatch(line -> line.contains("noProxy"));
    }

    @Test
    void flannelIsNotBrokenByTheAdaptersOfVmware() {
        String flannel = "network: {cni: {name: flannel, version: 0.23.0}}";
        String vmware = compiled(flannel, "vmware");

        assertThat(vmware)
                .contains("ethtool --offload", "tx-udp_tnl-segmentation off", "tx-udp_tnl-csum-segmentation off");
        assertThat(compiled(flannel, "kvm")).doesNotContain("ethtool");
        assertThat(compiled("network: {cni: {name: calico, version: 3.27.0}}", "vmware"))
                .doesNotContain("ethtool");
    }

    private static String compiled(String network, String platform) {
        OutputSet outputs =
                compile("profile: {spec: {" + network + ", hostClasses: {small-box: {platform: " + platform + "}}}}");
        return String.join("\n", lines(outputs, anyUserData(outputs)));
    }

    private static String anyUserData(OutputSet outputs) {
        return outputs.files().stream()
                .map(Output::path)
                .filter(path -> path.endsWith("cidata/user-data"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theImageBuildIsToldEverythingThatItWouldGuess() {
        assertThat(lines(compile(EVERYTHING), INSTALLER + ".arg"))
                .contains(
                        "OS_DISTRIBUTION=ubuntu",
                        "FIPS_ENABLED=false",
                        "UPDATE_KERNEL=false",
                        "IS_UKI=false",
                        "TWO_NODE=false",
                        "PE_VERSION=v4.5.15")
                .noneMatch(line -> line.startsWith("BASE_IMAGE="))
                .noneMatch(line -> line.contains("PROXY"))
                .noneMatch(line -> line.startsWith("UBUNTU_PRO_KEY="));
    }

    @Test
    void aKernelInFipsModeIsToldSo() {
        for (String system : List.of("ubuntu", "rhel")) {
            boolean rhel = system.equals("rhel");
            OutputSet outputs = compile("""
                    profile:
                      spec:
                        os: {family: byoos, distribution: %s, version: "%s", baseImage: "registry.example.com/os/fips:1"}
                        kubernetes: {flavor: rke2}
                        fips: true
                        storage: null
                        hostClasses: {small-box: {disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}}
                    """.formatted(system, rhel ? "8" : "20.04"));

            assertThat(text(yaml(outputs, INSTALLER + "user-data"), "install", "grub_options", "extra_cmdline"))
                    .isEqualTo(rhel ? "fips=1 selinux=0" : "fips=1");
            // One build makes the installer and the image of the hosts.
            assertThat(lines(outputs, INSTALLER + ".arg"))
                    .contains("FIPS_ENABLED=true", "UPDATE_KERNEL=false", "BASE_IMAGE=registry.example.com/os/fips:1");
        }
    }

    @Test
    void hostsWithoutManagementPlaneAreToldSo() {
        String airGapped = """
                profile:
                  spec:
                    mode: air-gapped
                    content: {bundle: content-stores, inClusterRegistry: {name: harbor-edge-native-config}}
                    hostClasses: {small-box: {cores: 8}}
                    site: {registration: null}
                """;

        assertThat(text(yaml(compile(airGapped), INSTALLER + "user-data"), "stylus", "installationMode"))
                .isEqualTo("airgap");
        assertThat(content(compile(EVERYTHING).file(INSTALLER + "user-data").orElseThrow()))
                .doesNotContain("installationMode");
    }

    @Test
    void noNodeIsToldWhichInterfaceToTake() {
        String twoInterfaces = "site: {spec: {hosts: [{name: a, interfaces: {enp1s0: {hostNumber: 11}, "
                + "enp2s0: {address: 10.99.0.11/24}}}]}}";

        assertThat(compile(twoInterfaces).files())
                .filteredOn(file -> !file.path().endsWith(".md"))
                .noneMatch(file ->
                        content(file).contains("nicName") || content(file).contains("vip_interface"));
    }

    @Test
    void calicoKeepsItsDirectoryAndHasThePodNetwork() {
        OutputSet outputs = compile("site: {spec: {network: {podCidr: 10.244.0.0/16}}}");
        Object pack = yaml(outputs, CLUSTER_PROFILE + "cni-calico.yaml");
        String override =
                text(yaml(outputs, "sites/store-1/cluster.yaml"), "spec", "profiles", 0, "packValues", 1, "values");

        assertThat(text(yaml(outputs, INSTALLER + "user-data"), "install", "bind_mounts", 0))
                .isEqualTo("/var/lib/calico");
        assertThat(text(pack, "manifests", "calico", "env", "calicoNode", "CALICO_IPV4POOL_CIDR"))
                .isEqualTo("100.64.0.0/18");
        assertThat(override).contains("CALICO_IPV4POOL_CIDR: \"10.244.0.0/16\"");
    }

    @Test
    void aClusterProfileHasOnePackOfEachLayer() {
        Object profile = yaml(compile("{}"), CLUSTER_PROFILE + "profile.yaml");
        List<?> packs = (List<?>) at(profile, "spec", "template", "packs");

        assertThat(packs).extracting(pack -> text(pack, "layer")).containsExactly("os", "k8s", "cni", "csi");
    }

    @Test
    void controlPlaneHostsWorkWhereNobodyElseDoes() {
        String single = "site: {spec: {hosts: [{name: b, absent: true}, {name: c, absent: true}]}}";
        String workers = "site: {spec: {hosts: [{name: b, role: worker}, {name: c, role: worker}]}}";

        assertThat(controlPlane(single)).isEqualTo(true);
        assertThat(controlPlane(workers)).isEqualTo(false);
    }

    private static Object controlPlane(String changes) {
        Object request = yaml(compile(changes), "sites/store-1/cluster.yaml");
        return at(request, "spec", "machinepoolconfig", 0, "poolConfig", "useControlPlaneAsWorker");
    }

    @Test
    void theVirtualAddressIsReachedWithoutTheProxy() {
        String direct = text(
                yaml(compile(EVERYTHING), "sites/store-1/hosts/a/cidata/user-data"),
                "stylus",
                "site",
                "network",
                "noProxy");

        assertThat(direct.split(",")).contains("10.20.4.10", "10.20.4.0/24", "100.64.0.0/18", "100.64.64.0/18");
    }

    @Test
    void interfacesAreSetByTheAgentAlone() {
        OutputSet outputs = compile(EVERYTHING);
        Object userData = yaml(outputs, "sites/store-1/hosts/a/cidata/user-data");

        assertThat(at(userData, "stylus", "site", "network", "interfaces", "enp1s0"))
                .isEqualTo(Map.of(
                        "type", "static",
                        "ipAddress", "10.20.4.11/24",
                        "gateway", "10.20.4.1",
                        "nameserver", "10.20.4.1"));
        assertThat(outputs.files()).noneMatch(file -> content(file).contains("netplan"));
    }

    @Test
    void kubeVipKeepsItsOwnSettings() {
        assertThat(compile(EVERYTHING).files()).noneMatch(file -> content(file).contains("kubevipArgs"));
    }

    @Test
    void tagsOfDigitsStayTexts() {
        Object tags = at(yaml(compile(EVERYTHING), "sites/store-1/hosts/a/cidata/user-data"), "stylus", "site", "tags");

        assertThat(tags).isEqualTo(Map.of("zip-code", "01234", "ring", "2"));
    }

    @Test
    void userDataStartsWithItsHeader() {
        assertThat(userData(compile(EVERYTHING)))
                .isNotEmpty()
                .allMatch(file -> content(file).startsWith("#cloud-config\n"));
    }

    @Test
    void theAgentReadsEveryKeyOfUserData() {
        for (String agent : List.of("4.4.12", "4.5.15")) {
            BiPredicate<String, Object> read = UserDataKeys.of(agent).readers();
            String release = "profile: {spec: {agent: {version: " + agent + "}}}\n";

            assertThat(userData(compile(release + EVERYTHING))).isNotEmpty().allSatisfy(file -> allRead(file, read));
            assertThat(read.test("stylus.siteNetwork", Map.of())).isFalse();
            assertThat(read.test("stylus.install", Map.of())).isFalse();
        }
    }

    @Test
    void theAgentReadsEveryKeyOfUserDataThatNoPlaneManages() {
        BiPredicate<String, Object> read = UserDataKeys.of("4.5.15").readers();

        assertThat(userData(compile(AirGapRules.GOOD))).isNotEmpty().allSatisfy(file -> allRead(file, read));
    }

    private static void allRead(Output file, BiPredicate<String, Object> read) {
        walk(
                "",
                load(content(file)),
                (path, value) -> assertThat(read.test(path, value))
                        .as("%s: %s in %s", path, value, file.path())
                        .isTrue());
    }

    @Test
    void stagesAreListsOfStepsAndTheirFilesHaveModes() {
        OutputSet outputs = compile(EVERYTHING);
        List<Object> steps = new ArrayList<>();
        List<Object> files = new ArrayList<>();
        Stream.concat(
                        userData(outputs).stream(),
                        outputs.files().stream().filter(file -> file.path().startsWith(CLUSTER_PROFILE)))
                .map(file -> load(content(file)))
                .filter(tree -> tree instanceof Map<?, ?> map && map.containsKey("stages"))
                .forEach(tree -> ((Map<?, ?>) at(tree, "stages")).values().forEach(stage -> {
                    assertThat(stage).isInstanceOf(List.class);
                    steps.addAll((List<?>) stage);
                }));
        for (Object step : steps) {
            assertThat(step).isInstanceOf(Map.class);
            Object written = ((Map<?, ?>) step).get("files");
            if (written != null) {
                files.addAll((List<?>) written);
            }
        }

        assertThat(steps).isNotEmpty();
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            assertThat(List.of("path", "permissions", "owner", "group", "content"))
                    .containsAll(((Map<?, ?>) file)
                            .keySet().stream().map(Object::toString).toList());
            assertThat(at(file, "permissions")).isInstanceOf(Integer.class);
        });
    }

    @Test
    void anInstallationEndsInOneWay() {
        for (String way : List.of("poweroff", "reboot", "wait")) {
            String changes = "profile: {spec: {hostClasses: {small-box: {afterInstall: " + way + "}}}}";
            Map<?, ?> install = (Map<?, ?>) at(yaml(compile(changes), INSTALLER + "user-data"), "install");

            assertThat(Stream.of("poweroff", "reboot").filter(key -> Boolean.TRUE.equals(install.get(key))))
                    .as(way)
                    .hasSizeLessThan(2)
                    .containsExactlyElementsOf(way.equals("wait") ? List.of() : List.of(way));
        }
    }

    private static List<Output> userData(OutputSet outputs) {
        return outputs.files().stream()
                .filter(file -> file.path().endsWith("/user-data"))
                .toList();
    }

    private static OutputSet compile(String changes) {
        return Farstead.create().compile(Example.of(changes).input()).outputs().orElseThrow();
    }

    private static Object yaml(OutputSet outputs, String path) {
        return load(content(outputs.file(path).orElseThrow()));
    }

    private static Object load(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static String content(Output file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> lines(OutputSet outputs, String path) {
        return content(outputs.file(path).orElseThrow()).lines().toList();
    }

    private static String text(Object tree, Object... path) {
        return (String) at(tree, path);
    }

    private static Object at(Object tree, Object... path) {
        Object node = tree;
        for (Object step : path) {
            Object next = step instanceof Integer index ? ((List<?>) node).get(index) : ((Map<?, ?>) node).get(step);
            node = Objects.requireNonNull(next, () -> step + " of " + List.of(path));
        }
        return node;
    }

    /** Visits each key, with the keys from the root joined by dots and {@code []} for the items of a list. */
    private static void walk(String path, Object node, BiConsumer<String, Object> visit) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String here = path.isEmpty() ? key.toString() : path + "." + key;
                visit.accept(here, value);
                walk(here, value, visit);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> walk(path + "[]", item, visit));
        }
    }
}
