// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import static dev.farstead.compiler.resolve.ResolvedSites.paths;
import static dev.farstead.compiler.resolve.ResolvedSites.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.compiler.net.IpPrefix;
import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.compiler.resolve.ConfigTree.Items;
import dev.farstead.compiler.resolve.ConfigTree.Leaf;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import dev.farstead.model.spec.ProfileSpec;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.PackChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KubeadmConfigurationTest {
    private static final Origin ORIGIN = new Origin.Default("test");
    private static final Origin CHOSEN = new Origin.Default("chosen");
    private static final String PLUGINS = "clusterConfiguration.apiServer.extraArgs.enable-admission-plugins";
    private static final String VOLUMES = "clusterConfiguration.apiServer.extraVolumes";

    private static ProfileSpec spec(String config, String defaults) {
        return ResolvedSites.profile("4.5.15", "1.28", config, defaults)
                .value()
                .spec()
                .value()
                .spec()
                .value();
    }

    private static KubeadmConfig resolve(String version, Set<PackChoice> taken, boolean cis, ProfileSpec spec) {
        ConfigChoices choices = new ConfigChoices(
                new Sourced<>(Flavor.PXK_E, ORIGIN),
                KubernetesVersion.parse(version).map(patch -> new Sourced<>(patch, ORIGIN)),
                new Sourced<>(cis ? Hardening.CIS : Hardening.NONE, ORIGIN),
                new Sourced<>(false, ORIGIN),
                new Sourced<>(CniName.CALICO, ORIGIN),
                true,
                taken.stream().collect(Collectors.toMap(choice -> choice, choice -> CHOSEN)));
        return (KubeadmConfig) new KubeadmConfiguration(Catalogue.bundled())
                .resolve(
                        choices,
                        range("100.64.0.0/18"),
                        range("100.64.64.0/18"),
                        Layers.userConfig(spec, Optional.empty()));
    }

    private static KubeadmConfig resolve(String config) {
        return resolve("1.29.10", Set.of(), false, spec(config, "{}"));
    }

    private static Optional<Sourced<IpPrefix>> range(String text) {
        return IpPrefix.parse(text).map(prefix -> new Sourced<>(prefix, ORIGIN));
    }

    private static Optional<String> text(KubeadmConfig config, String path) {
        return config.root().find(path.split("\\.")).map(leaf -> ((ConfigValue.Text) ((Leaf) leaf).value()).value());
    }

    private static ConfigTree node(KubeadmConfig config, String path) {
        return config.root().find(path.split("\\.")).orElseThrow();
    }

    private static List<String> names(KubeadmConfig config) {
        return ((Items) node(config, VOLUMES))
                .items()
                .toJavaStream()
                .map(volume -> ((Branch) volume).entries().get("name").get())
                .map(name -> ((ConfigValue.Text) ((Leaf) name).value()).value())
                .toList();
    }

    @Test
    void networkAndReleaseFollowFromTheSpecifications() {
        KubeadmConfig config = resolve("{}");

        assertThat(text(config, "clusterConfiguration.networking.podSubnet")).contains("100.64.0.0/18");
        assertThat(text(config, "clusterConfiguration.networking.serviceSubnet"))
                .contains("100.64.64.0/18");
        assertThat(text(config, "clusterConfiguration.kubernetesVersion")).contains("v1.29.10");
        assertThat(node(config, "clusterConfiguration.kubernetesVersion").origin())
                .isEqualTo(ORIGIN);
    }

    @Test
    void theDefaultsOfThePackComeFirst() {
        KubeadmConfig config = resolve("{}");

        assertThat(config.root().entries().keySet())
                .containsExactly("clusterConfiguration", "initConfiguration", "joinConfiguration");
        assertThat(text(config, PLUGINS))
                .contains("AlwaysPullImages,NamespaceLifecycle,ServiceAccount,NodeRestriction");
        assertThat(reasons(node(config, PLUGINS).origin())).containsExactly("default of the pack");
        assertThat(names(config)).containsExactly("audit-log", "audit-policy");
    }

    @ParameterizedTest
    @CsvSource({"1.26.15, true", "1.27.16, false", "1.29.12, false"})
    void aReleaseGetsTheArgumentsThatItKnows(String version, boolean present) {
        KubeadmConfig config = resolve(version, Set.of(), false, spec("{}", "{}"));

        assertThat(text(config, "clusterConfiguration.controllerManager.extraArgs.pod-eviction-timeout")
                        .isPresent())
                .isEqualTo(present);
    }

    @Test
    void choicesTakeValuesOutOfTheDefaults() {
        Set<PackChoice> choices = Set.of(PackChoice.FIPS, PackChoice.EXTERNAL_REGISTRY);
        KubeadmConfig config = resolve("1.29.10", choices, true, spec("{}", "{}"));

        assertThat(text(config, PLUGINS).orElseThrow()).doesNotContain("AlwaysPullImages");
        assertThat(reasons(node(config, PLUGINS).origin()))
                .contains("the default of the pack without what a choice takes out");
        for (String part : List.of(
                "clusterConfiguration.apiServer.extraArgs",
                "initConfiguration.nodeRegistration.kubeletExtraArgs",
                "joinConfiguration.nodeRegistration.kubeletExtraArgs")) {
            assertThat(text(config, part + ".tls-cipher-suites").orElseThrow())
                    .doesNotContain("CHACHA20")
                    .contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        }
    }

    @Test
    void hardeningAddsWhatTheDefaultsLack() {
        KubeadmConfig config = resolve("1.29.10", Set.of(), true, spec("{}", "{}"));

        assertThat(text(config, PLUGINS))
                .contains("AlwaysPullImages,NamespaceLifecycle,ServiceAccount,NodeRestriction,EventRateLimit,"
                        + "DenyServiceExternalIPs");
        assertThat(reasons(node(config, PLUGINS).origin()))
                .containsExactly(
                        "the members of both",
                        "default of the pack",
                        "added by CIS hardening",
                        "test",
                        "test",
                        "CIS hardening of kubeadm");
        assertThat(names(config)).containsExactly("audit-log", "audit-policy", "admission-config");
        assertThat(text(config, "kubeletConfiguration.streamingConnectionIdleTimeout"))
                .contains("5m0s");
        assertThat(text(config, "clusterConfiguration.controllerManager.extraArgs.terminated-pod-gc-threshold"))
                .contains("25");
    }

    @Test
    void whatIsPassedOnIsMergedByName() {
        KubeadmConfig config = resolve("""
            {clusterConfiguration: {apiServer: {
              extraArgs: {audit-log-maxage: 7, v: 2, profiling: true},
              extraVolumes: [
                {name: oidc, hostPath: /etc/oidc, mountPath: /etc/oidc},
                {name: audit-log, hostPath: /srv/log, mountPath: /var/log/apiserver}],
              certSANs: [api.example.com]}}}\
            """);
        String arguments = "clusterConfiguration.apiServer.extraArgs.";

        assertThat(text(config, arguments + "audit-log-maxage")).contains("7");
        assertThat(text(config, arguments + "v")).contains("2");
        assertThat(text(config, arguments + "profiling")).contains("true");
        assertThat(text(config, arguments + "audit-log-maxsize")).contains("100");
        assertThat(names(config)).containsExactly("audit-log", "audit-policy", "oidc");
        assertThat(node(config, VOLUMES).toString()).contains("/srv/log").doesNotContain("DirectoryOrCreate");
        assertThat(((Items) node(config, "clusterConfiguration.apiServer.certSANs")).items())
                .hasSize(1);
        assertThat(paths(node(config, arguments + "v").origin()))
                .containsExactly("spec.kubernetes.config.clusterConfiguration.apiServer.extraArgs.v");
        assertThat(paths(node(config, "clusterConfiguration.apiServer").origin()))
                .containsExactly("spec.kubernetes.config.clusterConfiguration.apiServer");
    }

    @Test
    void theNearerLayerWinsAndListsReplace() {
        String far = "{clusterConfiguration: {apiServer: {certSANs: [a.example.com, b.example.com],"
                + " extraArgs: {v: 1, audit-log-maxage: 7}}}}";
        String near = "{kubernetes: {config: {clusterConfiguration: {apiServer:"
                + " {certSANs: [c.example.com], extraArgs: {v: 2}}}}}}";
        KubeadmConfig config = resolve("1.29.10", Set.of(), false, spec(far, near));

        assertThat(text(config, "clusterConfiguration.apiServer.extraArgs.v")).contains("2");
        assertThat(text(config, "clusterConfiguration.apiServer.extraArgs.audit-log-maxage"))
                .contains("7");
        assertThat(((Items) node(config, "clusterConfiguration.apiServer.certSANs")).items())
                .singleElement()
                .asString()
                .contains("c.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{clusterConfiguration: {controlPlaneEndpoint: 'a:6443'}}",
                "{clusterConfiguration: {kubernetesVersion: v1.26.4}}",
                "{clusterConfiguration: {networking: {podSubnet: 10.0.0.0/8}}}",
                "{clusterConfiguration: {apiServer: {extraArgs: {audit-policy-file: /etc/other.yaml}}}}",
                "{initConfiguration: {certificateKey: abc, bootstrapTokens: [{token: abcdef.0123456789abcdef}]}}",
                "{joinConfiguration: {discovery: {bootstrapToken: {token: abcdef.0123456789abcdef}}}}",
                "{joinConfiguration: {controlPlane: {localAPIEndpoint: {bindPort: 7443}}}}",
                "{kubeletConfiguration: {rotateCertificates: false}}"
            })
    void whatSomebodyElseWritesIsLeftOut(String config) {
        assertThat(plain(resolve(config).root())).isEqualTo(plain(resolve("{}").root()));
    }

    /** The tree without its origins. */
    private static Object plain(ConfigTree node) {
        if (node instanceof Branch branch) {
            return branch.entries().mapValues(KubeadmConfigurationTest::plain);
        }
        return node instanceof Items list ? list.items().map(KubeadmConfigurationTest::plain) : ((Leaf) node).value();
    }

    @Test
    void otherKubeletFieldsPassWithTheirTypes() {
        KubeadmConfig config = resolve("{kubeletConfiguration: {maxPods: 200, failSwapOn: false}}");

        assertThat(node(config, "kubeletConfiguration.maxPods"))
                .extracting(leaf -> ((Leaf) leaf).value())
                .isInstanceOf(ConfigValue.Numeral.class);
        assertThat(((Leaf) node(config, "kubeletConfiguration.failSwapOn")).value())
                .isEqualTo(new ConfigValue.Bool(false));
    }

    @Test
    void withoutAReleaseThereIsNothingThatDependsOnIt() {
        KubeadmConfig config = resolve("none", Set.of(), false, spec("{}", "{}"));

        assertThat(plain(config.root()).toString())
                .contains("100.64.0.0/18")
                .doesNotContain("kubernetesVersion", "extraArgs");
    }
}
