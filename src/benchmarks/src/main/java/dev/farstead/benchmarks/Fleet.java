// SPDX-License-Identifier: Apache-2.0
package dev.farstead.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A fleet that is drawn from the examples: of twenty sites twelve are stores (K3s, three hosts, proxy, certificate, CIS), three are shafts
 * (RKE2 without a connection, six hosts), three are depots (RKE2, one host on DHCP) and two are wards (PXK-E in FIPS mode, one host). The
 * same number gives the same site.
 */
final class Fleet {
    /** The examples whose profiles the sites have. */
    static final List<String> PROFILES = List.of("retail", "mine", "depot", "clinic");

    private static final String SSH_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe ops@example.com";

    /** Hosts in FIPS mode take no Ed25519 keys. */
    private static final String FIPS_SSH_KEY = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAA"
            + "BBBIX3svKLCABhKBPnzAS0/29XydsY8i5UKKWvVNZD63UxJ/h6BwyXt1BbE9QmjIBVZR7l/WBJSXwcOREpifHZ8MI= ops@example.com";

    private static final String STORE = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata:
              name: %1$s
              labels: {city: hamburg, ring: "2"}
            spec:
              profile: retail-k3s
              network:
                lan: %2$s.0/24
              hosts:
                - {name: a, role: control-plane, class: small-box, interfaces: {enp1s0: {hostNumber: 11}}}
                - {name: b, role: control-plane, class: small-box, interfaces: {enp1s0: {address: %2$s.40/24}}}
                - {name: c, role: control-plane, class: small-box, interfaces: {enp1s0: {hostNumber: 13}}}
            """;

    private static final String SHAFT = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata:
              name: %1$s
            spec:
              profile: mine-rke2
              controlPlaneEndpoint: {vip: {hostNumber: 10}}
              network:
                lan: %2$s.0/24
                gateway: {hostNumber: 1}
                nameservers: [{hostNumber: 1}]
                ntpServers: [{hostNumber: 1}]
              users:
                - name: ops
                  groups: [admin]
                  passwordHash: {secretRef: ops-password-hash}
                  sshAuthorizedKeys: ["%4$s"]
              hosts:
                - {name: a, role: control-plane, class: shaft-box, interfaces: {eno1: {hostNumber: 11}}}
                - {name: b, role: control-plane, class: shaft-box, interfaces: {eno1: {hostNumber: 12}}}
                - {name: c, role: control-plane, class: shaft-box, interfaces: {eno1: {hostNumber: 13}}}
                - {name: w1, role: worker, class: shaft-box, interfaces: {eno1: {hostNumber: 21}}}
                - {name: w2, role: worker, class: shaft-box, interfaces: {eno1: {hostNumber: 22}}}
                - {name: w3, role: worker, class: shaft-box, interfaces: {eno1: {hostNumber: 23}}}
            """;

    private static final String DEPOT = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata:
              name: %1$s
            spec:
              profile: depot-rke2
              registration:
                method: qr-code
                endpoint: api.spectrocloud.com
                url: https://register.example.com
              controlPlaneEndpoint:
                ddns: %1$s.edge.example.com
              network:
                lan: %2$s.0/24
              users:
                - name: ops
                  groups: [admin]
                  sshAuthorizedKeys:
                    - %3$s
              hosts:
                - name: a
                  role: control-plane
                  class: desk-box
                  interfaces:
                    enp2s0: {dhcp: true}
            """;

    private static final String WARD = """
            apiVersion: farstead/v1alpha1
            kind: Site
            metadata:
              name: %1$s
            spec:
              profile: clinic-fips
              controlPlaneEndpoint:
                vip: %2$s.5
              network:
                lan: %2$s.0/24
                gateway: %2$s.1
                nameservers: [%2$s.1]
              users:
                - name: ops
                  groups: [admin]
                  passwordHash: {secretRef: ops-password-hash}
              hosts:
                - name: a
                  role: control-plane
                  class: rack-server
                  interfaces:
                    eno1: {address: %2$s.11/24}
            """;

    private Fleet() {}

    /**
     * Returns a site.
     *
     * @param number from 0 to 49,999
     * @return its specification
     */
    static String site(int number) {
        String lan = "172." + (16 + number / 12_500 % 16) + '.' + number / 50 % 250;
        return switch (profile(number)) {
            case "retail" -> text(STORE, "store", number, lan);
            case "mine" -> text(SHAFT, "shaft", number, lan);
            case "depot" -> text(DEPOT, "depot", number, lan);
            default -> text(WARD, "ward", number, lan);
        };
    }

    private static String text(String site, String kind, int number, String lan) {
        return String.format(
                Locale.ROOT, site, String.format(Locale.ROOT, "%s-%05d", kind, number), lan, SSH_KEY, FIPS_SSH_KEY);
    }

    private static String profile(int number) {
        int part = number % 20;
        return PROFILES.get(part < 12 ? 0 : part < 15 ? 1 : part < 18 ? 2 : 3);
    }

    /**
     * Writes a fleet: a folder for each profile with what its specification names, and below it a file for each site.
     *
     * @param folder where to write; must not exist
     * @param sites how many sites
     * @param examples the folder of the examples
     * @throws IOException if reading or writing fails
     */
    static void write(Path folder, int sites, Path examples) throws IOException {
        for (String profile : PROFILES) {
            Path to = Files.createDirectories(folder.resolve(profile));
            Files.createDirectory(to.resolve("sites"));
            Files.copy(examples.resolve(profile).resolve("profile.yaml"), to.resolve("profile.yaml"));
            for (String named : List.of("certs", "keys")) {
                copy(examples.resolve(profile).resolve(named), to.resolve(named));
            }
        }
        for (int i = 0; i < sites; i++) {
            Path of = folder.resolve(profile(i)).resolve("sites");
            Files.writeString(of.resolve(String.format(Locale.ROOT, "%05d.yaml", i)), site(i));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /**
     * Writes a fleet for a whole-process run.
     *
     * @param args folder, number of sites, folder of the examples
     * @throws IOException if reading or writing fails
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]), Path.of(args[2]));
    }
}
