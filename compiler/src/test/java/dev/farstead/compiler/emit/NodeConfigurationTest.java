// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.model.axis.KubernetesVersion;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of K3s and RKE2 on each host. */
final class NodeConfigurationTest {
    @Test
    void theFirstControlPlaneHostStartsTheClusterAndAllOthersJoinIt() {
        PlainSite.Compiled site = new PlainSite().compile();

        assertThat(site.k3s("a").get("cluster-init")).isEqualTo(true);
        assertThat(site.k3s("a").containsKey("server")).isFalse();
        for (String host : List.of("b", "c", "w")) {
            assertThat(site.k3s(host).get("server")).as(host).isEqualTo("https://api.example.com:6443");
            assertThat(site.k3s(host).containsKey("cluster-init")).as(host).isFalse();
        }
    }

    @Test
    void theFirstIsTheFirstInTheListOfTheSiteThatIsNoWorker() {
        PlainSite.Compiled site = new PlainSite().hosts("""
            [{name: z, role: worker, class: vm, interfaces: {eth0: {hostNumber: 21}}}, \
            {name: y, role: control-plane, class: vm, interfaces: {eth0: {hostNumber: 12}}}]\
            """).compile();

        assertThat(site.k3s("y").get("cluster-init")).isEqualTo(true);
        assertThat(site.k3s("z").get("server")).isEqualTo("https://api.example.com:6443");
    }

    @Test
    void rke2JoinsAtItsOwnPortAndNeedsNoKeyToStart() {
        PlainSite.Compiled site = new PlainSite().flavor("rke2").cni("calico").compile();

        assertThat(keys(site.rke2("a"))).doesNotContain("cluster-init", "server");
        assertThat(site.rke2("b").get("server")).isEqualTo("https://api.example.com:9345");
        assertThat(site.rke2("a").get("cni")).isEqualTo("calico");
        assertThat(keys(site.rke2("w"))).doesNotContain("cni");
    }

    @Test
    void eachHostHasTheTokenAndItsOwnNameAndAddress() {
        PlainSite.Compiled site = new PlainSite().compile();

        for (String host : List.of("a", "b", "c", "w")) {
            assertThat(site.k3s(host).get("token")).isEqualTo(PlainSite.TOKEN);
            assertThat(site.k3s(host).get("node-name")).isEqualTo("lab-" + host);
            assertThat(site.file("hosts/" + host + "/rootfs/etc/rancher/k3s/config.yaml")
                            .mode())
                    .isEqualTo(0600);
        }
        assertThat(site.k3s("a").get("node-ip")).isEqualTo(List.of("192.168.80.11"));
        assertThat(site.k3s("b").containsKey("node-ip")).as("by DHCP").isFalse();
        assertThat(site.k3s("c").get("node-ip")).as("the one in the LAN").isEqualTo(List.of("192.168.80.13"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k3s", "rke2"})
    void aCommandGetsTheKeysThatItHasAndNoOther(String flavor) {
        PlainSite.Compiled site =
                new PlainSite().flavor(flavor).hardened().config("""
                    {kube-apiserver-arg: [v=3], etcd-snapshot-retention: 7, kubelet-arg: [max-pods=90], \
                    node-label: [tier=edge], lb-server-port: 6445}\
                    """).compile();
        Catalogue catalogue = Catalogue.bundled();
        KubernetesVersion version = KubernetesVersion.parse("1.29.15").orElseThrow();
        for (String host : List.of("a", "b", "w")) {
            Map<?, ?> config = flavor.equals("k3s") ? site.k3s(host) : site.rke2(host);
            Command command = host.equals("w") ? Command.AGENT : Command.SERVER;
            assertThat(keys(config))
                    .as(host)
                    .allMatch(key -> catalogue
                            .configKeys(flavor)
                            .orElseThrow()
                            .key(key)
                            .orElseThrow()
                            .in(command, version)
                            .isPresent());
            assertThat(keys(config)).as(host).contains("node-label", "lb-server-port", "kubelet-arg");
            assertThat(keys(config).contains("etcd-snapshot-retention")).isEqualTo(command == Command.SERVER);
            assertThat(keys(config).contains("tls-san")).isEqualTo(command == Command.SERVER);
        }
    }

    @Test
    void namesOfTheApiAreJoinedToTheEndpointOnce() {
        PlainSite.Compiled site = new PlainSite()
                .config("{tls-san: [other.example.com, api.example.com]}")
                .compile();

        assertThat(site.k3s("a").get("tls-san")).isEqualTo(List.of("api.example.com", "other.example.com"));
    }

    @Test
    void serversWithADatabaseOfTheirOwnFindEachOtherThere() {
        PlainSite.Compiled site = new PlainSite()
                .config("{datastore-endpoint: \"postgres://db.example.com:5432/k3s\"}")
                .compile();

        assertThat(keys(site.k3s("a"))).contains("datastore-endpoint").doesNotContain("cluster-init", "server");
        assertThat(keys(site.k3s("b"))).doesNotContain("cluster-init", "server");
        assertThat(keys(site.k3s("w"))).contains("server").doesNotContain("datastore-endpoint");
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().map(Object::toString).toList();
    }
}
