// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.KubeadmConfig;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.KubeadmDefaults;
import dev.farstead.schemas.Sysctl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a node needs before kubeadm starts: the kernel settings without which the kubelet refuses to protect them, the files and
 * directories that are mounted into the API server, and the link by which the agent finds the cluster. Done early at each boot: the root
 * file system keeps none of it, and {@code /run}, where the link lies, is empty then, so that a plain link does not meet itself.
 */
final class KubeadmPreparation {
    private final ResolvedProfile profile;
    private final KubeadmConfig config;
    private final Catalogue catalogue;
    private final KubeadmDefaults defaults;

    KubeadmPreparation(ResolvedProfile profile, KubeadmConfig config, Catalogue catalogue) {
        this.profile = profile;
        this.config = config;
        this.catalogue = catalogue;
        this.defaults = catalogue.kubeadmDefaults();
    }

    OutputMap stages() {
        Origin from = Origin.inferred(
                "what a node needs before kubeadm starts", profile.flavor().origin());
        OutputMap kernel = OutputMap.builder(from)
                .put("name", new OutputText("Set the kernel as the kubelet expects it", from))
                .put("sysctl", sysctls(from))
                .build();
        OutputMap files = OutputMap.builder(from)
                .put("name", new OutputText("Write the files that Kubernetes reads", from))
                .put("directories", new OutputList(directories(), from))
                .put("files", new OutputList(files(), from))
                .build();
        OutputMap commands = OutputMap.builder(from)
                .put("name", new OutputText("Put the credentials where the agent looks for them", from))
                .put("commands", new OutputList(commands(), from))
                .build();
        return OutputMap.builder(from)
                .put("initramfs", new OutputList(List.of(kernel, files, commands), from))
                .build();
    }

    private OutputMap sysctls(Origin from) {
        Map<String, Sysctl> settings = new LinkedHashMap<>();
        Stream<Sysctl> hardening = profile.kubernetesHardening().value() == Hardening.CIS
                ? catalogue.kubeadmCis().sysctls().stream()
                : Stream.empty();
        Stream.concat(defaults.sysctls().stream(), hardening)
                .forEach(setting -> settings.putIfAbsent(setting.name(), setting));
        OutputMap.Builder map = OutputMap.builder(from);
        settings.values()
                .forEach(setting -> map.put(
                        setting.name(),
                        new OutputText(setting.value(), new Origin.Fact("kernel setting", setting.source()))));
        return map.build();
    }

    private List<OutputNode> directories() {
        return defaults.directories().stream()
                .<OutputNode>map(directory -> StageFile.directory(directory.path(), mode(directory), origin(directory)))
                .toList();
    }

    private List<OutputNode> files() {
        List<OutputNode> files = new ArrayList<>();
        for (HostPath file : defaults.files()) {
            OutputNode content = file.content()
                    .<OutputNode>map(text -> new OutputText(text, origin(file)))
                    .orElseGet(() -> AuditPolicyFile.of(catalogue.auditPolicy()));
            files.add(StageFile.of(file.path(), mode(file), content, origin(file)));
        }
        config.argument("kube-apiserver", "admission-control-config-file")
                .ifPresent(argument -> files.add(StageFile.of(
                        argument.value(),
                        0600,
                        AdmissionFile.of(catalogue.kubeadmCis(), argument.origin()),
                        argument.origin())));
        return files;
    }

    private List<OutputNode> commands() {
        return defaults.commands().stream()
                .<OutputNode>map(command ->
                        new OutputText(command.command(), new Origin.Fact("command of the pack", command.source())))
                .toList();
    }

    private static int mode(HostPath path) {
        return Integer.parseInt(path.mode(), 8);
    }

    private static Origin origin(HostPath path) {
        return new Origin.Fact("file or directory of the pack", path.source());
    }
}
