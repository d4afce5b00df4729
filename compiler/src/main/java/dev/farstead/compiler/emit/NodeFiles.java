// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.Because;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.resolve.ResolvedProxy;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.CisAdditions;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.Sysctl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a host without the agent that Kubernetes reads. */
final class NodeFiles {
    static final String KERNEL = "/etc/sysctl.d/90-kubelet.conf";
    private static final String API_SERVER = "kube-apiserver";

    private NodeFiles() {}

    static List<NodeFile> of(PlainHost node) {
        List<NodeFile> files = new ArrayList<>();
        files.add(NodeConfiguration.of(node));
        environment(node).ifPresent(files::add);
        kernel(node).ifPresent(files::add);
        if (node.isServer()) {
            node.hardening().ifPresent(cis -> cis.files().forEach(file -> files.add(hardening(node, cis, file))));
        }
        return files;
    }

    /** The unit reads the file at each start, and containerd takes the variables over. */
    private static Optional<NodeFile> environment(PlainHost node) {
        Origin from = Origin.inferred(
                "what the unit of this host is told of the proxy",
                node.because(Values.needed(node.host().role())));
        return node.site()
                .network()
                .proxy()
                .map(proxy -> new NodeFile(
                        "/etc/default/" + node.unit(),
                        0600,
                        new NodeFile.Environment(
                                (OutputMap) Because.ofAll(proxy(proxy, from), "the environment of the unit", from)),
                        "systemd",
                        from));
    }

    static OutputMap proxy(ResolvedProxy proxy, Origin from) {
        return OutputMap.builder(from)
                .put("HTTP_PROXY", proxy.http().map(OutputText::of))
                .put("HTTPS_PROXY", proxy.https().map(OutputText::of))
                .put("NO_PROXY", Values.joined("what is reached without the proxy", ",", proxy.noProxy()))
                .build();
    }

    /** A kubelet that protects the kernel's settings does not start while they differ from what it expects. */
    private static Optional<NodeFile> kernel(PlainHost node) {
        List<Sysctl> settings = node.hardening().map(CisAdditions::sysctls).orElse(List.of());
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Origin from = Origin.inferred(
                "what hardened hosts need of the kernel",
                node.because(node.profile().kubernetesHardening()));
        OutputMap.Builder map = OutputMap.builder(from);
        settings.forEach(setting -> map.put(
                setting.name(), new OutputText(setting.value(), new Origin.Fact("kernel setting", setting.source()))));
        OutputMap because = Because.ofFacts(
                map.build(),
                "added by CIS hardening",
                node.because(node.profile().kubernetesHardening()));
        return Optional.of(new NodeFile(KERNEL, 0644, new NodeFile.KernelSettings(because), "sysctl", from));
    }

    private static NodeFile hardening(PlainHost node, CisAdditions cis, HostPath file) {
        Origin from = Origin.inferred(
                "file that hardened servers need",
                node.because(node.profile().kubernetesHardening()),
                new Origin.Fact("CIS hardening of the distribution", file.source()));
        OutputMap tree;
        if (names(node, "admission-control-config-file", file)) {
            tree = AdmissionFile.enforced(cis, from);
        } else if (names(node, "audit-policy-file", file)) {
            tree = AuditPolicyFile.tree(node.catalogue().auditPolicy());
        } else {
            throw new IllegalStateException("no argument of the API server names " + file.path());
        }
        OutputMap because = Because.ofFacts(tree, "file that hardened servers need", from);
        return new NodeFile(
                file.path(), Integer.parseInt(file.mode(), 8), new NodeFile.Document(because), "the API server", from);
    }

    private static boolean names(PlainHost node, String argument, HostPath file) {
        return node.config()
                .argument(API_SERVER, argument)
                .map(Argument::value)
                .filter(file.path()::equals)
                .isPresent();
    }
}
