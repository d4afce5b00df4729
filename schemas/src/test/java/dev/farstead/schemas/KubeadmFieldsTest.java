// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import static dev.farstead.schemas.Versions.minor;
import static dev.farstead.schemas.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue says about the configuration of kubeadm. */
class KubeadmFieldsTest {
    private final KubeadmFields fields = Catalogue.bundled().kubeadmFields();

    private KubeadmField field(String path) {
        return fields.field(path).orElseThrow();
    }

    @Test
    void thereAreFourSections() {
        assertThat(fields.sections().keySet())
                .containsExactly(
                        "clusterConfiguration", "initConfiguration", "joinConfiguration", "kubeletConfiguration");
        assertThat(fields.minors()).isEqualTo(Catalogue.bundled().k3sKeys().minors());
    }

    @ParameterizedTest
    @CsvSource({
        "initConfiguration, addon/kube-proxy, true",
        "initConfiguration, kubeconfig/super-admin, false",
        "joinConfiguration, control-plane-join/etcd, true",
        "joinConfiguration, addon/kube-proxy, false",
    })
    void aPhaseIsOfStartingOrOfJoining(String section, String name, boolean isIn) {
        assertThat(fields.phases().stream()
                        .filter(phase -> phase.isIn(version("1.28.13")))
                        .anyMatch(phase ->
                                phase.section().equals(section) && phase.name().equals(name)))
                .isEqualTo(isIn);
    }

    @ParameterizedTest
    @CsvSource({
        "clusterConfiguration.apiServer.extraArgs, MAP",
        "clusterConfiguration.apiServer.timeoutForControlPlane, DURATION",
        "clusterConfiguration.apiServer.extraVolumes, OBJECTS",
        "clusterConfiguration.apiServer.extraVolumes.readOnly, BOOLEAN",
        "clusterConfiguration.featureGates.EtcdLearnerMode, BOOLEAN",
        "kubeletConfiguration.featureGates, SWITCHES",
        "initConfiguration.localAPIEndpoint.bindPort, INTEGER",
        "initConfiguration.bootstrapTokens.expires, TIME",
        "joinConfiguration.nodeRegistration.taints.effect, TEXT",
        "joinConfiguration.controlPlane.localAPIEndpoint, OBJECT",
        "kubeletConfiguration.evictionHard, MAP",
        "kubeletConfiguration.tlsCipherSuites, TEXTS",
        "kubeletConfiguration.staticPodURLHeader, LISTS",
        "kubeletConfiguration.memoryThrottlingFactor, DECIMAL",
        "kubeletConfiguration.reservedMemory.limits, QUANTITIES",
        "kubeletConfiguration.logging.options.json.infoBufferSize, QUANTITY",
    })
    void aFieldHasAType(String path, FieldType type) {
        assertThat(field(path).type(minor("1.28"))).isEqualTo(type);
    }

    @Test
    void theIntervalOfLogsBecameALengthOfTime() {
        KubeadmField frequency = field("kubeletConfiguration.logging.flushFrequency");
        assertThat(frequency.type(minor("1.27"))).isEqualTo(FieldType.INTEGER);
        assertThat(frequency.type(minor("1.28"))).isEqualTo(FieldType.INTERVAL);
    }

    @ParameterizedTest
    @CsvSource({
        "kubeletConfiguration.maxParallelImagePulls, 1.26.15, 1.27.0",
        "kubeletConfiguration.imageMaximumGCAge, 1.28.15, 1.29.0",
        "clusterConfiguration.apiServer.extraEnvs, 1.29.12, 1.31.0",
        "initConfiguration.timeouts.discovery, 1.29.12, 1.31.0",
    })
    void aFieldOfALaterReleaseSaysSinceWhen(String path, String before, String since) {
        assertThat(field(path).in(version(before))).isEqualTo(new Presence.NotYet(version(since)));
        assertThat(field(path).in(version(since)).isPresent()).isTrue();
    }

    @Test
    void extraArgumentsBelongToAComponent() {
        assertThat(field("clusterConfiguration.controllerManager.extraArgs").component())
                .contains("kube-controller-manager");
        assertThat(field("clusterConfiguration.etcd.local.extraArgs").component())
                .contains("etcd");
        assertThat(field("joinConfiguration.nodeRegistration.kubeletExtraArgs").component())
                .contains("kubelet");
        assertThat(field("kubeletConfiguration.evictionHard").component()).isEmpty();
        assertThat(fields.all())
                .filteredOn(field -> field.component().isPresent())
                .hasSize(6)
                .allSatisfy(field -> assertThat(field.type(minor("1.28"))).isEqualTo(FieldType.MAP));
    }

    @Test
    void anArgumentOfTheKubeletDoublesManyFields() {
        assertThat(field("kubeletConfiguration.readOnlyPort").argument()).contains("read-only-port");
        assertThat(field("kubeletConfiguration.serverTLSBootstrap").argument()).contains("rotate-server-certificates");
        assertThat(field("kubeletConfiguration.shutdownGracePeriod").argument()).isEmpty();
        assertThat(fields.all().stream().map(KubeadmField::argument).flatMap(Optional::stream))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(90)
                .allSatisfy(name -> assertThat(
                                Catalogue.bundled().componentArguments().argument("kubelet", name))
                        .isPresent());
    }

    @Test
    void someFieldsTakeAFewValuesAndSomeMustBeThere() {
        assertThat(field("kubeletConfiguration.cgroupDriver").values(version("1.28.9")))
                .containsExactly("cgroupfs", "systemd");
        assertThat(field("clusterConfiguration.apiServer.extraVolumes.pathType").values(version("1.28.9")))
                .hasSize(8)
                .contains("", "DirectoryOrCreate");
        assertThat(field("clusterConfiguration.apiServer.extraVolumes.name").required())
                .isTrue();
        assertThat(field("clusterConfiguration.apiServer.extraVolumes.readOnly").required())
                .isFalse();
    }

    @Test
    void someFieldsTakeValuesOfAForm() {
        assertThat(field("clusterConfiguration.networking.dnsDomain").form()).contains(ValueForm.DOMAIN);
        assertThat(field("clusterConfiguration.apiServer.certSANs").form()).contains(ValueForm.SUBJECT);
        assertThat(field("clusterConfiguration.clusterName").form()).isEmpty();
    }

    @Test
    void whatKubeadmDoesNotHaveIsNotFound() {
        assertThat(fields.field("clusterConfiguration.apiserver")).isEmpty();
        assertThat(fields.field("clusterConfiguration.clusterName.first")).isEmpty();
        assertThat(fields.field("kubeadmconfig")).isEmpty();
        assertThat(fields.field("")).isEmpty();
        assertThat(fields.all()).hasSizeBetween(260, 330);
    }
}
