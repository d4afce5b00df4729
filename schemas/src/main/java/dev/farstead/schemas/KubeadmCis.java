// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesMinor;
import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the CIS benchmark asks for beyond the defaults of the pack. What needs a secret of the cluster (encryption of secrets at rest) or
 * somebody who approves certificates (serving certificates of kubelets that the cluster signs) is not among it. Immutable.
 */
public final class KubeadmCis {
    private final Map<KubernetesMinor, String> benchmarks;
    private final String benchmarksSource;
    private final List<KubeadmSetting> settings;
    private final List<KubeadmVolume> volumes;
    private final List<Sysctl> sysctls;
    private final List<String> exemptNamespaces;
    private final String exemptSource;
    private final String source;

    private KubeadmCis(JsonRecord file) {
        JsonRecord benchmark = file.object("benchmark");
        benchmarks = KubernetesMinors.keys(benchmark, "versions", JsonRecord::text);
        benchmarksSource = benchmark.source();
        benchmark.end();
        settings = file.objects("settings", KubeadmSetting::read);
        volumes = file.objects("volumes", KubeadmVolume::read);
        sysctls = file.objects("sysctls", Sysctl::read);
        JsonRecord exempt = file.object("exemptNamespaces");
        exemptNamespaces = exempt.texts("names");
        exemptSource = exempt.source();
        exempt.end();
        source = file.source();
        file.end();
    }

    static KubeadmCis read(JsonRecord file) {
        return new KubeadmCis(file);
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
     * Returns the fields for a release.
     *
     * @param version the release
     * @return the fields in order
     */
    public List<KubeadmSetting> settings(KubernetesVersion version) {
        return settings.stream().filter(setting -> setting.appliesTo(version)).toList();
    }

    /**
     * Returns the paths of the host that components must see.
     *
     * @return the volumes in order
     */
    public List<KubeadmVolume> volumes() {
        return volumes;
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
     * Returns the namespaces that are exempt from Pod Security.
     *
     * @return the names
     */
    public List<String> exemptNamespaces() {
        return exemptNamespaces;
    }

    /**
     * Returns where the exempt namespaces are stated.
     *
     * @return the document
     */
    public String exemptSource() {
        return exemptSource;
    }

    /**
     * Returns where the benchmark stands.
     *
     * @return the upstream repository and path
     */
    public String source() {
        return source;
    }
}
