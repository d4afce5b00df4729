// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static dev.farstead.compiler.check.PassedFindings.edits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on to kubeadm is held to its own structure, field by field, and to the components of the exact release. */
final class PassedToKubeadmTest {
    private static final String SERVER = "clusterConfiguration: {apiServer: {extraArgs: ";
    private static final String KUBELET = "joinConfiguration: {nodeRegistration: {kubeletExtraArgs: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusterConfiguration: {apiServer: {certSANs: [a.example.com]}}       |",
                "clusterConfiguration: {apiServer: {certSans: [a.example.com]}}       | DIST-140",
                "clusterConfiguration: {apiServer: {timeoutForControlPlane: 10m0s}}   |",
                "clusterConfiguration: {apiServer: {timeoutForControlPlane: 10}}      | DIST-144",
                "clusterConfiguration: {apiServer: {timeoutForControlPlane: '10'}}    | DIST-144",
                "clusterConfiguration: {apiServer: []}                                | DIST-144",
                "clusterConfiguration: {apiServer: {certSANs: a.example.com}}         | DIST-144",
                "clusterConfiguration: {apiServer: {certSANs: ['*.example.com', 10.0.0.1, 'fd00::1']}} |",
                "clusterConfiguration: {apiServer: {certSANs: [API.example.com]}}     | DIST-163",
                "clusterConfiguration: {apiServer: {certSANs: ['api.*.com']}}         | DIST-163",
                "clusterConfiguration: {apiServer: {certSANs: ['https://a.example.com']}} | DIST-163",
                "clusterConfiguration: {etcd: {local: {peerCertSANs: [a_b]}}}         | DIST-163",
                "clusterConfiguration: {etcd: {external: {endpoints: ['https://a:2379']}}} | DIST-142",
                "clusterConfiguration: {etcd: {local: {dataDir: /var/lib/etcd}}}      |",
                "clusterConfiguration: {etcd: {local: {dataDir: /runner/etcd}}}       |",
                "clusterConfiguration: {etcd: {local: {dataDir: /run}}}               | DIST-167",
                "clusterConfiguration: {etcd: {local: {dataDir: //tmp/etcd}}}         | DIST-167",
                "clusterConfiguration: {etcd: {local: {dataDir: etcd}}}               | DIST-167",
                "clusterConfiguration: {networking: {dnsDomain: Edge.local}}          | DIST-163",
                "clusterConfiguration: {networking: {dnsDomain: edge..local}}         | DIST-163",
                "kubeletConfiguration: {staticPodPath: /etc/kubernetes/manifests/}    |",
                "kubeletConfiguration: {staticPodPath: /etc/kubernetes}               | DIST-166",
                "kubeletConfiguration: {registerWithTaints: [a]}                      | DIST-144",
                "clusterConfiguration: {apiServer: {certSANs: [1.5]}}                 | DIST-144",
                "clusterConfiguration: {apiServer: {extraEnvs: []}}                   | DIST-141",
                "clusterConfiguration: {dns: {}}                                      |",
                "clusterConfiguration: {clusterName: edge, imageRepository: a.example/k8s} |",
                "clusterConfiguration: {featureGates: {EtcdLearnerMode: true}}        |",
                "clusterConfiguration: {featureGates: {EtcdLearnerMode: 'true'}}      | DIST-144",
                "clusterConfiguration: {featureGates: {EtcdLerner: true}}             | DIST-140",
                "clusterConfiguration: {controlPlaneEndpoint: 'a:6443'}               | DIST-142",
                "clusterConfiguration: {kubernetesVersion: v1.29.10}                  | DIST-142",
                "clusterConfiguration: {networking: {serviceSubnet: 10.96.0.0/12}}    | DIST-142",
                "clusterConfiguration: {networking: {dnsDomain: edge.local}}, "
                        + "kubeletConfiguration: {clusterDomain: edge.local}          |",
                "clusterConfiguration: {apiVersion: kubeadm.k8s.io/v1beta3}           | DIST-142",
                "clusterConfiguration: {kind: ClusterConfiguration}                   | DIST-142",
                "initConfiguration: {bootstrapTokens: [{token: a.b}]}                 | DIST-142",
                "initConfiguration: {certificateKey: a}                               | DIST-142",
                "initConfiguration: {localAPIEndpoint: {advertiseAddress: 0.0.0.0}}   |",
                "initConfiguration: {localAPIEndpoint: {advertiseAddress: 10.0.0.1}}  | DIST-143",
                "initConfiguration: {localAPIEndpoint: {bindPort: 6443}}              |",
                "initConfiguration: {localAPIEndpoint: {bindPort: '6443'}}            | DIST-144",
                "initConfiguration: {localAPIEndpoint: {}}                            |",
                "joinConfiguration: {discovery: {}}                                   |",
                "joinConfiguration: {discovery: {bootstrapToken: {token: a.b}}}       | DIST-142",
                "joinConfiguration: {nodeRegistration: {imagePullPolicy: Always}}     |",
                "joinConfiguration: {nodeRegistration: {imagePullPolicy: always}}     | DIST-146",
                "joinConfiguration: {nodeRegistration: {name: a}}                     | DIST-143",
                "joinConfiguration: {nodeRegistration: {taints: [{key: a, effect: NoSchedule}]}} |",
                "initConfiguration: {nodeRegistration: {taints: [{key: a, effect: NoSchedule}]}}, "
                        + "joinConfiguration: {nodeRegistration: {taints: [{key: a, effect: NoSchedule}]}} | DIST-191",
                "kubeletConfiguration: {registerWithTaints: [{key: a, effect: NoExecute}]} | DIST-191",
                "initConfiguration: {nodeRegistration: {criSocket: unix:///run/containerd/containerd.sock}} |",
                "initConfiguration: {nodeRegistration: {criSocket: unix:///var/run/crio/crio.sock}} | DIST-190",
                "joinConfiguration: {nodeRegistration: {taints: [{key: a, effect: Never}]}} | DIST-146",
                "joinConfiguration: {nodeRegistration: {taints: [{key: a}]}}          | DIST-147",
                "joinConfiguration: {nodeRegistration: {taints: [a]}}                 | DIST-144",
                "joinConfiguration: {timeouts: {discovery: 5m}}                       | DIST-141",
                "kubeletConfiguration: {maxPods: 64}                                  |",
                "kubeletConfiguration: {maxPods: '64'}                                | DIST-144",
                "kubeletConfiguration: {maxPod: 64}                                   | DIST-140",
                "kubeletConfiguration: {evictionHard: {memory.available: 5%}}         |",
                "kubeletConfiguration: {evictionHard: {memory.available: 100}}        | DIST-144",
                "kubeletConfiguration: {authentication: {anonymous: {enabled: false}}} |",
                "kubeletConfiguration: {rotateCertificates: false}                    | DIST-142",
                "kubeletConfiguration: {readOnlyPort: 10255}                          | DIST-149",
                "kubeletConfiguration: {enforceNodeAllocatable: [pods, system]}       | DIST-146",
                "kubeletConfiguration: {evictionHard: {memory.available: 500%}}       | DIST-163",
                "kubeletConfiguration: {evictionSoft: {memory.free: 5%}}              | DIST-164",
                "kubeletConfiguration: {kubeReserved: {memory: 512Mi}}                |",
                "kubeletConfiguration: {kubeReserved: {memory: much}}                 | DIST-163",
                "kubeletConfiguration: {systemReserved: {ram: 512Mi}}                 | DIST-164",
                "kubeletConfiguration: {containerLogMaxSize: 10Mi}                    |",
                "kubeletConfiguration: {containerLogMaxSize: 10MB}                    | DIST-163",
                "kubeletConfiguration: {imageGCHighThresholdPercent: 100}             |",
                "kubeletConfiguration: {imageGCHighThresholdPercent: 101}             | DIST-165",
                "kubeletConfiguration: {maxPods: 0}                                   | DIST-165",
                "kubeletConfiguration: {tlsMinVersion: VersionTLS13}                  |",
                "kubeletConfiguration: {tlsMinVersion: '1.3'}                         | DIST-146",
                "kubeletConfiguration: {featureGates: {NodeSwap: true}}               |",
                "kubeletConfiguration: {featureGates: {NodeSwop: true}}               | DIST-130",
                "kubeletConfiguration: {featureGates: {NodeSwap: 1}}                  | DIST-144",
                "kubeletConfiguration: {reservedMemory: [{numaNode: 0, limits: {memory: 1Gi}}]} |",
                "kubeletConfiguration: {reservedMemory: [{numaNode: 0, limits: {memory: much}}]} | DIST-144",
                "kubeadmconfig: {}                                                    | DIST-140",
                "pack: {podCIDR: 10.42.0.0/16}                                        | DIST-140",
                "ClusterConfiguration: {}                                             | DIST-140",
                "token: a                                                             | DIST-140",
            })
    void eachFieldIsHeldToTheStructure(String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.29.10", config), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubeletConfiguration: {staticPodPath: /etc/kubernetes} | "
                        + "`kubeletConfiguration.staticPodPath` is `/etc/kubernetes`, not `/etc/kubernetes/manifests`",
                "initConfiguration: {nodeRegistration: {kubeletExtraArgs: {pod-manifest-path: /srv}}} | "
                        + "`pod-manifest-path` is `/srv`, not `/etc/kubernetes/manifests`",
                "clusterConfiguration: {etcd: {local: {dataDir: //tmp/etcd}}} | "
                        + "`clusterConfiguration.etcd.local.dataDir` is `//tmp/etcd`, which is no path that lasts",
            })
    void aPathThatIsRefusedIsNamed(String config, String message) {
        assertThat(PassedFindings.about("pxk-e", "1.29.10", config))
                .extracting(Finding::message)
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.26.15 | kubeletConfiguration: {maxParallelImagePulls: 2}      | DIST-141",
                "1.27.15 | kubeletConfiguration: {maxParallelImagePulls: 2}      |",
                "1.27.15 | kubeletConfiguration: {logging: {flushFrequency: 5s}} | DIST-144",
                "1.28.13 | kubeletConfiguration: {logging: {flushFrequency: 5s}} |",
                "1.28.13 | kubeletConfiguration: {logging: {flushFrequency: 5000000000}} |",
                "1.26.15 | clusterConfiguration: {controllerManager: {extraArgs: {pod-eviction-timeout: 1m}}} |",
                "1.27.15 | clusterConfiguration: {controllerManager: {extraArgs: {pod-eviction-timeout: 1m}}} | DIST-121",
            })
    void aFieldOrArgumentBelongsToSomeReleases(String version, String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", version, config), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{max-requests-inflight: '400'}              |",
                "{max-requests-inflight: 400}                | DIST-144",
                "{max-requests-inflight: many}               | DIST-122",
                "{max-request-inflight: '400'}               | DIST-120",
                "{--max-requests-inflight: '400'}            | DIST-120",
                "{goaway-chance: 0.1}                        | DIST-144",
                "{profiling: false}                          | DIST-144",
                "{secure-port: '6443'}                       | DIST-124",
                "{audit-policy-file: /etc/a}                 | DIST-124",
                "{feature-gates: 'AllAlpha=maybe'}           | DIST-131",
                "{feature-gates: 'No=true'}                  | DIST-130",
                "{enable-admission-plugins: 'NodeRestriction,PodSecurityPolicy'} | DIST-133",
                "{enable-admission-plugins: EventRateLimit}  | DIST-134",
                "{max-requests-inflight: '4', max_requests_inflight: '5'} | DIST-126",
                "[{name: max-requests-inflight, value: '400'}] | DIST-145",
                "text                                        | DIST-144",
            })
    void argumentsOfComponentsAreTexts(String arguments, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.29.10", SERVER + arguments + "}}"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusterConfiguration: {apiServer: {extraArgs: {profiling: 'true'}}}            | K8S-020",
                "clusterConfiguration: {apiServer: {extraArgs: {audit-log-maxage: '7'}}}        | K8S-020",
                "clusterConfiguration: {apiServer: {extraArgs: {audit-log-maxage: '60'}}}       |",
                "clusterConfiguration: {apiServer: {extraArgs: {authorization-mode: AlwaysAllow}}} | K8S-020",
                "clusterConfiguration: {apiServer: {extraArgs: {enable-admission-plugins: NodeRestriction}}} | K8S-020",
                "clusterConfiguration: {scheduler: {extraArgs: {profiling: 'true'}}}            | K8S-020",
                "joinConfiguration: {nodeRegistration: {kubeletExtraArgs: {max-pods: '64'}}}    | DIST-150",
                "kubeletConfiguration: {featureGates: {RotateKubeletServerCertificate: false}}  | DIST-149",
                "kubeletConfiguration: {featureGates: {RotateKubeletServerCertificate: true}}   |",
                "kubeletConfiguration: {featureGates: {NodeSwap: true}}                         |",
            })
    void hardeningHoldsAgainstWhatIsPassedOn(String config, String code) {
        PassedFindings.expect(PassedFindings.about("pxk-e", "1.29.10", "cis", config), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node-labels: 'example.com/a=b'                | 0 |",
                "node-labels: 'node-role.kubernetes.io/a=true' | 2 | DIST-160",
                "register-with-taints: 'a=b:PreferNoSchedule'  | 0 |",
                "register-with-taints: 'a=b:NoSchedule'        | 1 | DIST-191",
                "register-with-taints: 'a=b:Never'             | 2 | DIST-161",
            })
    void theKubeletTakesWhatItIsGivenOnAllHosts(String argument, int count, String code) {
        String registration = "{nodeRegistration: {kubeletExtraArgs: {" + argument + "}}}";
        assertThat(PassedFindings.about(
                        "pxk-e",
                        "1.29.10",
                        "initConfiguration: " + registration + ", joinConfiguration: " + registration))
                .hasSize(count)
                .extracting(Finding::code)
                .allMatch(found -> found.equals(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"max-pods: '64' |", "read-only-port: '0' |", "read-only-port: '10255' | K8S-020"})
    void hardeningHoldsOnTheHostThatStartsAndThoseThatJoin(String argument, String code) {
        String registration = "{nodeRegistration: {kubeletExtraArgs: {" + argument + "}}}";
        List<Finding> found = PassedFindings.about(
                "pxk-e",
                "1.29.10",
                "cis",
                "initConfiguration: " + registration + ", joinConfiguration: " + registration);
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Finding::code).containsExactly(code, code);
        }
    }

    @Test
    void anArgumentOfTheKubeletIsForAllHosts() {
        String start = "initConfiguration: {nodeRegistration: {kubeletExtraArgs: {max-pods: '%s'}}}, ";
        String join = "joinConfiguration: {nodeRegistration: {kubeletExtraArgs: {max-pods: '64'}}}";
        assertThat(PassedFindings.about("pxk-e", "1.29.10", start.formatted("64") + join))
                .isEmpty();
        assertThat(PassedFindings.about("pxk-e", "1.29.10", start.formatted("110") + join))
                .extracting(Finding::effect)
                .containsExactlyInAnyOrder(
                        Optional.of("the host that starts the cluster has the setting, all others do not"),
                        Optional.of("the host that starts the cluster does not have the setting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-log", "audit-policy"})
    void theVolumesOfTheAuditStay(String name) {
        String volume = "clusterConfiguration: {apiServer: {extraVolumes: [{name: %s, hostPath: %s, mountPath: %s}]}}";
        assertThat(PassedFindings.about("pxk-e", "1.29.10", volume.formatted(name, "/tmp/a", "/tmp/a")))
                .extracting(Finding::code)
                .containsExactly("DIST-148");
        assertThat(PassedFindings.about("pxk-e", "1.29.10", volume.formatted("other", "/tmp/a", "/tmp/a")))
                .isEmpty();
        String scheduler =
                "clusterConfiguration: {scheduler: {extraVolumes: [{name: %s, hostPath: /a, mountPath: /a}]}}";
        assertThat(PassedFindings.about("pxk-e", "1.29.10", scheduler.formatted(name)))
                .isEmpty();
    }

    @Test
    void aVolumeNeedsItsPaths() {
        assertThat(PassedFindings.about(
                        "pxk-e", "1.29.10", "clusterConfiguration: {scheduler: {extraVolumes: [{name: a}]}}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("this item of `extraVolumes` has no `hostPath`, no `mountPath`"));
    }

    @Test
    void fixesWriteWhatIsDue() {
        assertThat(only(SERVER + "{max-requests-inflight: 400}}}")).satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("`max-requests-inflight` takes a text");
            assertThat(finding.effect()).contains("the provider empties the value without a word");
            assertThat(edits(finding)).containsExactly("\"400\"");
        });
        assertThat(only(SERVER + "[{name: profiling, value: 'false'}, {name: v, value: 2}]}}"))
                .satisfies(finding ->
                        assertThat(edits(finding)).containsExactly("{\"profiling\": \"false\", \"v\": \"2\"}"));
        assertThat(only("clusterConfiguration: {apiServer: {certSans: [a]}}")).satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo("kubeadm 1.29.10 has no field `clusterConfiguration.apiServer.certSans`");
            assertThat(edits(finding)).startsWith("\"certSANs\"");
        });
        assertThat(only("clusterConfiguration: {apiServer: {certSANs: a}}"))
                .satisfies(finding -> assertThat(edits(finding)).containsExactly("[\"a\"]"));
    }

    @Test
    void fixesOfArgumentsFitTheMap() {
        assertThat(only(KUBELET + "{max-pod: '64'}}}")).satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("kubelet 1.29 has no argument `max-pod`");
            assertThat(finding.path())
                    .isEqualTo("spec.kubernetes.config." + KUBELET.replaceAll("[:{ ]+", ".") + "max-pod");
            assertThat(edits(finding)).startsWith("\"max-pods\"");
        });
        assertThat(only(SERVER + "{enable-admission-plugins: EventRateLimit}}}"))
                .satisfies(finding -> assertThat(edits(finding)).containsExactly("\"NodeRestriction,EventRateLimit\""));
    }

    @Test
    void aSiteMayNameItsOnlyHost() {
        String config = "{initConfiguration: {nodeRegistration: {name: edge}}}";
        String site = "site: {spec: {kubernetes: {config: " + config + "}%s}}";
        String profile = "profile: {spec: {kubernetes: {flavor: pxk-e, version: \"1.29.10\"}}}\n";
        String one = ", hosts: [{name: b, absent: true}, {name: c, absent: true}]";
        assertThat(PassedFindings.in(profile + site.formatted(one))).isEmpty();
        assertThat(PassedFindings.in(profile + site.formatted("")))
                .extracting(Finding::code)
                .containsExactly("DIST-143");
    }

    @Test
    void theSectionsOfOldPacksHaveAWayOut() {
        assertThat(only("pack: {podCIDR: 10.42.0.0/16}"))
                .satisfies(finding -> assertThat(finding.fixes())
                        .extracting(Fix::text)
                        .contains("leave it out: networks follow from `network.podCidr` and `network.serviceCidr`, "
                                + "hardening from `kubernetes.hardening`"));
    }

    @Test
    void keysOfOtherDistributionsSayNothingMore() {
        List<Finding> found = PassedFindings.about("pxk-e", "1.29.10", "kubelet-arg: [max-pod=64]");
        assertThat(found).extracting(Finding::code).containsExactly("DIST-140");
    }

    @Test
    void fipsModeTakesApprovedCiphersOnly() {
        List<Finding> found = PassedFindings.about(
                        "pxk-e-fips",
                        "1.29.10",
                        SERVER + "{tls-cipher-suites: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305'}}}")
                .stream()
                .filter(finding -> finding.path().contains("config"))
                .toList();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("FIPS-020");
            assertThat(edits(finding)).isEmpty();
        });
    }

    private static Finding only(String config) {
        List<Finding> found = PassedFindings.about("pxk-e", "1.29.10", config);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
