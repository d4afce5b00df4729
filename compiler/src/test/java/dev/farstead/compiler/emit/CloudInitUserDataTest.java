// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The user-data of hosts without the agent, but for files and commands. */
final class CloudInitUserDataTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRjTvGY4zV37Z5rgeZTlM/5b4xGxw1qX1U++ueQyrTe ops@example.com";

    @Test
    void itBeginsWithItsHeaderAndIsForRootAlone() {
        PlainSite.Compiled site = new PlainSite().compile();

        assertThat(site.text("hosts/a/nocloud/user-data")).startsWith("#cloud-config\nhostname: lab-a\n");
        assertThat(site.file("hosts/a/nocloud/user-data").mode()).isEqualTo(0600);
    }

    @Test
    void anAdministratorWithAPasswordIsAskedForIt() {
        Map<?, ?> user = users(
                        new PlainSite()
                                .users("[{name: ops, groups: [sudo], passwordHash: {secretRef: password}}]")
                                .compile(),
                        "a")
                .get(0);

        assertThat(user.get("hashed_passwd")).isEqualTo(PlainSite.HASH);
        assertThat(user.get("lock_passwd")).isEqualTo(false);
        assertThat(user.get("groups")).isEqualTo(List.of("sudo"));
        assertThat(user.containsKey("sudo")).isFalse();
    }

    @Test
    void anAdministratorWithoutAPasswordIsNot() {
        List<Map<?, ?>> users = users(
                new PlainSite()
                        .users("[{name: ops, groups: [sudo], sshAuthorizedKeys: [\"" + KEY
                                + "\"]}, {name: viewer, groups: [adm], sshAuthorizedKeys: [\"" + KEY + "\"]}]")
                        .compile(),
                "a");

        assertThat(users.get(0).get("sudo")).isEqualTo("ALL=(ALL) NOPASSWD:ALL");
        assertThat(users.get(0).get("ssh_authorized_keys")).isEqualTo(List.of(KEY));
        assertThat(users.get(0).containsKey("lock_passwd")).isFalse();
        assertThat(users.get(1).containsKey("sudo")).isFalse();
    }

    @Test
    void rootMayLogInOnlyWhereItIsAmongTheUsers() {
        Map<?, ?> without = new PlainSite().compile().userData("a");
        Map<?, ?> with = new PlainSite()
                .users("[{name: root, sshAuthorizedKeys: [\"" + KEY + "\"]}]")
                .compile()
                .userData("a");

        assertThat(without.containsKey("disable_root")).isFalse();
        assertThat(with.get("disable_root")).isEqualTo(false);
    }

    @Test
    void hardenedServersOfRke2GetTheUserOfEtcd() {
        PlainSite.Compiled site =
                new PlainSite().flavor("rke2").cni("calico").hardened().compile();

        assertThat(users(site, "a").get(1))
                .isEqualTo(
                        Map.of("name", "etcd", "system", true, "shell", "/usr/sbin/nologin", "no_create_home", true));
        assertThat(users(site, "w")).hasSize(1);
        assertThat(users(new PlainSite().hardened().compile(), "a")).hasSize(1);
    }

    @Test
    void timeServersAndProxyAreThereWhereTheSiteHasThem() {
        Map<?, ?> without = new PlainSite().compile().userData("a");
        Map<?, ?> with = new PlainSite()
                .network("ntpServers: [{hostNumber: 1}], proxy: {http: \"http://p.example.com:3128\", "
                        + "https: \"http://p.example.com:3129\"}")
                .compile()
                .userData("a");

        assertThat(List.of("ntp", "apt", "ca_certs")).noneMatch(without::containsKey);
        assertThat(with.get("ntp"))
                .isEqualTo(
                        Map.of("enabled", true, "ntp_client", "systemd-timesyncd", "servers", List.of("192.168.80.1")));
        assertThat(with.get("apt"))
                .isEqualTo(
                        Map.of("http_proxy", "http://p.example.com:3128", "https_proxy", "http://p.example.com:3129"));
    }

    private static List<Map<?, ?>> users(PlainSite.Compiled site, String host) {
        return ((List<?>) Objects.requireNonNull(site.userData(host).get("users")))
                .stream().<Map<?, ?>>map(user -> (Map<?, ?>) user).toList();
    }
}
