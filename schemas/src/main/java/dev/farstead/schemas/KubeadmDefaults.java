// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import dev.farstead.model.axis.KubernetesVersion;
import java.util.List;

/**
 * What the pack of kubeadm's Kubernetes brings unless a profile says otherwise. The release and the ranges of pods and services are left
 * out: they always follow from the specifications. Immutable.
 */
public final class KubeadmDefaults {
    private final List<KubeadmSetting> settings;
    private final List<KubeadmVolume> volumes;
    private final List<Sysctl> sysctls;
    private final List<HostPath> directories;
    private final List<HostPath> files;
    private final List<HostCommand> commands;
    private final String identityProvider;
    private final String airGappedIdentityProvider;
    private final OwnIdentityProvider ownIdentityProvider;
    private final String source;

    private KubeadmDefaults(JsonRecord file) {
        settings = file.objects("settings", KubeadmSetting::read);
        volumes = file.objects("volumes", KubeadmVolume::read);
        sysctls = file.objects("sysctls", Sysctl::read);
        directories = file.objects("directories", HostPath::read);
        files = file.objects("files", HostPath::read);
        commands = file.objects("commands", HostCommand::read);
        identityProvider = file.text("identityProvider");
        airGappedIdentityProvider = file.text("airGappedIdentityProvider");
        ownIdentityProvider = OwnIdentityProvider.read(file.object("ownIdentityProvider"));
        source = file.source();
        file.end();
    }

    static KubeadmDefaults read(JsonRecord file) {
        return new KubeadmDefaults(file);
    }

    /**
     * Returns the fields of {@code cluster.config} that a release knows.
     *
     * @param version the release
     * @return the fields in order
     */
    public List<KubeadmSetting> settings(KubernetesVersion version) {
        return settings.stream().filter(setting -> setting.appliesTo(version)).toList();
    }

    /**
     * Returns the paths of the host that components see.
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
     * Returns the directories.
     *
     * @return the directories in order
     */
    public List<HostPath> directories() {
        return directories;
    }

    /**
     * Returns the files; one without content is the audit policy.
     *
     * @return the files in order
     */
    public List<HostPath> files() {
        return files;
    }

    /**
     * Returns the commands that run early at each boot.
     *
     * @return the commands in order
     */
    public List<HostCommand> commands() {
        return commands;
    }

    /**
     * Returns who signs users in.
     *
     * @return the name that the pack gives it
     */
    public String identityProvider() {
        return identityProvider;
    }

    /**
     * Returns who signs users in where no management plane does; inferred from the packs of the other flavors.
     *
     * @return the name that the pack gives it
     */
    public String airGappedIdentityProvider() {
        return airGappedIdentityProvider;
    }

    /**
     * Returns what stands there for a provider of the author's.
     *
     * @return the name that the pack gives it
     */
    public OwnIdentityProvider ownIdentityProvider() {
        return ownIdentityProvider;
    }

    /**
     * Returns where the defaults are stated.
     *
     * @return the document
     */
    public String source() {
        return source;
    }
}
