// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputNode;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.KubernetesConfig;
import dev.farstead.compiler.resolve.KubernetesConfig.Argument;
import dev.farstead.compiler.resolve.KubernetesConfig.Arguments;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.Hardening;
import dev.farstead.model.origin.Origin;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.HostPath;
import dev.farstead.schemas.PackDefaults;
import dev.farstead.schemas.Sysctl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node needs before K3s starts: the kernel settings without which the kubelet refuses to protect them, and the files and
 * directories that the API server is told of. Written early at each boot, since the root file system does not keep them.
 */
final class NodePreparation {
    private static final String API_SERVER = "kube-apiserver-arg";

    private final ResolvedProfile profile;
    private final KubernetesConfig config;
    private final Catalogue catalogue;
    private final PackDefaults defaults;

    NodePreparation(ResolvedProfile profile, KubernetesConfig config, Catalogue catalogue) {
        this.profile = profile;
        this.config = config;
        this.catalogue = catalogue;
        this.defaults = catalogue.k3sPackDefaults();
    }

    OutputMap stages() {
        Origin from = Origin.inferred(
                "what a node needs before K3s starts", profile.flavor().origin());
        OutputMap kernel = OutputMap.builder(from)
                .put("name", new OutputText("Set the kernel as the kubelet expects it", from))
                .put("sysctl", sysctls(from))
                .build();
        OutputMap.Builder files =
                OutputMap.builder(from).put("name", new OutputText("Write the files that Kubernetes reads", from));
        files.put("directories", new OutputList(directories(), from)).put("files", new OutputList(files(), from));
        return OutputMap.builder(from)
                .put("initramfs", new OutputList(List.of(kernel, files.build()), from))
                .build();
    }

    private OutputMap sysctls(Origin from) {
        Map<String, Sysctl> settings = new LinkedHashMap<>();
        Stream<Sysctl> hardening = profile.kubernetesHardening().value() == Hardening.CIS
                ? catalogue.k3sCis().sysctls().stream()
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
        admissionFile().ifPresent(files::add);
        return files;
    }

    private Optional<OutputNode> admissionFile() {
        return argument("admission-control-config-file")
                .map(argument -> StageFile.of(
                        argument.value(),
                        0600,
                        AdmissionFile.of(catalogue.k3sCis(), argument.origin()),
                        argument.origin()));
    }

    private Optional<Argument> argument(String name) {
        return config.entries().get(API_SERVER).toJavaOptional().stream()
                .flatMap(entry -> ((Arguments) entry).arguments().toJavaStream())
                .filter(argument -> argument.name().equals(name))
                .findFirst();
    }

    private static int mode(HostPath path) {
        return Integer.parseInt(path.mode(), 8);
    }

    private static Origin origin(HostPath path) {
        return new Origin.Fact("file or directory of the pack", path.source());
    }
}
