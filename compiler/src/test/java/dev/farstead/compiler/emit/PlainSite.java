// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Compilation;
import dev.farstead.Farstead;
import dev.farstead.Input;
import dev.farstead.Output;
import dev.farstead.OutputSet;
import dev.farstead.model.finding.Severity;
import dev.farstead.model.secret.Secret;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compiles a site of hosts without the agent: two control-plane hosts, a third with one address more, and a worker. */
final class PlainSite {
    static final String TOKEN = "token-that-stands-nowhere-else";
    static final String HASH =
            "$6$testsalt$tJbUl1kXqW33QAR3uSZ526jhi2VR/8b5Oc.fgGcuj1amRP1gtYnGoqbDwnND9jnHaR.tZ1.Uag0nWYDafTUxX0";

    private static final String SPEC = """
        apiVersion: farstead/v1alpha1
        kind: Profile
        metadata: {name: plain, description: What all labs run}
        spec:
          mode: connected
          os: {family: ubuntu, version: "22.04"}
          kubernetes: {flavor: %s, version: "%s", hardening: %s, config: %s}
          network: {podCidr: 10.42.0.0/16, serviceCidr: 10.43.0.0/16, cni: {name: %s}}
          hostClasses:
            vm: {arch: amd64, platform: kvm, cores: 4, memory: 16Gi, disks: [{device: /dev/vda, size: 240Gi, type: ssd, use: install}]}
        ---
        apiVersion: farstead/v1alpha1
        kind: Site
        metadata: {name: lab}
        spec:
          profile: plain
          controlPlaneEndpoint: {loadBalancer: "%s"}
          clusterToken: {secretRef: cluster-token}
          network: {lan: 192.168.80.0/24, gateway: {hostNumber: 1}, nameservers: [192.168.80.1, 192.168.80.2]%s}
          users: %s
          hosts: %s
        """;

    private String flavor = "k3s";
    private String version = "1.29";
    private String hardening = "none";
    private String config = "{}";
    private String cni = "flannel";
    private String endpoint = "api.example.com";
    private String network = "";
    private String users = "[{name: ops, passwordHash: {secretRef: password}}]";
    private String hosts = """
        [{name: a, role: control-plane, class: vm, interfaces: {eth0: {hostNumber: 11}}}, \
        {name: b, role: control-plane, class: vm, interfaces: {eth0: {dhcp: true}}}, \
        {name: c, role: control-plane, class: vm, interfaces: {eth0: {address: 10.9.0.4/16}, eth1: {hostNumber: 13}}}, \
        {name: w, role: worker, class: vm, interfaces: {eth0: {hostNumber: 21}}}]\
        """;

    PlainSite flavor(String text) {
        flavor = text;
        return this;
    }

    PlainSite version(String text) {
        version = text;
        return this;
    }

    PlainSite hardened() {
        hardening = "cis";
        return this;
    }

    PlainSite config(String yaml) {
        config = yaml;
        return this;
    }

    PlainSite cni(String text) {
        cni = text;
        return this;
    }

    PlainSite endpoint(String text) {
        endpoint = text;
        return this;
    }

    /** Adds keys of the site's network, a flow mapping without its braces. */
    PlainSite network(String yaml) {
        network = ", " + yaml;
        return this;
    }

    PlainSite users(String yaml) {
        users = yaml;
        return this;
    }

    PlainSite hosts(String yaml) {
        hosts = yaml;
        return this;
    }

    Compiled compile() {
        String text = SPEC.formatted(flavor, version, hardening, config, cni, endpoint, network, users, hosts);
        Compilation compilation = Farstead.create()
                .compile(Input.builder()
                        .sources(List.of(new SourceText("lab.yaml", text.getBytes(StandardCharsets.UTF_8))))
                        .secrets((site, name) -> Optional.of(Secret.of(name.equals("password") ? HASH : TOKEN)))
                        .build());
        assertThat(compilation.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new Compiled(compilation.outputs().orElseThrow());
    }

    /**
     * What was compiled.
     *
     * @param outputs all files
     */
    record Compiled(OutputSet outputs) {
        List<String> paths() {
            return outputs.files().stream().map(Output::path).toList();
        }

        Output file(String path) {
            return outputs.file("sites/lab/" + path).orElseThrow(() -> new AssertionError(path + " of " + paths()));
        }

        String text(String path) {
            return new String(file(path).bytes(), StandardCharsets.UTF_8);
        }

        Map<?, ?> yaml(String path) {
            return (Map<?, ?>)
                    Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(text(path)));
        }

        Map<?, ?> userData(String host) {
            return yaml("hosts/" + host + "/nocloud/user-data");
        }

        Map<?, ?> network(String host) {
            return yaml("hosts/" + host + "/nocloud/network-config");
        }

        Map<?, ?> k3s(String host) {
            return yaml("hosts/" + host + "/rootfs/etc/rancher/k3s/config.yaml");
        }

        Map<?, ?> rke2(String host) {
            return yaml("hosts/" + host + "/rootfs/etc/rancher/rke2/config.yaml");
        }
    }
}
