// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line that many sites share is one finding, in every format; a line of a site's own stays its own. */
class FleetTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeProfile() throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
                apiVersion: farstead/v1alpha1
                kind: Profile
                metadata: {name: chain}
                spec:
                  mode: connected
                  agent: {version: 4.5.15}
                  os: {family: ubuntu, version: "22.04"}
                  kubernetes: {flavor: k3s, version: "1.28"}
                  network: {podCidr: 100.64.0.0/18, serviceCidr: 100.64.64.0/18, cni: {name: calico, version: 3.27.0}}
                  image: {format: iso, registry: registry.example.com/edge, repository: ubuntu, customTag: store}
                  hostClasses:
                    box: {arch: amd64, cores: 4, memory: 16Gi, disks: [{device: /dev/sda, size: 240Gi, type: ssd, use: install}]}
                  site:
                    registration: {method: auto, endpoint: api.example.com, project: stores, token: {secretRef: token}}
                    controlPlaneEndpoint: {vip: {hostNumber: 300}}
                    network: {gateway: {hostNumber: 1}, nameservers: [{hostNumber: 1}], ntpServers: [ntp.example.com]}
                    users: [{name: ops, passwordHash: {secretRef: hash}}]
                    hosts: [{name: a, role: control-plane, class: box, interfaces: {eth0: {hostNumber: 11}}}]
                """);
    }

    @Test
    void aLineOfTheProfileThatBreaks412SitesIsOneFindingInEachFormat() throws IOException {
        Files.writeString(folder.resolve("stores.yaml"), sites(412, "{lan: 10.%d.%d.0/24}"));

        assertThat(errors("short"))
                .containsExactly(
                        "profile.yaml:15:46: error[NET-003] host number 300 lies outside the LAN 10.20.0.0/24 (412 sites: s0, s1, s2, s3, s4, …)");
        assertThat(print("text"))
                .containsOnlyOnce("error[")
                .contains("(412 sites: s0, s1, s2, s3, s4, …)\n")
                .contains("= values of s0: 10.20.0.0/24 has the host numbers 1 to 254\n");
        JsonNode sites = error(print("json")).path("sites");
        assertThat(sites.path("count").asInt()).isEqualTo(412);
        assertThat(sites.path("names")).hasSize(412);
    }

    /** The LANs are as they are; the line to mend is that of the range. */
    @Test
    void aPodNetworkOfTheProfileThatCoversTheLansOfAThousandSitesIsOneFinding() throws IOException {
        Path profile = folder.resolve("profile.yaml");
        String covering = Files.readString(profile).replace("100.64.0.0/18", "10.16.0.0/12");
        Files.writeString(profile, covering.replace("300", "10"));
        Files.writeString(folder.resolve("stores.yaml"), sites(1_000, "{lan: 10.%d.%d.0/24}"));

        assertThat(errors("short"))
                .containsExactly(
                        "profile.yaml:9:22: error[NET-010] the pod network contains the site's LAN (1000 sites: s0, s1, s2, s3, s4, …)");
    }

    @Test
    void aSecretThatEachSiteAsksForInALineOfItsOwnIsOneFinding() throws IOException {
        mendProfile();
        String named = sites(30, "{lan: 10.%d.%d.0/24}, users: [{name: ops, passwordHash: {secretRef: other-hash}}]");
        Files.writeString(folder.resolve("stores.yaml"), named);

        assertThat(Run.of("check", "--format", "short", folder.toString()).out().lines())
                .filteredOn(line -> line.contains("`other-hash`"))
                .singleElement()
                .asString()
                .endsWith("[SEC-001] secret `other-hash` was not handed in (30 sites: s0, s1, s2, s3, s4, …)");
    }

    @Test
    void namesInJsonAreBounded() throws IOException {
        Files.writeString(folder.resolve("stores.yaml"), sites(1_001, "{lan: 10.%d.%d.0/24}"));

        JsonNode sites = error(print("json")).path("sites");
        assertThat(sites.path("count").asInt()).isEqualTo(1_001);
        assertThat(sites.path("names")).hasSize(1_000);
        assertThat(sites.path("names").path(0).asText()).isEqualTo("s0");
    }

    /** A thousand sites in one source, each with the mistake in a line of its own. */
    @Test
    void aLineOfASiteIsAFindingOfItsOwn() throws IOException {
        mendProfile();
        Files.writeString(folder.resolve("stores.yaml"), sites(20, "{lan: 10.%d.%d.7/24}"));

        assertThat(errors("short")).hasSize(20).allMatch(line -> line.contains("[NET-004]") && !line.contains("sites"));
    }

    /** An alias reads its anchor's line once more: the line is one cause. */
    @Test
    void anAnchorThatTwoHostsShareIsFoundWhereItIsWritten() throws IOException {
        mendProfile();
        Files.writeString(folder.resolve("store.yaml"), """
                apiVersion: farstead/v1alpha1
                kind: Site
                metadata: {name: shop}
                spec:
                  profile: chain
                  network: {lan: 10.20.4.0/24}
                  hosts:
                    - {name: a, interfaces: &far {eth0: {hostNumber: 300}}}
                    - {name: b, role: worker, class: box, interfaces: *far}
                """);

        assertThat(errors("short"))
                .containsExactly("store.yaml:8:54: error[NET-003] host number 300 lies outside the LAN 10.20.4.0/24");
    }

    private void mendProfile() throws IOException {
        Path profile = folder.resolve("profile.yaml");
        Files.writeString(profile, Files.readString(profile).replace("300", "10"));
    }

    private static String sites(int count, String network) {
        return IntStream.range(0, count)
                .mapToObj(i -> """
                        apiVersion: farstead/v1alpha1
                        kind: Site
                        metadata: {name: s%d}
                        spec: {profile: chain, network: %s}
                        """.formatted(i, String.format(Locale.ROOT, network, 20 + i / 250, i % 250)))
                .collect(Collectors.joining("---\n"));
    }

    private String print(String format) {
        Run run = Run.of("check", "--format", format, folder.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        return run.out();
    }

    private List<String> errors(String format) {
        return print(format)
                .lines()
                .filter(line -> line.contains(" error["))
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private static JsonNode error(String lines) {
        List<JsonNode> errors = lines.lines()
                .map(JsonTrees::tree)
                .filter(line -> line.path("severity").asText().equals("error"))
                .toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }
}
