// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.check;

import static dev.farstead.compiler.check.PassedFindings.edits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.model.finding.Edit;
import dev.farstead.model.finding.Finding;
import dev.farstead.model.finding.Fix;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on to K3s is held to the exact release: the edges of ranges, the exact places, the fixes. */
final class PassedToK3sTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit-log-maxage 30    | audit-log-maxage=30",
                "audit-log-maxage:  30  | audit-log-maxage=30",
                "--audit-log-maxage 30  | audit-log-maxage=30",
            })
    void aValueThatIsSeparatedOtherwiseGetsItsEqualsSign(String item, String meant) {
        List<Finding> found = about("1.28.13", "kube-apiserver-arg: [\"" + item + "\"]");
        assertThat(found).extracting(Finding::code).containsExactly("DIST-120");
        assertThat(found.get(0).fixes()).hasSize(1);
        assertThat(edits(found.get(0))).containsExactly("\"" + meant + "\"");
    }

    @Test
    void aKeyInOtherLettersIsThatKeyAlone() {
        assertThat(edits(about("1.28.13", "Disable: [traefik]").get(0))).containsExactly("\"disable\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Patches that agent 4.5.15 and 4.4.12 build, on both sides of the first that has the key.
                "1.28.5  | default-runtime: runc                    |",
                "1.27.2  | default-runtime: runc                    | DIST-102",
                "1.27.9  | default-runtime: runc                    |",
                "1.29.0  | disable-default-registry-endpoint: true  | DIST-102",
                "1.29.2  | disable-default-registry-endpoint: true  |",
                "1.27.2  | vpn-auth-file: /etc/vpn                  | DIST-102",
                "1.27.9  | vpn-auth-file: /etc/vpn                  |",
                "1.28.13 | multi-cluster-cidr: true                 | DIST-106",
                "1.29.2  | multi-cluster-cidr: true                 | DIST-102",
                "1.26.4  | kube-controller-manager-arg: [pod-eviction-timeout=1m] |",
                "1.27.2  | kube-controller-manager-arg: [pod-eviction-timeout=1m] | DIST-121",
                "1.28.13 | kube-proxy-arg: [proxy-mode=nftables]    | DIST-123",
                "1.29.2  | kube-proxy-arg: [proxy-mode=nftables]    |",
            })
    void aKeyOrArgumentBelongsToSomeReleases(String version, String config, String code) {
        List<Finding> found = about(version, config);
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Finding::code).containsExactly(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tls-san: [a.example.com]               |",
                "tls-san: a.example.com                 | DIST-108",
                "tls-sans: [a.example.com]              | DIST-101",
                "Disable: [traefik]                     | DIST-101",
                "d: /var/lib/k3s                        | DIST-101",
                "node-label+: [a=b]                     | DIST-101",
                "no-flannel: true                       | DIST-101",
                "token: x                               | DIST-104",
                "token-file: /etc/t                     | DIST-104",
                "agent-token: x                         | DIST-104",
                "agent-token-file: /etc/t               | DIST-104",
                "flannel-backend: host-gw               | DIST-104",
                "write-kubeconfig: /etc/k               | DIST-104",
                "cluster-reset: true                    | DIST-104",
                "etcd-snapshot-retention: 12            |",
                "etcd-snapshot-retention: '12'          | DIST-107",
                "etcd-snapshot-retention: 1.5           | DIST-107",
                "etcd-snapshot-retention: 1e30          | DIST-107",
                "selinux: 'true'                        | DIST-107",
                "selinux: [true]                        | DIST-107",
                "data-dir: {a: b}                       | DIST-107",
                "tls-san: {a: b}                        | DIST-107",
                "tls-san: [{a: b}]                      | DIST-109",
                "tls-san: [[a]]                         | DIST-109",
                "write-kubeconfig-mode: 600             | DIST-107",
                "disable: [traefik, servicelb, local-storage, metrics-server, nginx] | DIST-111",
                "disable: [traefik, servicelb, local-storage, metrics-server, ccm]   |",
                "disable: [traefik, servicelb, local-storage]                        | DIST-151",
                "disable: []                            | DIST-151",
                "node-name: a                           | DIST-105",
                "node-ip: 10.0.0.1                      | DIST-105",
                "disable-apiserver-lb: true             | DIST-103",
                "kubelet-arg: [max-pods=64]             |",
                "kubelet-arg: [--max-pods=64]           |",
                "kubelet-arg: [max_pods=64]             |",
                "kubelet-arg: [max-pods=many]           | DIST-122",
                "kubelet-arg: [max-pods]                | DIST-122",
                "kubelet-arg: [max-pods+=64]            | DIST-125",
                "kubelet-arg: [max-pods=1, max_pods=2]  | DIST-126",
                "kubelet-arg: ['=64']                   | DIST-120",
                "kubelet-arg: [client-ca-file=/a]       | DIST-124",
                "kube-apiserver-arg: [client-ca-file=/a] | DIST-124",
                "etcd-arg: [quota-backend-bytes=1]      |",
                "kube-apiserver-arg: [profiling]        |",
                "node-label: ['a=b,c=']                 |",
                "node-label: [tier]                     | DIST-160",
                "node-label: ['=edge']                  | DIST-160",
                "node-label: [a/b/c=d]                  | DIST-160",
                "node-label: [Example.com/a=b]          | DIST-160",
                "node-label: [a=-b]                     | DIST-160",
                "node-label: [a=b=c]                    | DIST-160",
                "node-label: ['a=b,k8s.io/c=d']         | DIST-160",
                "node-label: [node.kubernetes.io/a=b]   |",
                "node-label: [topology.kubernetes.io/zone=a] |",
                "kubelet-arg: ['node-labels=a=b, c=d']  |",
                "kubelet-arg: [node-labels=kubernetes.io/role=a] | DIST-160",
                "node-taint: ['a=b:PreferNoSchedule,c:PreferNoSchedule'] |",
                "node-taint: ['a=:PreferNoSchedule']    |",
                "node-taint: ['a=b:NoSchedule,c:PreferNoSchedule'] | DIST-191",
                "node-taint: ['a:NoExecute']            | DIST-191",
                "node-taint: ['node.cilium.io/agent-not-ready=true:NoExecute'] |",
                "kubelet-arg: ['register-with-taints=a:NoExecute'] | DIST-191",
                "tls-san: [api.example.com, API.example.com, 10.1.2.3, 'fd00::1', '::1', my_host] |",
                "tls-san: ['api.example.com,api2.example.com'] |",
                "tls-san: ['bad name']                  | DIST-163",
                "tls-san: ['*.example.com']             | DIST-163",
                "tls-san: ['https://api.example.com']   | DIST-163",
                "tls-san: ['api.example.com:6443']      | DIST-163",
                "pause-image: registry.example.com:5000/edge/pause:3.6 |",
                "pause-image: rancher/mirrored-pause    |",
                "pause-image: ''                        |",
                "pause-image: 'rancher/pause 3.6'       | DIST-163",
                "pause-image: https://registry.example.com/pause:3.6 | DIST-163",
                "pause-image: rancher/Pause:3.6         | DIST-163",
                "helm-job-image: 'rancher/klipper-helm:' | DIST-163",
                "snapshotter: native                    |",
                "snapshotter: overlay                   | DIST-190",
                "etcd-snapshot-dir: /var/lib/rancher/snapshots |",
                "etcd-snapshot-dir: /data/snapshots     | DIST-185",
                "etcd-snapshot-dir: snapshots           | DIST-185",
                "default-local-storage-path: /srv/volumes | DIST-185",
                "node-taint: [a=b]                      | DIST-161",
                "node-taint: ['a=b:Never']              | DIST-161",
                "node-taint: ['a=b:NoSchedule-']        | DIST-161",
                "node-taint: ['=b:NoSchedule']          | DIST-161",
                "node-taint: ['a=b=c:NoSchedule']       | DIST-161",
                "node-taint: ['a=b:c:NoSchedule']       | DIST-161",
                "node-taint: ['a:PreferNoSchedule,']    | DIST-161",
                "service-node-port-range: 30000-31000   |",
                "service-node-port-range: 30000+99      |",
                "service-node-port-range: '65535'       |",
                "service-node-port-range: 0-80          | DIST-163",
                "service-node-port-range: 30000-65536   | DIST-163",
                "service-node-port-range: 65535+1       | DIST-163",
                "service-node-port-range: 31000-30000   | DIST-163",
                "service-node-port-range: 30000..31000  | DIST-163",
                "kube-apiserver-arg: [service-node-port-range=all]  | DIST-163",
                "kube-apiserver-arg: ['oidc-issuer-url=https://id.example.com/realm', oidc-client-id=edge] |",
                "kube-apiserver-arg: ['oidc-issuer-url=http://id.example.com', oidc-client-id=edge]  | DIST-163",
                "kube-apiserver-arg: ['oidc-issuer-url=https://', oidc-client-id=edge]               | DIST-163",
                "kube-apiserver-arg: ['oidc-issuer-url=https://id.example.com/r?a=b', oidc-client-id=edge] | DIST-163",
                "kube-apiserver-arg: ['oidc-issuer-url=https://id.example.com/r#a', oidc-client-id=edge]   | DIST-163",
                "kube-apiserver-arg: ['oidc-issuer-url=https://id.example.com:8443', oidc-client-id=edge]  |",
                "kube-apiserver-arg: [goaway-chance=0.02]   |",
                "kube-apiserver-arg: [goaway-chance=0.021]  | DIST-165",
                "kube-apiserver-arg: [goaway-chance=-0.01]  | DIST-165",
                "kube-apiserver-arg: ['authorization-mode=Node,RBAC'] |",
                "kube-apiserver-arg: ['authorization-mode=Node,Rbac'] | DIST-123",
                "kube-apiserver-arg: [audit-log-format=text]          | DIST-123",
                "kube-apiserver-arg: [audit-log-mode=blocking-strict] |",
                "kube-apiserver-arg: ['tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_NULL'] | DIST-123",
                "kube-apiserver-arg: [tls-min-version=VersionTLS12]   |",
                "kube-apiserver-arg: [tls-min-version=1.2]            | DIST-123",
                "kube-scheduler-arg: [tls-min-version=TLS13]          | DIST-123",
                "kubelet-arg: [cpu-manager-policy=dynamic]            | DIST-123",
                "kubelet-arg: [topology-manager-policy=best]          | DIST-123",
                "kubelet-arg: ['eviction-hard=memory.available<100Mi,nodefs.available<5%'] |",
                "kubelet-arg: ['eviction-hard=memory.available<0%']   |",
                "kubelet-arg: ['eviction-hard=memory.available<100%'] |",
                "kubelet-arg: ['eviction-hard=memory.available<101%'] | DIST-163",
                "kubelet-arg: ['eviction-hard=memory.available<0']    | DIST-163",
                "kubelet-arg: ['eviction-hard=memory.available<0.5Gi'] |",
                "kubelet-arg: ['eviction-hard=memory.available<100MB'] | DIST-163",
                "kubelet-arg: ['eviction-hard=memory.available=100Mi'] | DIST-163",
                "kubelet-arg: ['eviction-hard=memory.free<100Mi']     | DIST-164",
                "kubelet-arg: ['eviction-soft=memory<100Mi']          | DIST-164",
                "kubelet-arg: ['system-reserved=cpu=500m,memory=1Gi,ephemeral-storage=1G,pid=100'] |",
                "kubelet-arg: ['system-reserved=cpu=half']            | DIST-163",
                "kubelet-arg: ['system-reserved=cpu=-1']              | DIST-163",
                "kubelet-arg: ['kube-reserved=storage=1Gi']           | DIST-164",
                "kubelet-arg: [container-log-max-size=50Mi]           |",
                "kubelet-arg: [container-log-max-size=50MB]           | DIST-163",
                "kubelet-arg: [container-log-max-files=2]             |",
                "kubelet-arg: [container-log-max-files=1]             | DIST-165",
                "kubelet-arg: [image-gc-low-threshold=0]              |",
                "kubelet-arg: [image-gc-low-threshold=-1]             | DIST-165",
                "kubelet-arg: [image-gc-high-threshold=100]           |",
                "kubelet-arg: [image-gc-high-threshold=101]           | DIST-165",
                "kubelet-arg: [max-pods=0]                            | DIST-165",
                "kubelet-arg: [max-pods=0.5]                          | DIST-122",
                "write-kubeconfig-mode: '0640'          |",
                "write-kubeconfig-mode: '680'           | DIST-172",
                "write-kubeconfig-mode: '60'            | DIST-172",
                "etcd-s3: true, etcd-s3-bucket: a       |",
                "etcd-s3: false, etcd-s3-bucket: a      | DIST-170",
                "etcd-disable-snapshots: false, etcd-snapshot-retention: 3 |",
                "etcd-disable-snapshots: true, etcd-snapshot-retention: 3  | DIST-170",
                "protect-kernel-defaults: false         | DIST-171",
                "protect-kernel-defaults: false, kubelet-arg: [protect-kernel-defaults=false] |",
                "https-listen-port: 443                 | DIST-168",
                "bind-address: 0.0.0.0                  |",
                "bind-address: 127.0.0.1                | DIST-168",
                "disable-agent: false                   |",
                "disable-agent: true                    | DIST-168",
                "disable-etcd: true                     | DIST-168",
                "disable-scheduler: true                | DIST-168",
                "cluster-dns: [100.64.127.254]          |",
                "cluster-dns: [100.64.64.0]             | DIST-169",
                "cluster-dns: [100.64.128.1]            | DIST-169",
                "cluster-dns: [dns]                     | DIST-169",
                "cluster-dns: [169.254.20.10], disable: [coredns, traefik, servicelb, local-storage, metrics-server] |",
                "kubelet-arg: ['register-with-taints=a:PreferNoSchedule'] |",
                "kubelet-arg: [register-with-taints=a]  | DIST-161",
                "kube-apiserver-arg: [feature-gates=No=true]           | DIST-130",
                "kube-apiserver-arg: [feature-gates=AllAlpha=maybe]    | DIST-131",
                "kube-apiserver-arg: [enable-admission-plugins+=PodSecurityPolicy] | DIST-133",
                "kube-apiserver-arg: [enable-admission-plugins=EventRateLimit]     | DIST-134",
                "kube-apiserver-arg: [disable-admission-plugins=NodeRestriction]   | DIST-134",
            })
    void eachFaultIsOneFinding(String config, String code) {
        List<Finding> found = about("1.28.13", config);
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Finding::code).containsExactly(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kube-apiserver-arg: [profiling=true]                 | K8S-020",
                "kube-apiserver-arg: [profiling=0]                    |",
                "kube-apiserver-arg: [audit-log-maxage=30]            |",
                "kube-apiserver-arg: [audit-log-maxage=29]            | K8S-020",
                "kube-apiserver-arg: [default-not-ready-toleration-seconds=20] |",
                "kube-apiserver-arg: ['authorization-mode=AlwaysAllow'] | K8S-020",
                "kube-apiserver-arg: ['tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] |",
                "kube-apiserver-arg: ['tls-cipher-suites=TLS_RSA_WITH_RC4_128_SHA']              | K8S-020",
                "kube-apiserver-arg: ['enable-admission-plugins+=DefaultTolerationSeconds']      |",
                "kube-apiserver-arg: ['enable-admission-plugins=NodeRestriction']                | K8S-020",
                "kubelet-arg: ['feature-gates=NodeSwap=true']         | K8S-020",
                "kubelet-arg: ['feature-gates+=NodeSwap=true']        |",
                "kubelet-arg: ['feature-gates+=RotateKubeletServerCertificate=false'] | K8S-020",
                "kubelet-arg: [protect-kernel-defaults=false]         | K8S-020",
                "protect-kernel-defaults: false                       | K8S-021",
                "secrets-encryption: true                             |",
            })
    void hardeningHoldsAgainstWhatIsPassedOn(String config, String code) {
        List<Finding> found = findings("profile: {spec: {kubernetes: {hardening: cis, config: {" + config + "}}}}");
        if (code == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).extracting(Finding::code).containsExactly(code);
        }
    }

    @Test
    void theDnsOfTheClusterMovesWithTheServicesOfASite() {
        String moved = "site: {spec: {network: {serviceCidr: 172.30.0.0/16}";
        String dns = "profile: {spec: {kubernetes: {config: {cluster-dns: [100.64.64.10]}}}}";
        assertThat(findings("{" + dns + ", " + moved + "}}}"))
                .extracting(Finding::code)
                .containsExactly("DIST-169");
        assertThat(findings("{" + dns + ", " + moved + ", kubernetes: {config: {cluster-dns: [172.30.0.10]}}}}}"))
                .isEmpty();
    }

    @Test
    void theSameKeyOfASiteIsFoundInTheSite() {
        List<Finding> found = findings("site: {spec: {kubernetes: {config: {kubelet-arg: [max-pod=64]}}}}");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("spec.kubernetes.config.kubelet-arg[0]");
            assertThat(finding.range())
                    .hasValueSatisfying(range -> assertThat(range.source()).isEqualTo("site.json"));
            assertThat(finding.message()).isEqualTo("kubelet 1.28 has no argument `max-pod`");
            assertThat(edits(finding)).contains("\"max-pods=64\"");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-pod=64     | write `max-pods=64`",
                "zzzzqqqq=64    | leave it out: no argument of kubelet 1.28 has a name like it",
                "'max-foo: 64'  | write an argument as `name=value`"
            })
    void theFormOfAnArgumentIsAWayOutWhereItIsTheMistake(String argument, String fix) {
        assertThat(about("1.28.13", "kubelet-arg: ['" + argument + "']"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.fixes()).extracting(Fix::text).contains(fix));
        assertThat(about("1.28.13", "kubelet-arg: ['max-pod=64']").toString()).doesNotContain("name=value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etcd-snapshot-retention: many | takes a whole number, not a text | write a whole number",
                "etcd-snapshot-retention: \"12\" | takes a whole number, not a text | write `12`",
                "write-kubeconfig-mode: 600 | takes a text, not a number | write `\"600\"`",
                "selinux: [true] | takes `true` or `false`, not a list | write `true` or `false`"
            })
    void theTypeThatIsDueStandsBesideTheOneThatIsThere(String config, String message, String fix) {
        assertThat(about("1.28.13", config)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).endsWith(message);
            assertThat(finding.fixes()).extracting(Fix::text).containsExactly(fix);
        });
    }

    /** What is like no argument may still hold a secret, which a fix would repeat. */
    @Test
    void anUnknownArgumentThatNamesASecretIsHidden() {
        List<Finding> found =
                findings("profile: {spec: {kubernetes: {config: {kube-apiserver-arg: [\"--token=hunter2\"]}}}}");
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("DIST-120");
            assertThat(finding.hidden()).isTrue();
        });
        assertThat(found.toString()).doesNotContain("hunter2");
    }

    @Test
    void aProfileSaysItForItsSitesOnce() {
        List<Finding> found =
                findings("profile: {spec: {site: {kubernetes: {config: {kubelet-args: [max-pods=64]}}}}}");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("spec.site.kubernetes.config.kubelet-args");
            assertThat(finding.sites()).isEmpty();
            assertThat(edits(finding)).startsWith("\"kubelet-arg\"");
        });
    }

    @Test
    void aSingleHostMayHaveItsOwnAddress() {
        String one = "hosts: [{name: b, absent: true}, {name: c, absent: true}]";
        assertThat(findings("site: {spec: {" + one + ", kubernetes: {config: {node-ip: 10.20.4.11}}}}"))
                .isEmpty();
        assertThat(findings("site: {spec: {kubernetes: {config: {node-ip: 10.20.4.11}}}}"))
                .extracting(Finding::code)
                .containsExactly("DIST-105");
    }

    @Test
    void theFixOfASingleValueIsTheList() {
        assertThat(about("1.28.13", "disable: 'traefik,servicelb'"))
                .singleElement()
                .satisfies(finding -> assertThat(edits(finding)).containsExactly("[\"traefik\", \"servicelb\"]"));
        assertThat(about("1.28.13", "kubelet-arg: 'node-labels=a=b,c=d'"))
                .singleElement()
                .satisfies(finding -> assertThat(edits(finding)).containsExactly("[\"node-labels=a=b,c=d\"]"));
    }

    @Test
    void whatComesBackIsAdded() {
        assertThat(about("1.28.13", "disable: [traefik]")).singleElement().satisfies(finding -> {
            assertThat(finding.message()).endsWith("and `local-storage`, `servicelb`, `metrics-server` come back");
            assertThat(finding.fixes().get(0).edits()).singleElement().satisfies(edit -> {
                assertThat(edit.replacement()).isEqualTo("\"local-storage\", \"servicelb\", \"metrics-server\", ");
                assertThat(edit.range().start()).isEqualTo(edit.range().end());
            });
        });
        assertThat(about("1.28.13", "disable: ['traefik,servicelb', 'local-storage, metrics-server']"))
                .extracting(Finding::code)
                .containsOnly("DIST-111");
        assertThat(about("1.28.13", "disable: []"))
                .singleElement()
                .satisfies(finding -> assertThat(edits(finding))
                        .containsExactly("\"traefik\", \"local-storage\", \"servicelb\", \"metrics-server\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disable: [runtimes]",
                "disable: [ runtimes, coredns ] # all",
                "disable:\n        - runtimes # all\n        - coredns\n      debug: true",
                "disable:\n      - runtimes\n      -   &c coredns\n      debug: true",
                "disable: []"
            })
    void theListThatIsMendedIsReadAgain(String list) {
        String profile = PassingProfile.of("k3s", list);
        Finding found = back(profile).get(0);
        Edit edit = found.fixes().get(0).edits().get(0);
        int at = edit.range().start().offset();

        String mended = profile.substring(0, at) + edit.replacement() + profile.substring(at);

        assertThat(back(mended)).as(mended).isEmpty();
    }

    /** Returns what comes back; nothing else is wrong. */
    private static List<Finding> back(String profile) {
        SourceText source = new SourceText("profile.yaml", profile.getBytes(StandardCharsets.UTF_8));
        List<Finding> found = Farstead.create()
                .check(Input.builder().addSources(source).build())
                .findings();
        assertThat(found).as(profile).extracting(Finding::severity).doesNotContain(Severity.ERROR);
        return found.stream()
                .filter(finding -> finding.code().equals("DIST-151"))
                .toList();
    }

    @Test
    void workersTellWhatDoesNotReachThem() {
        String worker = "site: {spec: {hosts: [{name: w, role: worker, class: small-box, "
                + "interfaces: {enp1s0: {hostNumber: 21}}}]}}";
        String key = "profile: {spec: {kubernetes: {config: {default-runtime: runc}}}}";
        assertThat(findings(key)).isEmpty();
        assertThat(findings(key + "\n" + worker))
                .filteredOn(finding -> finding.code().startsWith("DIST-"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("DIST-112");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.path()).isEqualTo("spec.kubernetes.config.default-runtime");
                });
    }

    @Test
    void aPasswordOfAProxyIsNeverRepeated() {
        List<Finding> found =
                findings("site: {spec: {network: {proxy: {http: \"http://ops:tiger@proxy.example.com:3128\", "
                        + "https: \"http://proxy.example.com:3128\"}}}}");
        assertThat(found).extracting(Finding::code).containsExactly("PROXY-001");
        assertThat(found.toString()).doesNotContain("tiger");
    }

    private static List<Finding> about(String version, String config) {
        String agent = version.equals("1.27.2") || version.equals("1.26.4") || version.equals("1.29.0")
                ? "agent: {version: 4.4.12}, "
                : "";
        return findings(
                "profile: {spec: {" + agent + "kubernetes: {version: \"" + version + "\", config: {" + config + "}}}}");
    }

    private static List<Finding> findings(String changes) {
        return PassedFindings.in(changes);
    }
}
