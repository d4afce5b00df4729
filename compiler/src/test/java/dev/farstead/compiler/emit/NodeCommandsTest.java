// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a host does at the end of its first boot. */
final class NodeCommandsTest {
    private static final String SCRIPT = "/run/install-kubernetes.sh";

    @Test
    void k3sIsInstalledInTheResolvedReleaseForTheRoleOfTheHost() {
        PlainSite.Compiled site = new PlainSite().compile();

        assertThat(commands(site, "a"))
                .startsWith("set -eu")
                .contains(install("INSTALL_K3S_VERSION=v1.29.15+k3s1", "INSTALL_K3S_SKIP_START=true", "server"))
                .endsWith(List.of("systemctl", "enable", "--now", "--no-block", "k3s"));
        assertThat(commands(site, "w"))
                .contains(install("INSTALL_K3S_VERSION=v1.29.15+k3s1", "INSTALL_K3S_SKIP_START=true", "agent"))
                .endsWith(List.of("systemctl", "enable", "--now", "--no-block", "k3s-agent"));
    }

    @Test
    void theNewestBuildOfAPinnedReleaseIsInstalled() {
        assertThat(commands(new PlainSite().version("1.28.11").compile(), "a").toString())
                .contains("INSTALL_K3S_VERSION=v1.28.11+k3s2");
    }

    @Test
    void rke2IsToldItsRoleByVariable() {
        PlainSite.Compiled site = new PlainSite().flavor("rke2").cni("calico").compile();

        assertThat(commands(site, "a"))
                .contains(List.of(
                        "env", "INSTALL_RKE2_VERSION=v1.29.15+rke2r1", "INSTALL_RKE2_TYPE=server", "sh", SCRIPT))
                .endsWith(List.of("systemctl", "enable", "--now", "--no-block", "rke2-server"));
        assertThat(commands(site, "w"))
                .contains(List.of(
                        "env", "INSTALL_RKE2_VERSION=v1.29.15+rke2r1", "INSTALL_RKE2_TYPE=agent", "sh", SCRIPT));
    }

    @Test
    void aDownloadThatFailsEndsTheSetUpAndAProxyIsUsed() {
        PlainSite.Compiled direct = new PlainSite().compile();
        PlainSite.Compiled proxied = new PlainSite()
                .network("proxy: {http: \"http://p.example.com:3128\", https: \"http://p.example.com:3128\"}")
                .compile();

        assertThat(words(direct, 1)).startsWith("curl", "--fail").endsWith("https://get.k3s.io");
        assertThat(words(proxied, 1))
                .startsWith("env", "HTTP_PROXY=http://p.example.com:3128", "HTTPS_PROXY=http://p.example.com:3128")
                .contains("curl", "--fail");
        assertThat(words(proxied, 2)).contains("HTTPS_PROXY=http://p.example.com:3128");
    }

    @Test
    void hardenedHostsSetTheKernelBeforeAnythingStarts() {
        PlainSite.Compiled site = new PlainSite().hardened().compile();
        List<String> load = List.of("sysctl", "--load=/etc/sysctl.d/90-kubelet.conf");

        assertThat(commands(site, "a"))
                .containsSubsequence(
                        load,
                        List.of("install", "-d", "-m", "0700", "/var/lib/rancher/k3s/server"),
                        List.of("install", "-d", "-m", "0700", "/var/lib/rancher/k3s/server/logs"));
        assertThat(commands(site, "w").get(1)).isEqualTo(load);
        assertThat(commands(site, "w").toString()).doesNotContain("server");
    }

    private static List<String> words(PlainSite.Compiled site, int command) {
        return ((List<?>) commands(site, "a").get(command))
                .stream().map(Object::toString).toList();
    }

    private static List<String> install(String... words) {
        return List.of("env", words[0], words[1], "sh", SCRIPT, words[2]);
    }

    private static List<Object> commands(PlainSite.Compiled site, String host) {
        return List.copyOf((List<?>) Objects.requireNonNull(site.userData(host).get("runcmd")));
    }
}
