// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.ServerUser;
import dev.farstead.schemas.Sysctl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node needs before Kubernetes starts: the kernel settings without which the kubelet refuses to protect them, and the files and
 * directories that the API server is told of. Written early at each boot, since the root file system does not keep them.
 */
final class NodePreparation {
    private final ResolvedProfile profile;
    private final KubernetesConfig config;
    private final Catalogue catalogue;
    private final NodeNeeds needs;

    NodePreparation(ResolvedProfile profile, KubernetesConfig config, Catalogue catalogue) {
        this.profile = profile;
        this.config = config;
        this.catalogue = catalogue;
        this.needs = NodeNeeds.of(profile, catalogue);
    }

    OutputMap stages() {
        Origin from = Origin.inferred(
                "what a node needs before Kubernetes starts", profile.flavor().origin());
        OutputMap kernel = OutputMap.builder(from)
                .put("name", new OutputText("Set the kernel as the kubelet expects it", from))
                .put("sysctl", sysctls(from))
                .build();
        OutputMap.Builder files =
                OutputMap.builder(from).put("name", new OutputText("Write the files that Kubernetes reads", from));
        files.put("directories", new OutputList(directories(), from)).put("files", new OutputList(files(), from));
        List<OutputNode> steps = new ArrayList<>(List.of(kernel, files.build()));
        needs.serverUser().ifPresent(needed -> steps.add(serverUser(needed)));
        if (!needs.commands().isEmpty()) {
            steps.add(commands(from));
        }
        return OutputMap.builder(from)
                .put("initramfs", new OutputList(steps, from))
                .build();
    }

    /** Servers refuse to start when the user is missing. Its number is fixed, since the data on disk outlive the user database. */
    private OutputMap serverUser(ServerUser needed) {
        Origin from = Origin.inferred(
                "user that hardened servers need",
                profile.kubernetesHardening().origin(),
                new Origin.Fact("CIS hardening of the distribution", needs.hardening()));
        OutputMap user = OutputMap.builder(from)
                .put("uid", new OutputText(Integer.toString(needed.uid()), from))
                .put("system", new OutputBoolean(true, from))
                .put("shell", new OutputText("/sbin/nologin", from))
                .put("no_create_home", new OutputBoolean(true, from))
                .put("lock_passwd", new OutputBoolean(true, from))
                .build();
        return OutputMap.builder(from)
                .put("name", new OutputText("Create the user that hardened servers need", from))
                .put("users", OutputMap.builder(from).put(needed.name(), user).build())
                .build();
    }

    /** The link lies in {@code /run}, which is empty at each boot, so that it does not meet itself. */
    private OutputMap commands(Origin from) {
        List<OutputNode> commands = needs.commands().stream()
                .<OutputNode>map(command ->
                        new OutputText(command.command(), new Origin.Fact("command of the pack", command.source())))
                .toList();
        return OutputMap.builder(from)
                .put("name", new OutputText("Put the credentials where the agent looks for them", from))
                .put("commands", new OutputList(commands, from))
                .build();
    }

    private OutputMap sysctls(Origin from) {
        Map<String, Sourced<Sysctl>> settings = new LinkedHashMap<>();
        needs.sysctls().forEach(setting -> settings.putIfAbsent(setting.value().name(), setting));
        OutputMap.Builder map = OutputMap.builder(from);
        settings.values()
                .forEach(setting -> map.put(setting.value().name(), OutputText.of(setting.map(Sysctl::value))));
        return map.build();
    }

    private List<OutputNode> directories() {
        return needs.directories().stream()
                .<OutputNode>map(directory -> StageFile.directory(directory.path(), mode(directory), origin(directory)))
                .toList();
    }

    private List<OutputNode> files() {
        List<OutputNode> files = new ArrayList<>();
        for (HostPath file : needs.files()) {
            OutputNode content = file.content()
                    .<OutputNode>map(text -> new OutputText(text, origin(file)))
                    .orElseGet(() -> AuditPolicyFile.of(catalogue.auditPolicy()));
            files.add(StageFile.of(file.path(), mode(file), content, origin(file)));
        }
        admissionFile().ifPresent(files::add);
        return files;
    }

    private Optional<OutputNode> admissionFile() {
        return config.admissionFile()
                .map(file -> StageFile.of(file.value(), 0600, needs.admission().apply(file.origin()), file.origin()));
    }

    private static int mode(HostPath path) {
        return Integer.parseInt(path.mode(), 8);
    }

    private static Origin origin(HostPath path) {
        return new Origin.Fact("file or directory of the pack", path.source());
    }
}
