// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of components that need others, or that cost hosts their part in the cluster, as arguments and as fields. */
final class SettingEdgesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu-manager-policy=static                                        | DIST-183",
                "cpu-manager-policy=none                                          |",
                "cpu-manager-policy=static, reserved-cpus=0-1                     |",
                "cpu-manager-policy=static, \"kube-reserved=cpu=500m\"            |",
                "cpu-manager-policy=static, \"kube-reserved=cpu=0\"               | DIST-183",
                "cpu-manager-policy=static, \"system-reserved=memory=1Gi\"        | DIST-183",
                "cpu-manager-policy=static, \"system-reserved=memory=1Gi,cpu=1\"  |",
                "reserved-cpus=0-1, system-reserved-cgroup=/system.slice          | DIST-183",
                "memory-manager-policy=Static                                     | DIST-183",
                "memory-manager-policy=static                                     | DIST-123",
                "memory-manager-policy=Static, \"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=1Gi\" |",
                "memory-manager-policy=Static, \"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=1Gi,hugepages-2Mi=4Gi\" |",
                "memory-manager-policy=Static, \"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=512Mi;1:memory=512Mi\" |",
                "memory-manager-policy=Static, \"system-reserved=memory=1Gi\", \"reserved-memory=0:memory=2Gi\" | DIST-188",
                "memory-manager-policy=Static, \"eviction-hard=memory.available<100Mi\", \"reserved-memory=0:memory=100Mi\" |",
                "memory-manager-policy=Static, \"eviction-hard=memory.available<5%\", \"reserved-memory=0:memory=100Mi\" |",
                "memory-manager-policy=Static, experimental-allocatable-ignore-eviction=true, \"eviction-hard=memory.available<1Gi\", \"reserved-memory=0:memory=100Mi\" |",
                "memory-manager-policy=None, \"reserved-memory=0:memory=100Mi\"    |",
                "\"system-reserved=memory=15Gi\"                                  |",
                "\"system-reserved=memory=8Gi\", \"kube-reserved=memory=8Gi\"     | DIST-189",
                "cgroups-per-qos=false                                            | DIST-183",
                "cgroups-per-qos=false, enforce-node-allocatable=none             | DIST-183",
                "cgroups-per-qos=false, \"enforce-node-allocatable=\"             |",
                "cgroups-per-qos=true                                             |",
                "enforce-node-allocatable=pods                                    |",
                "enforce-node-allocatable=all                                     | DIST-123",
                "\"enforce-node-allocatable=pods,system-reserved\", system-reserved-cgroup=/system.slice, \"system-reserved=cpu=1\" |",
                "\"enforce-node-allocatable=pods,system-reserved\", \"system-reserved=cpu=1\" | DIST-183",
                "\"enforce-node-allocatable=pods,kube-reserved\", kube-reserved-cgroup=/kube.slice | DIST-183",
                "system-cgroups=/system                                           | DIST-183",
                "hairpin-mode=hairpin                                             | DIST-123",
                "register-node=false                                              | DIST-184",
                "register-node=F                                                  | DIST-184",
                "register-node=true                                               |",
                "runonce=true                                                     | DIST-184",
                "register-schedulable=false                                       | DIST-187",
                "address=127.0.0.1                                                | DIST-187",
                "address=0.0.0.0                                                  |",
            })
    void anArgumentOfTheKubelet(String arguments, String code) {
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", "kubelet-arg: [" + arguments + "]"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpuManagerPolicy: static                                              | DIST-183",
                "cpuManagerPolicy: static, reservedSystemCPUs: \"0\"                   |",
                "cpuManagerPolicy: static, systemReserved: {cpu: 500m}                 |",
                "memoryManagerPolicy: Static                                           | DIST-183",
                "memoryManagerPolicy: Static, reservedMemory: [{numaNode: 0, limits: {memory: 100Mi}}]   |",
                "memoryManagerPolicy: Static, reservedMemory: [{numaNode: 0, limits: {memory: 1Gi}}]     | DIST-188",
                "memoryManagerPolicy: Static, reservedMemory: [{numaNode: 0, limits: {memory: 1124Mi}}], "
                        + "systemReserved: {memory: 1Gi}                               |",
                "memoryManagerPolicy: Static, reservedMemory: [{numaNode: 0, limits: {memory: 1Gi}}], "
                        + "systemReserved: {memory: 1Gi}, evictionHard: {nodefs.available: 10%} |",
                "enforceNodeAllocatable: [pods, kube-reserved]                         | DIST-183",
                "enforceNodeAllocatable: [pods, kube-reserved], kubeReservedCgroup: /kube.slice, kubeReserved: {cpu: 200m} |",
                "registerNode: false                                                   | DIST-184",
                "enableServer: false                                                   | DIST-187",
                "systemReserved: {memory: 20Gi}                                        | DIST-189",
            })
    void aFieldOfTheKubelet(String fields, String codes) {
        assertThat(PassedFindings.about("pxk-e", "1.28.13", "kubeletConfiguration: {" + fields + "}"))
                .extracting(Finding::code)
                .containsExactly(codes == null ? new String[0] : codes.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc-issuer-url=https://login.example.com                       | DIST-183",
                "oidc-client-id=edge                                             | DIST-183",
                "oidc-issuer-url=https://login.example.com, oidc-client-id=edge  |",
                "oidc-username-claim=email                                       | DIST-183",
                "max-requests-inflight=-1                                        | DIST-165",
                "max-requests-inflight=0                                         |",
                "max-requests-inflight=0, max-mutating-requests-inflight=0       | DIST-183",
                "max-requests-inflight=0, max-mutating-requests-inflight=0, enable-priority-and-fairness=false |",
                "storage-media-type=application/cbor                             | DIST-123",
                "storage-media-type=application/json                             |",
                "\"authorization-mode=Node,RBAC,Webhook\"                        | DIST-183",
                "\"authorization-mode=Node,RBAC,Webhook\", authorization-webhook-config-file=/etc/rancher/hook.yaml |",
                "authorization-policy-file=/etc/rancher/abac.jsonl               | DIST-183",
                "\"authorization-mode=Node,RBAC,ABAC\", authorization-policy-file=/etc/rancher/abac.jsonl |",
            })
    void anArgumentOfTheServer(String arguments, String code) {
        PassedFindings.expect(PassedFindings.about("k3s", "1.28.13", "kube-apiserver-arg: [" + arguments + "]"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.28.13 | \"controllers=*,-ttl\"                   |",
                "1.28.13 | \"controllers=*,-ttl-controller\"        |",
                "1.27.15 | \"controllers=*,-ttl-controller\"        | DIST-123",
                "1.28.13 | \"controllers=*,-taint-eviction-controller\" | DIST-123",
                "1.28.13 | \"controllers=*,--ttl\"                  | DIST-123",
                "1.28.13 | \"controllers=all\"                      | DIST-123",
            })
    void aListOfControllers(String version, String arguments, String code) {
        PassedFindings.expect(
                PassedFindings.about("k3s", version, "kube-controller-manager-arg: [" + arguments + "]"), code);
    }

    @Test
    void aControllerThatIsLeftOutKeepsItsDash() {
        assertThat(PassedFindings.about(
                        "k3s", "1.28.13", "kube-controller-manager-arg: [\"controllers=*,-ttl-controler\"]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.values()).isEmpty();
                    assertThat(finding.fixes().get(0).text()).isEqualTo("write `controllers=*,-ttl-controller`");
                });
    }

    @Test
    void theSiteGivesWhatTheProfileLacks() {
        assertThat(PassedFindings.in("""
                profile: {spec: {kubernetes: {config: {kubelet-arg: [cpu-manager-policy=static]}}}}
                site: {spec: {kubernetes: {config: {kubelet-arg: ["system-reserved=cpu=1"]}}}}
                """)).isEmpty();
    }

    @Test
    void theSiteTakesBackWhatTheProfileAsksFor() {
        assertThat(PassedFindings.in("""
                profile: {spec: {kubernetes: {config: {kubelet-arg: [cpu-manager-policy=static, register-node=false]}}}}
                site: {spec: {kubernetes: {config: {kubelet-arg: [cpu-manager-policy=none, register-node=true]}}}}
                """)).isEmpty();
    }

    @Test
    void anArgumentWinsOverAField() {
        assertThat(PassedFindings.about("pxk-e", "1.28.13", """
                kubeletConfiguration: {cpuManagerPolicy: static},
                initConfiguration: {nodeRegistration: {kubeletExtraArgs: {cpu-manager-policy: none}}},
                joinConfiguration: {nodeRegistration: {kubeletExtraArgs: {cpu-manager-policy: none}}}
                """)).isEmpty();
    }

    @Test
    void whatIsLackingIsNamedAsItIsWritten() {
        assertThat(PassedFindings.about("pxk-e", "1.28.13", "kubeletConfiguration: {cpuManagerPolicy: static}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("`kubeletConfiguration.cpuManagerPolicy` with `static` needs `reservedSystemCPUs`, "
                                + "or `cpu` in `kubeReserved`, or `cpu` in `systemReserved`"));
    }
}
