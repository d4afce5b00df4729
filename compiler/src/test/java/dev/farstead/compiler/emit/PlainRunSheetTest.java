// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The run-sheet of hosts without the agent. */
final class PlainRunSheetTest {
    @Test
    void itSaysWhatIsDownloadedWhereToInstallAndWhoIsFirst() {
        String sheet = sheet(new PlainSite());

        assertThat(sheet)
                .contains(
                        "What all labs run",
                        "K3s `v1.29.15+k3s1`",
                        "`https://get.k3s.io`",
                        "| `a` | `lab-a` | control-plane | `vm` | `/dev/vda` |",
                        "Attach to `a`",
                        "TCP port 6443 ",
                        "Never set up `a` again")
                .contains("(umask 077; cd hosts/w/nocloud && xorriso -as mkisofs -volid cidata ")
                .doesNotContain(PlainSite.TOKEN, PlainSite.HASH);
    }

    @Test
    void rke2HasItsOwnScriptPortAndCommands() {
        assertThat(sheet(new PlainSite().flavor("rke2").cni("none")))
                .contains(
                        "`https://get.rke2.io`",
                        "ports 6443 and 9345",
                        "rke2-uninstall.sh",
                        "/etc/rancher/rke2/rke2.yaml")
                .contains("a network of your own")
                .doesNotContain("k3s");
    }

    @Test
    void commandsFollowTheFolderOfTheDistribution() {
        assertThat(sheet(new PlainSite().flavor("rke2").cni("none").config("{data-dir: /srv/rke2}")))
                .contains("sudo /srv/rke2/bin/kubectl ", "`sudo RKE2_DATA_DIR=/srv/rke2 rke2-uninstall.sh`")
                .doesNotContain("/var/lib/rancher");
        assertThat(sheet(new PlainSite().config("{data-dir: /srv/k3s}")))
                .contains(
                        "`sudo K3S_DATA_DIR=/srv/k3s k3s-uninstall.sh`",
                        "`sudo K3S_DATA_DIR=/srv/k3s k3s-agent-uninstall.sh`");
    }

    @Test
    void aSiteOfOneHostHasNoOthersToSwitchOn() {
        String sheet = sheet(new PlainSite()
                .hosts("[{name: a, role: control-plane, class: vm, interfaces: {eth0: {hostNumber: 11}}}]"));

        assertThat(sheet)
                .contains("while it is down, the cluster is down")
                .doesNotContain("Switch on the other hosts", "Never set up");
    }

    private static String sheet(PlainSite site) {
        return site.compile().text("run-sheet.md");
    }
}
