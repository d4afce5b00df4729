// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.model.axis.Flavor;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.PublishedRelease;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a host without the agent does once, at the end of its first boot: it installs exactly the resolved release. Commands are lists of
 * words, which cloud-init quotes; the first that fails ends them all, and {@code cloud-init status} says so. The start of the unit is not
 * waited for: the unit tries until it can join.
 */
final class NodeCommands {
    private static final String SCRIPT = "/run/install-kubernetes.sh";

    /** Source of the variables: github.com/k3s-io/k3s, install.sh; K3s documentation, reference/env-variables. */
    private static final String K3S = "https://get.k3s.io";

    /** Source of the variables: RKE2 documentation, install/quickstart and reference/install_options. */
    private static final String RKE2 = "https://get.rke2.io";

    /** Without a shell's pipe, which would hide that the download failed. */
    private static final List<String> FETCH =
            List.of("curl", "--fail", "--silent", "--show-error", "--location", "--retry", "10", "--retry-connrefused");

    private static final List<String> SHELL = List.of("sh", SCRIPT);

    private final PlainHost node;
    private final Origin from;

    private NodeCommands(PlainHost node) {
        this.node = node;
        this.from = Origin.inferred(
                "how this host installs Kubernetes",
                node.profile().flavor().origin(),
                Values.needed(node.profile().kubernetesVersion()).origin(),
                Values.needed(node.host().role()).origin());
    }

    static OutputList of(PlainHost node) {
        return new NodeCommands(node).list();
    }

    static String script(Flavor flavor) {
        return flavor == Flavor.K3S ? K3S : RKE2;
    }

    /** The published name of the release that the profile's version means. */
    static PublishedRelease release(PlainHost node) {
        return node.catalogue()
                .lifecycle()
                .release(node.flavor().text(), node.version())
                .orElseThrow(() -> new IllegalStateException("resolved to a release that was never published"));
    }

    private OutputList list() {
        List<OutputNode> commands = new ArrayList<>();
        commands.add(new OutputText("set -eu", from));
        node.hardening().ifPresent(cis -> {
            Origin hardened = Origin.inferred(
                    "hardened hosts need this", node.because(node.profile().kubernetesHardening()));
            if (!cis.sysctls().isEmpty()) {
                commands.add(words(hardened, "sysctl", "--load=" + NodeFiles.KERNEL));
            }
            if (node.isServer()) {
                directories(cis.directories(), cis.files())
                        .forEach((path, mode) -> commands.add(words(hardened, "install", "-d", "-m", mode, path)));
            }
        });
        commands.add(environment(List.of(), FETCH, "--output", SCRIPT, script(node.flavor())));
        commands.add(
                node.flavor() == Flavor.K3S
                        ? environment(
                                List.of("INSTALL_K3S_VERSION=" + release(node).tag(), "INSTALL_K3S_SKIP_START=true"),
                                SHELL,
                                command())
                        : environment(
                                List.of(
                                        "INSTALL_RKE2_VERSION=" + release(node).tag(),
                                        "INSTALL_RKE2_TYPE=" + command()),
                                SHELL));
        commands.add(words(from, "systemctl", "enable", "--now", "--no-block", node.unit()));
        return new OutputList(commands, from);
    }

    private String command() {
        return node.command().name().toLowerCase(Locale.ROOT);
    }

    /** The distribution makes its folders for root alone; so do we, as what we write there comes first. */
    private static Map<String, String> directories(List<HostPath> directories, List<HostPath> files) {
        Map<String, String> modes = new TreeMap<>();
        for (HostPath file : files) {
            modes.put(file.path().substring(0, file.path().lastIndexOf('/')), "0700");
        }
        directories.forEach(directory -> modes.put(directory.path(), directory.mode()));
        return modes;
    }

    /** Downloads go through the proxy, and the script keeps its variables for the unit. */
    private OutputNode environment(List<String> variables, List<String> command, String... arguments) {
        List<Sourced<String>> words = new ArrayList<>();
        node.site()
                .network()
                .proxy()
                .ifPresent(proxy -> NodeFiles.proxy(proxy, from)
                        .entries()
                        .forEach(entry -> words.add(new Sourced<>(
                                entry.key() + '=' + ((OutputText) entry.value()).text(),
                                entry.value().origin()))));
        variables.forEach(variable -> words.add(new Sourced<>(variable, from)));
        if (!words.isEmpty()) {
            words.add(0, new Sourced<>("env", from));
        }
        Stream.concat(command.stream(), Arrays.stream(arguments)).forEach(word -> words.add(new Sourced<>(word, from)));
        return OutputList.texts(words, from);
    }

    private static OutputNode words(Origin origin, String... words) {
        return OutputList.texts(
                Arrays.stream(words).map(word -> new Sourced<>(word, origin)).toList(), origin);
    }
}
