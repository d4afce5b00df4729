// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit;

import dev.farstead.compiler.emit.tree.OutputBoolean;
import dev.farstead.compiler.emit.tree.OutputContent;
import dev.farstead.compiler.emit.tree.OutputFile;
import dev.farstead.compiler.emit.tree.OutputList;
import dev.farstead.compiler.emit.tree.OutputMap;
import dev.farstead.compiler.emit.tree.OutputText;
import dev.farstead.compiler.resolve.ResolvedPack;
import dev.farstead.compiler.resolve.ResolvedProfile;
import dev.farstead.model.axis.AfterInstall;
import dev.farstead.model.axis.ClusterMode;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.output.Delivery;
import dev.farstead.model.source.Located;
import dev.farstead.model.spec.Registration;
import dev.farstead.model.spec.SiteSpec;
import dev.farstead.schemas.AgentRelease;
import dev.farstead.schemas.Catalogue;
import dev.farstead.schemas.FipsSystem;
import dev.farstead.schemas.HostNeeds;
import dev.farstead.schemas.OperatingSystem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user-data that is built into the installer: what follows from the profile alone, and no secret. The agent merges the user-data of
 * the host over it, map by map; so that nothing depends on how it would merge lists, no list stands in both.
 */
final class InstallerUserData {
    private InstallerUserData() {}

    static OutputFile emit(ResolvedProfile profile, Catalogue catalogue) {
        Origin from = Origin.inferred(
                "what follows from the profile alone",
                profile.name().origin(),
                Installer.arch(profile).origin());
        OutputMap tree = OutputMap.builder(from)
                .put("stylus", stylus(profile, from))
                .put("install", install(profile, catalogue, from))
                .build();
        return new OutputFile(
                Paths.installer(profile) + "user-data",
                Delivery.BUILD,
                "CanvOS, and the agent while it installs",
                0644,
                new OutputContent.Yaml(Optional.of("#cloud-config"), tree));
    }

    /** The agent knows how it is managed, and where it belongs, before the user-data of its host arrives. */
    private static Optional<OutputMap> stylus(ResolvedProfile profile, Origin from) {
        AgentRelease agent = Values.needed(profile.agent());
        Optional<OutputText> mode = profile.mode().value() == ClusterMode.AIR_GAPPED
                ? Optional.of(new OutputText(
                        agent.airGappedMode(),
                        Origin.inferred(
                                "how the hosts are managed",
                                profile.mode().origin(),
                                new Origin.Fact("key and value of this agent", agent.modeKeySource()))))
                : Optional.empty();
        Optional<OutputMap> site = site(profile, from);
        if (mode.isEmpty() && site.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(OutputMap.builder(from)
                .put(agent.modeKey(), mode)
                .put("site", site)
                .build());
    }

    private static Optional<OutputMap> site(ResolvedProfile profile, Origin from) {
        Optional<Registration> registration = profile.spec()
                .value()
                .spec()
                .value()
                .site()
                .map(Located::value)
                .flatMap(SiteSpec::registration)
                .map(Located::value);
        Optional<OutputText> endpoint =
                registration.flatMap(Registration::endpoint).map(text -> OutputText.of(Sourced.written(text)));
        Optional<OutputText> project =
                registration.flatMap(Registration::project).map(text -> OutputText.of(Sourced.written(text)));
        if (endpoint.isEmpty() && project.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(OutputMap.builder(from)
                .put("paletteEndpoint", endpoint)
                .put("projectName", project)
                .build());
    }

    private static OutputMap install(ResolvedProfile profile, Catalogue catalogue, Origin from) {
        OutputMap.Builder install = OutputMap.builder(from)
                .put("device", OutputText.of(Installer.disk(profile).device()));
        Sourced<AfterInstall> after = Installer.afterInstall(profile);
        if (after.value() != AfterInstall.WAIT) {
            install.put(after.value().text(), new OutputBoolean(true, after.origin()));
        }
        if (profile.fips().value()) {
            install.put("grub_options", kernelArguments(profile, catalogue));
        }
        List<Sourced<String>> bindMounts = profile.packs().stream()
                .flatMap(pack -> bindMounts(pack, catalogue))
                .toList();
        if (!bindMounts.isEmpty()) {
            install.put("bind_mounts", OutputList.texts(bindMounts, from));
        }
        return install.build();
    }

    /** Without them the kernel does not enter FIPS mode, whatever the image was built from. */
    private static OutputMap kernelArguments(ResolvedProfile profile, Catalogue catalogue) {
        Sourced<OsDistribution> distribution = Values.needed(profile.osDistribution());
        FipsSystem system = catalogue
                .operatingSystems()
                .distribution(distribution.value().text())
                .flatMap(OperatingSystem::fips)
                .orElseThrow(() -> new IllegalStateException("a rule refuses systems without FIPS mode"));
        Origin from = Origin.inferred(
                "what the kernel is told for FIPS mode",
                profile.fips().origin(),
                distribution.origin(),
                new Origin.Fact(
                        "kernel arguments of the operating system",
                        system.kernelArguments().get(0).source()));
        return OutputMap.builder(from)
                .put("extra_cmdline", new OutputText(system.commandLine(), from))
                .build();
    }

    /** The root file system keeps nothing: without these, pods can hang while they start. */
    private static Stream<Sourced<String>> bindMounts(ResolvedPack pack, Catalogue catalogue) {
        HostNeeds needs = catalogue.pack(pack.name().value()).orElseThrow().host();
        Origin origin = Origin.inferred(
                "folder that the pack keeps on the host",
                pack.name().origin(),
                new Origin.Fact("bind mounts of the pack", needs.source()));
        return needs.bindMounts().stream().map(path -> new Sourced<>(path, origin));
    }
}
