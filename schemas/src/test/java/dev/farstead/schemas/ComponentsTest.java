// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentsTest {
    private final ComponentArguments arguments = Catalogue.bundled().componentArguments();
    private final FeatureGates gates = Catalogue.bundled().featureGates();
    private final AdmissionPlugins plugins = Catalogue.bundled().admissionPlugins();

    private ComponentArgument argument(String component, String name) {
        return arguments.argument(component, name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "kube-apiserver, 157, 158, 161, 164",
        "kube-controller-manager, 137, 135, 139, 140",
        "kube-scheduler, 53, 53, 51, 52",
        "kubelet, 151, 149, 150, 150",
        "kube-proxy, 50, 50, 51, 55",
    })
    void upstreamComponentsHaveThisManyArguments(String component, int in26, int in27, int in28, int in29) {
        assertThat(arguments.names(component, version("1.26.15"), ComponentBuild.UPSTREAM))
                .hasSize(in26);
        assertThat(arguments.names(component, version("1.27.16"), ComponentBuild.UPSTREAM))
                .hasSize(in27);
        assertThat(arguments.names(component, version("1.28.15"), ComponentBuild.UPSTREAM))
                .hasSize(in28);
        assertThat(arguments.names(component, version("1.29.15"), ComponentBuild.UPSTREAM))
                .hasSize(in29);
    }

    @Test
    void anArgumentLeavesWithAMinor() {
        ComponentArgument timeout = argument("kube-controller-manager", "pod-eviction-timeout");
        assertThat(timeout.in(version("1.26.15"), ComponentBuild.K3S).isPresent())
                .isTrue();
        assertThat(timeout.deprecatedIn(minor("1.26"))).isTrue();
        assertThat(timeout.in(version("1.27.1"), ComponentBuild.K3S))
                .isEqualTo(new Presence.Gone(minor("1.26"), Optional.empty()));
    }

    @Test
    void anArgumentArrivesWithAMinor() {
        ComponentArgument directory = argument("kubelet", "config-dir");
        assertThat(directory.in(version("1.27.16"), ComponentBuild.K3S))
                .isEqualTo(new Presence.NotYet(version("1.28.0")));
        assertThat(directory.in(version("1.28.0"), ComponentBuild.K3S).isPresent())
                .isTrue();
    }

    @Test
    void someArgumentsBelongToOneBuild() {
        assertThat(argument("kube-apiserver", "advertise-port").in(version("1.28.11"), ComponentBuild.UPSTREAM))
                .isEqualTo(new Presence.Elsewhere());
        assertThat(argument("kube-apiserver", "advertise-port")
                        .in(version("1.28.11"), ComponentBuild.K3S)
                        .isPresent())
                .isTrue();
        assertThat(argument("kubelet", "azure-container-registry-config").in(version("1.28.11"), ComponentBuild.K3S))
                .isEqualTo(new Presence.Elsewhere());
    }

    @Test
    void someArgumentsTakeValuesOfAFormOrARange() {
        assertThat(argument("kubelet", "container-log-max-size").form()).contains(ValueForm.AMOUNT);
        assertThat(argument("kubelet", "max-pods").form()).isEmpty();
        ValueRange share =
                argument("kubelet", "image-gc-high-threshold").range().orElseThrow();
        assertThat(share.contains(BigDecimal.ZERO)).isTrue();
        assertThat(share.contains(BigDecimal.valueOf(100))).isTrue();
        assertThat(share.contains(BigDecimal.valueOf(101))).isFalse();
        assertThat(argument("kubelet", "max-pods").range().orElseThrow().contains(BigDecimal.valueOf(Long.MAX_VALUE)))
                .isTrue();
    }

    @Test
    void allComponentsKnowTheSameCipherSuites() {
        for (String component : List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet")) {
            assertThat(argument(component, "tls-cipher-suites").values(version("1.28.15")))
                    .hasSize(27)
                    .doesNotHaveDuplicates()
                    .contains("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_RSA_WITH_RC4_128_SHA");
        }
    }

    @Test
    void argumentsHaveTypesDefaultsAndValues() {
        ComponentArgument age = argument("kube-apiserver", "audit-log-maxage");
        assertThat(age.type()).isEqualTo(ValueType.INTEGER);
        ComponentArgument qps = argument("kubelet", "event-qps");
        assertThat(qps.defaultIn(minor("1.26"))).contains("5");
        assertThat(qps.defaultIn(minor("1.27"))).contains("50");
        assertThat(qps.inConfigurationFile()).isTrue();
        assertThat(argument("kube-apiserver", "authorization-mode").defaultIn(minor("1.28")))
                .contains("AlwaysAllow");
        assertThat(argument("kube-apiserver", "authorization-mode").defaultIn(minor("1.29")))
                .isEmpty();
        assertThat(argument("kube-proxy", "proxy-mode").values(version("1.28.15")))
                .doesNotContain("nftables");
        assertThat(argument("kube-proxy", "proxy-mode").values(version("1.29.0")))
                .contains("nftables", "ipvs");
    }

    @Test
    void aDeprecationMayBeTakenBack() {
        ComponentArgument provider = argument("kubelet", "cloud-provider");
        assertThat(provider.deprecatedIn(minor("1.28"))).isTrue();
        assertThat(provider.deprecatedIn(minor("1.29"))).isFalse();
    }

    @Test
    void anUnderscoreCountsAsADash() {
        assertThat(arguments.argument("kubelet", "event_qps")).isPresent();
        assertThat(arguments.argument("kubelet", "event-qqs")).isEmpty();
    }

    @Test
    void etcdHasAsManyFlagsAsItsRelease() {
        assertThat(arguments.names("etcd", version("1.26.9"), ComponentBuild.UPSTREAM))
                .hasSize(120)
                .contains("quota-backend-bytes", "cert-file")
                .doesNotContain("tls-min-version");
        assertThat(arguments.names("etcd", version("1.28.0"), ComponentBuild.UPSTREAM))
                .hasSize(123);
        assertThat(arguments.names("etcd", version("1.28.8"), ComponentBuild.UPSTREAM))
                .hasSize(124);
        assertThat(arguments.names("etcd", version("1.28.14"), ComponentBuild.UPSTREAM))
                .hasSize(126);
    }

    @Test
    void theConfigurationFileOfEtcdHasOtherNames() {
        assertThat(arguments.names("etcd-file", version("1.28.13"), ComponentBuild.K3S))
                .contains("quota-backend-bytes", "client-transport-security", "tls-min-version")
                .doesNotContain("cert-file", "proxy", "experimental-snapshot-catchup-entries");
        assertThat(arguments.names("etcd-file", version("1.28.13"), ComponentBuild.UPSTREAM))
                .contains("proxy");
    }

    @Test
    void theCloudControllerManagerHasItsArguments() {
        assertThat(arguments.names("kube-cloud-controller-manager", version("1.28.13"), ComponentBuild.K3S))
                .hasSize(72);
        assertThat(arguments.names("kube-cloud-controller-manager", version("1.26.15"), ComponentBuild.K3S))
                .hasSize(65);
    }

    @Test
    void aGateGrowsLocksAndLeaves() {
        assertThat(gates.all()).hasSize(207);
        FeatureGate review = gates.gate("APISelfSubjectReview").orElseThrow();
        assertThat(review.state(version("1.26.0")))
                .contains(new FeatureGate.State(FeatureGate.Stage.ALPHA, false, false));
        assertThat(review.state(version("1.27.0")))
                .contains(new FeatureGate.State(FeatureGate.Stage.BETA, true, false));
        assertThat(review.state(version("1.29.0"))).contains(new FeatureGate.State(FeatureGate.Stage.GA, true, true));
        FeatureGate auditing = gates.gate("AdvancedAuditing").orElseThrow();
        assertThat(auditing.in(version("1.28.0"))).isEqualTo(new Presence.Gone(minor("1.27"), Optional.empty()));
        assertThat(auditing.state(version("1.28.0"))).isEmpty();
        FeatureGate conditions = gates.gate("AdmissionWebhookMatchConditions").orElseThrow();
        assertThat(conditions.in(version("1.26.15"))).isEqualTo(new Presence.NotYet(version("1.27.0")));
        assertThat(conditions.state(version("1.26.15"))).isEmpty();
        assertThat(gates.names(version("1.28.0"), "kubelet", ComponentBuild.UPSTREAM))
                .contains("RotateKubeletServerCertificate");
    }

    @Test
    void someGatesAreKnownToSomeComponentsOnly() {
        FeatureGate logging = gates.gate("ContextualLogging").orElseThrow();
        assertThat(logging.isOf("kube-proxy", ComponentBuild.UPSTREAM, version("1.26.15")))
                .isFalse();
        assertThat(logging.isOf("kube-proxy", ComponentBuild.UPSTREAM, version("1.27.0")))
                .isTrue();
        assertThat(logging.isOf("kubelet", ComponentBuild.UPSTREAM, version("1.26.15")))
                .isTrue();
        assertThat(logging.isOf("kube-proxy", ComponentBuild.K3S, version("1.26.15")))
                .isTrue();
        assertThat(gates.names(version("1.26.15"), "kube-proxy", ComponentBuild.UPSTREAM))
                .contains("AllAlpha")
                .doesNotContain("ContextualLogging");
    }

    @Test
    void pluginsDependOnTheRelease() {
        assertThat(plugins.all()).hasSize(36);
        assertThat(plugins.names(version("1.26.15"))).hasSize(35).doesNotContain("ClusterTrustBundleAttest");
        assertThat(plugins.plugin("NodeRestriction").orElseThrow().onByDefault())
                .isFalse();
        assertThat(plugins.plugin("PodSecurity").orElseThrow().onByDefault()).isTrue();
        assertThat(plugins.plugin("PodSecurityPolicy")).isEmpty();
        AdmissionPlugin denied = plugins.plugin("SecurityContextDeny").orElseThrow();
        assertThat(denied.deprecatedIn(minor("1.26"))).isFalse();
        assertThat(denied.deprecatedIn(minor("1.27"))).isTrue();
    }
}
