// SPDX-License-Identifier: Apache-2.0
package dev.farstead.golden;

import dev.farstead.Input;
import dev.farstead.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A whole profile and site for any combination of axis values. Everything else in them fits the combination, so that what is found wrong is the
 * combination itself. One host, so that no rule about several speaks.
 *
 * @param values a value for every axis
 */
record CombinationSpec(Map<String, String> values) {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILTq6+9tGcWpbcMO+yULMGbIdzy7VKZ5vPIyEZJUOzmD ops@example.com";

    Input input() {
        return input(Map.of("profile.yaml", profile(), "site.yaml", site()));
    }

    /** Returns texts by name as what is compiled. */
    static Input input(Map<String, String> texts) {
        return Input.builder()
                .addAllSources(new TreeMap<>(texts)
                        .entrySet().stream()
                                .map(text -> source(text.getKey(), text.getValue()))
                                .toList())
                .build();
    }

    private static SourceText source(String name, String text) {
        return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String value(String axis) {
        return Objects.requireNonNull(values.get(axis), axis);
    }

    private boolean is(String axis, String value) {
        return value(axis).equals(value);
    }

    String profile() {
        List<String> lines = new ArrayList<>(List.of(
                "apiVersion: farstead/v1alpha1",
                "kind: Profile",
                "metadata: {name: any}",
                "spec:",
                "  mode: " + value("mode")));
        if (is("agent", "present")) {
            lines.add("  agent: {version: 4.5.15}");
        }
        os(lines);
        lines.addAll(List.of(
                "  kubernetes:",
                "    flavor: " + value("kubernetes.flavor"),
                "    version: \"" + value("kubernetes.minor") + "\"",
                "    hardening: " + value("kubernetes.hardening"),
                "  fips: " + value("fips"),
                "  network:",
                "    podCidr: 100.64.0.0/18",
                "    serviceCidr: 100.64.64.0/18",
                "    cni: {name: " + value("cni") + cniVersion() + "}"));
        if (is("csi", "rook-ceph")) {
            lines.add("  storage: {csi: {name: rook-ceph, version: 1.14.0}}");
        }
        if (is("agent", "present")) {
            lines.addAll(List.of(
                    "  image:",
                    "    format: " + value("image.format"),
                    "    registry: registry.example.com/edge",
                    "    repository: edge",
                    "    customTag: any"));
        }
        if (is("mode", "air-gapped") && is("agent", "present")) {
            lines.addAll(List.of(
                    "  content:",
                    "    clusterDefinition: spc.tgz",
                    "    registry:",
                    "      domain: registry.example.com",
                    "      username: puller",
                    "      password: {secretRef: registry-password}"));
        }
        machine(lines);
        return String.join("\n", lines) + "\n";
    }

    private void os(List<String> lines) {
        lines.add("  os:");
        lines.add("    family: " + value("os.family"));
        if (!is("os.distribution", "none")) {
            lines.add("    distribution: " + value("os.distribution"));
        }
        lines.add("    version: \"" + osVersion() + "\"");
        lines.add("    hardening: " + value("os.hardening"));
        if (is("agent", "absent")) {
            // Nothing is built for such hosts, so there is nothing to build on.
            return;
        }
        if (is("arch", "arm64")) {
            lines.add("    baseImage: registry.example.com/os/kairos-nvidia-jetson-agx-orin:1");
        } else if (is("fips", "true") || is("os.family", "byoos")) {
            lines.add("    baseImage: registry.example.com/os/base:1");
        }
    }

    /** FIPS base images exist for one version of each system; elsewhere the newest that the agent's release builds. */
    private String osVersion() {
        return switch (is("os.family", "byoos") ? value("os.distribution") : value("os.family")) {
            case "opensuse", "opensuse-leap" -> "15.6";
            case "rhel" -> "8";
            case "sles" -> "15.5";
            default -> is("fips", "true") ? "20.04" : "22.04";
        };
    }

    private String cniVersion() {
        if (is("agent", "absent")) {
            return "";
        }
        return switch (value("cni")) {
            case "calico" -> ", version: 3.27.0";
            case "flannel" -> ", version: 0.23.0";
            default -> "";
        };
    }

    private void machine(List<String> lines) {
        lines.addAll(List.of("  hostClasses:", "    box:", "      arch: " + value("arch")));
        if (is("arch", "arm64")) {
            lines.add("      model: nvidia-jetson-agx-orin");
        }
        lines.addAll(List.of(
                "      platform: " + value("platform"),
                "      cores: 8",
                "      memory: 32Gi",
                "      disks:",
                "        - {device: /dev/nvme0n1, size: 480Gi, type: ssd, use: install}"));
        if (is("csi", "rook-ceph")) {
            lines.add("        - {device: /dev/nvme1n1, size: 960Gi, type: ssd, use: data}");
        }
    }

    String site() {
        List<String> lines = new ArrayList<>(List.of(
                "apiVersion: farstead/v1alpha1", "kind: Site", "metadata: {name: one}", "spec:", "  profile: any"));
        if (!is("registration", "none")) {
            lines.addAll(List.of(
                    "  registration:",
                    "    method: " + value("registration"),
                    "    endpoint: api.spectrocloud.com",
                    is("registration", "qr-code")
                            ? "    url: https://register.example.com"
                            : "    token: {secretRef: registration-token}"));
            if (is("registration", "auto")) {
                lines.add("    project: edge");
            }
        }
        lines.add(
                switch (value("endpoint")) {
                    case "ddns" -> "  controlPlaneEndpoint: {ddns: one.edge.example.com}";
                    case "loadBalancer" -> "  controlPlaneEndpoint: {loadBalancer: one.example.com}";
                    default -> "  controlPlaneEndpoint: {vip: {hostNumber: 10}}";
                });
        if (is("agent", "absent")) {
            lines.add("  clusterToken: {secretRef: cluster-token}");
        }
        lines.addAll(List.of(
                "  network:",
                "    lan: 192.168.80.0/24",
                "    gateway: {hostNumber: 1}",
                "    nameservers: [{hostNumber: 1}]",
                "    ntpServers: [{hostNumber: 1}]",
                "  users:",
                "    - name: ops",
                "      groups: [sudo]",
                "      sshAuthorizedKeys: [\"" + KEY + "\"]",
                "  hosts:",
                "    - {name: a, role: control-plane, class: box, interfaces: {eth0: {hostNumber: 11}}}"));
        return String.join("\n", lines) + "\n";
    }
}
