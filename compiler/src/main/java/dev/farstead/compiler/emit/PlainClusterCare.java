// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Prose;
import dev.farstead.compiler.resolve.ResolvedSite;
import dev.farstead.model.axis.CniName;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.axis.HostRole;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a run-sheet how a cluster of hosts without the agent is verified, taken apart and looked after. */
final class PlainClusterCare {
    /** Every host has the whole file, of which a worker takes a part. */
    private static final String KEYS_OF_SERVERS = ", and on a worker at most keys that servers alone have";

    private final ResolvedSite site;
    private final PlainHost first;
    private final boolean k3s;

    PlainClusterCare(PlainHost first) {
        this.site = first.site();
        this.first = first;
        this.k3s = first.flavor() == Flavor.K3S;
    }

    void add(RunSheet sheet) {
        verify(sheet);
        undo(sheet);
        sheet.section("Notes").notes(notes());
    }

    private void verify(RunSheet sheet) {
        sheet.section("Verify")
                .say("On each host:")
                .shell(
                        Prose.of("sudo cloud-init status --long       # done, no errors"),
                        ofFlavor("sudo cat " + first.facts().configFile() + "   # as in rootfs"),
                        ofFlavor("sudo journalctl --unit " + first.facts().serverUnit() + " --unit "
                                        + first.facts().workerUnit() + " | grep -i 'unknown flag'   # prints nothing"
                                        + (site.hosts(HostRole.WORKER).isEmpty() ? "" : KEYS_OF_SERVERS))
                                .from(Members.of(site)))
                .say(Prose.of("On ", first.host().name().value(), ":").from(starts()))
                .shell(
                        ofFlavor(kubectl() + " get nodes -o wide   # every host of the table, Ready"),
                        ofFlavor(kubectl()
                                + " get pods --all-namespaces"
                                + " --field-selector=status.phase!=Running,status.phase!=Succeeded"));
    }

    private Prose ofFlavor(String... parts) {
        return Prose.of(parts)
                .from(site.profile().flavor().origin())
                .from(data().stream().map(Sourced::origin));
    }

    /** Where the distribution keeps its programs and its data, if not where it does by itself. */
    private Optional<Sourced<String>> data() {
        return first.config().text("data-dir");
    }

    /** Where it comes from which host starts the cluster. */
    private Origin starts() {
        return Origin.inferred(
                "the first control-plane host of the site starts the cluster",
                first.host().name().origin(),
                Members.of(site, HostRole.CONTROL_PLANE));
    }

    private String kubectl() {
        return k3s
                ? "sudo k3s kubectl"
                : "sudo "
                        + word(data().map(Sourced::value).orElse("/var/lib/rancher/rke2") + "/bin/kubectl")
                        + " --kubeconfig /etc/rancher/rke2/rke2.yaml";
    }

    private void undo(RunSheet sheet) {
        String folder = data().map(Sourced::value)
                .map(path -> (k3s ? "K3S_DATA_DIR=" : "RKE2_DATA_DIR=") + word(path) + " ")
                .orElse("");
        String script = folder + (k3s ? "k3s-uninstall.sh" : "rke2-uninstall.sh");
        sheet.section("Undo");
        String anew = " A host whose set-up failed is set up anew from a fresh image: the files are read once.";
        if (site.hosts().size() == 1) {
            sheet.say(ofFlavor(
                            "On the host, ",
                            "sudo " + script,
                            " stops the distribution and deletes the cluster." + anew)
                    .from(Members.of(site)));
            return;
        }
        sheet.say(takenOut())
                .shell(
                        ofFlavor(kubectl() + " drain NODE --ignore-daemonsets --delete-emptydir-data")
                                .from(Members.of(site)),
                        ofFlavor(kubectl() + " delete node NODE").from(Members.of(site)))
                .say(ofFlavor(
                                "Then, on the host itself, ",
                                "sudo " + script,
                                k3s ? " (on a worker " : "",
                                k3s ? "sudo " + folder + "k3s-agent-uninstall.sh" : "",
                                (k3s ? ")" : "")
                                        + " stops the distribution and deletes its data on this host: on the last"
                                        + " control-plane host, the cluster." + anew)
                        .from(Members.of(site)));
    }

    /** The commands run on a control-plane host that stays. */
    private Prose takenOut() {
        Prose words = alone()
                ? Prose.of(
                        "To take a worker out of the cluster, on ",
                        first.host().name().value(),
                        ", with the worker's node name from the table:")
                : Prose.of("To take one host out of the cluster, on another control-plane host, with its node name from"
                        + " the table:");
        return words.from(starts());
    }

    /** Returns whether the cluster has one control-plane host, and ends with it. */
    private boolean alone() {
        return site.hosts(HostRole.CONTROL_PLANE).size() == 1;
    }

    private static String word(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private List<Prose> notes() {
        List<Prose> notes = new ArrayList<>();
        String name = first.host().name().value();
        if (site.hosts().size() > 1) {
            notes.add(Prose.of(
                            "Never set up ",
                            name,
                            " again from these files while the cluster exists: it would start a second one."
                                    + (alone()
                                            ? ""
                                            : " Put another control-plane host first in the list of the site, compile"
                                                    + " again, and use the new files."))
                    .from(starts(), Members.of(site)));
        }
        if (site.users().stream().anyMatch(user -> user.passwordHash().isPresent())) {
            notes.add(Prose.of("Passwords work at the console and for sudo. SSH takes keys.")
                    .from(site.users().stream()
                            .flatMap(user -> user.passwordHash().stream())
                            .map(Sourced::origin)));
        }
        site.network()
                .proxy()
                .ifPresent(proxy -> notes.add(Prose.of(
                                "The proxy is set for Kubernetes, for the downloads of the set-up and for packages of the host."
                                        + " Workloads and shells don't have it.")
                        .from(RunSheet.proxy(proxy))));
        if (first.hardening().isPresent()) {
            notes.add(hardened().from(site.profile().kubernetesHardening().origin()));
        }
        if (alone()) {
            notes.add(Prose.of("One control-plane host: while it is down, the cluster is down.")
                    .from(Members.of(site, HostRole.CONTROL_PLANE)));
        }
        if (site.profile().cni().value() == CniName.NONE) {
            notes.add(RunSheet.ownNetwork(site));
        }
        notes.add(Prose.of("Addresses and network interfaces of a node must not change once the cluster exists."));
        return notes;
    }

    private Prose hardened() {
        return Prose.of(
                "Pod Security enforces ",
                "restricted",
                " outside the namespaces of the system. A namespace that needs more is labelled ",
                "pod-security.kubernetes.io/enforce: privileged",
                ".");
    }
}
