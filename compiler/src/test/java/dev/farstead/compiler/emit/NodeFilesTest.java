// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farstead.Output;
import dev.farstead.model.output.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The files of each host beside the configuration, and that the user-data writes exactly what is shown. */
final class NodeFilesTest {
    private static final String PROXY =
            "proxy: {http: \"http://p.example.com:3128\", https: \"http://p.example.com:3128\"}";

    @Test
    void theUserDataWritesTheFilesAsTheyAreShown() {
        PlainSite.Compiled site = new PlainSite().hardened().network(PROXY).compile();
        for (String host : List.of("a", "w")) {
            String folder = "sites/lab/hosts/" + host + "/rootfs";
            List<Output> shown = site.outputs().files().stream()
                    .filter(file -> file.path().startsWith(folder))
                    .toList();
            List<?> written =
                    (List<?>) Objects.requireNonNull(site.userData(host).get("write_files"));

            assertThat(written).hasSameSizeAs(shown).isNotEmpty();
            for (Object entry : written) {
                Map<?, ?> file = (Map<?, ?>) entry;
                Output same = site.outputs().file(folder + file.get("path")).orElseThrow();
                assertThat(file.get("content")).isEqualTo(new String(same.bytes(), StandardCharsets.UTF_8));
                assertThat(file.get("permissions")).isEqualTo(String.format(Locale.ROOT, "%04o", same.mode()));
                assertThat(same.delivery()).isEqualTo(Delivery.NODE);
            }
        }
    }

    @Test
    void hardenedServersOfK3sGetTheFilesThatTheApiServerNames() {
        PlainSite.Compiled site = new PlainSite().hardened().compile();
        Map<?, ?> admission = site.yaml("hosts/a/rootfs/var/lib/rancher/k3s/server/psa.yaml");

        assertThat(admission.toString()).contains("enforce=restricted").doesNotContain("privileged");
        assertThat(site.text("hosts/a/rootfs/etc/rancher/k3s/config.yaml"))
                .contains(
                        "admission-control-config-file=/var/lib/rancher/k3s/server/psa.yaml",
                        "audit-policy-file=/var/lib/rancher/k3s/server/audit.yaml");
        assertThat(site.yaml("hosts/a/rootfs/var/lib/rancher/k3s/server/audit.yaml")
                        .get("kind"))
                .isEqualTo("Policy");
        assertThat(site.paths()).noneMatch(path -> path.startsWith("sites/lab/hosts/w/rootfs/var"));
    }

    @Test
    void hardenedHostsGetTheKernelSettingsThatTheKubeletInsistsOn() {
        PlainSite.Compiled site =
                new PlainSite().flavor("rke2").cni("calico").hardened().compile();
        for (String host : List.of("a", "w")) {
            assertThat(site.text("hosts/" + host + "/rootfs/etc/sysctl.d/90-kubelet.conf")
                            .lines())
                    .contains(
                            "vm.overcommit_memory=1", "kernel.panic=10", "kernel.panic_on_oops=1", "vm.panic_on_oom=0");
        }
        assertThat(site.rke2("w").get("profile")).isEqualTo("cis");
    }

    @Test
    void hostsThatAreNotHardenedGetTheConfigurationAlone() {
        assertThat(new PlainSite().compile().paths())
                .filteredOn(path -> path.startsWith("sites/lab/hosts/a/rootfs"))
                .containsExactly("sites/lab/hosts/a/rootfs/etc/rancher/k3s/config.yaml");
    }

    @Test
    void theUnitOfEachHostIsToldOfTheProxy() {
        PlainSite.Compiled k3s = new PlainSite().network(PROXY).compile();
        PlainSite.Compiled rke2 =
                new PlainSite().flavor("rke2").cni("none").network(PROXY).compile();

        assertThat(k3s.text("hosts/a/rootfs/etc/default/k3s").lines())
                .contains("HTTP_PROXY=http://p.example.com:3128", "HTTPS_PROXY=http://p.example.com:3128")
                .anyMatch(line -> line.startsWith("NO_PROXY=")
                        && line.contains("192.168.80.0/24")
                        && line.contains("10.42.0.0/16")
                        && line.contains("api.example.com"));
        assertThat(k3s.paths()).contains("sites/lab/hosts/w/rootfs/etc/default/k3s-agent");
        assertThat(rke2.paths())
                .contains(
                        "sites/lab/hosts/a/rootfs/etc/default/rke2-server",
                        "sites/lab/hosts/w/rootfs/etc/default/rke2-agent");
    }
}
