// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the hardening guide of a distribution asks for so that a cluster passes the CIS benchmark. Immutable. */
public final class CisAdditions {
    private final Map<KubernetesMinor, String> benchmarks;
    private final String benchmarksSource;
    private final List<TimedSetting> settings;
    private final List<CisArgument> arguments;
    private final List<Sysctl> sysctls;
    private final List<HostPath> directories;
    private final List<HostPath> files;
    private final Optional<ServerUser> serverUser;
    private final List<String> exemptNamespaces;
    private final String source;

    private CisAdditions(JsonRecord file) {
        JsonRecord benchmark = file.object("benchmark");
        benchmarks = KubernetesMinors.keys(benchmark, "versions", JsonRecord::text);
        benchmarksSource = benchmark.source();
        benchmark.end();
        settings = file.objects("settings", TimedSetting::read);
        arguments = file.objects("arguments", CisArgument::read);
        sysctls = file.objects("sysctls", Sysctl::read);
        directories = file.objects("directories", HostPath::read);
        files = file.objects("files", HostPath::read);
        serverUser = file.optionalObject("serverUser").map(ServerUser::read);
        exemptNamespaces = file.texts("exemptNamespaces");
        source = file.source();
        file.end();
    }

    static CisAdditions read(JsonRecord file) {
        return new CisAdditions(file);
    }

    private record TimedSetting(CisSetting setting, Availability availability) {
        static TimedSetting read(JsonRecord fact) {
            Availability availability = Availability.take(fact);
            return new TimedSetting(CisSetting.read(fact), availability);
        }
    }

    /**
     * A key that the guide sets.
     *
     * @param setting the key and its value
     * @param commands the commands that need it
     * @param withPacks whether only packs make it necessary, so that hosts without the agent do not have it
     */
    public record CisSetting(PackSetting setting, List<Command> commands, boolean withPacks) {
        /** Copies the commands. */
        public CisSetting {
            commands = List.copyOf(commands);
        }

        static CisSetting read(JsonRecord fact) {
            List<Command> commands = fact.parsed("commands", Constants.of(Command.class));
            boolean withPacks = fact.flag("withPacks");
            return new CisSetting(PackSetting.read(fact), commands, withPacks);
        }
    }

    /**
     * An argument that the guide sets.
     *
     * @param argument the argument with its value
     * @param commands the commands that need it
     */
    public record CisArgument(PackArgument argument, List<Command> commands) {
        /** Copies the commands. */
        public CisArgument {
            commands = List.copyOf(commands);
        }

        static CisArgument read(JsonRecord fact) {
            List<Command> commands = fact.parsed("commands", Constants.of(Command.class));
            return new CisArgument(PackArgument.read(fact), commands);
        }
    }

    /**
     * Returns the benchmark that fits a minor.
     *
     * @param minor the minor release
     * @return its version, or empty for a minor that the catalogue does not cover
     */
    public Optional<String> benchmark(KubernetesMinor minor) {
        return Optional.ofNullable(benchmarks.get(minor));
    }

    /**
     * Returns where the benchmarks' versions are stated.
     *
     * @return the upstream repository and path
     */
    public String benchmarksSource() {
        return benchmarksSource;
    }

    /**
     * Returns the plain keys of every release.
     *
     * @return the keys in order; one whose value depends on the release stands there several times
     */
    public List<CisSetting> settings() {
        return settings.stream().map(TimedSetting::setting).toList();
    }

    /**
     * Returns the plain keys for a release.
     *
     * @param version the release
     * @return the keys in order, each once
     */
    public List<CisSetting> settings(KubernetesVersion version) {
        // The catalogue lists the value that the guide prefers first, then the one for releases that do not take it
        // yet.
        Map<String, CisSetting> chosen = new LinkedHashMap<>();
        settings.stream()
                .filter(timed -> timed.availability().holds(version))
                .map(TimedSetting::setting)
                .forEach(item -> chosen.putIfAbsent(item.setting().key(), item));
        return List.copyOf(chosen.values());
    }

    /**
     * Tells whether the guide enables an admission plug-in.
     *
     * @param plugin its name
     * @return whether an argument of the guide names it
     */
    public boolean enables(String plugin) {
        return arguments.stream().anyMatch(item -> item.argument().values().contains(plugin));
    }

    /**
     * Returns the arguments for a release.
     *
     * @param version the release
     * @return the arguments in order, the lists one after the other
     */
    public List<CisArgument> arguments(KubernetesVersion version) {
        return arguments.stream()
                .filter(item -> item.argument().appliesTo(version))
                .toList();
    }

    /**
     * Returns the kernel settings.
     *
     * @return the settings in order
     */
    public List<Sysctl> sysctls() {
        return sysctls;
    }

    /**
     * Returns the directories that must exist before the first start.
     *
     * @return the directories
     */
    public List<HostPath> directories() {
        return directories;
    }

    /**
     * Returns the files that the arguments name.
     *
     * @return the files
     */
    public List<HostPath> files() {
        return files;
    }

    /**
     * Returns the local user that must exist on servers, with a group of the same name.
     *
     * @return the user, or empty when the distribution needs none
     */
    public Optional<ServerUser> serverUser() {
        return serverUser;
    }

    /**
     * Returns the namespaces that the guide exempts from Pod Security.
     *
     * @return the names
     */
    public List<String> exemptNamespaces() {
        return exemptNamespaces;
    }

    /**
     * Returns where the guide stands.
     *
     * @return the document
     */
    public String source() {
        return source;
    }
}
