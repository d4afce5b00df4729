// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * What a Kubernetes pack brings unless a profile says otherwise.
 *
 * @param inferred whether the values are our reading, since no document states them
 * @param settings the plain keys of {@code cluster.config}, in order
 * @param arguments the items of its argument lists, in order, the lists one after the other
 * @param sysctls the kernel settings
 * @param directories the directories
 * @param files the files
 * @param identityProvider who signs users in
 * @param ownIdentityProvider what stands there for a provider of the author's
 * @param source the upstream repository, tag and path, or the document
 */
public record PackDefaults(
        boolean inferred,
        List<PackSetting> settings,
        List<PackArgument> arguments,
        List<Sysctl> sysctls,
        List<HostPath> directories,
        List<HostPath> files,
        String identityProvider,
        OwnIdentityProvider ownIdentityProvider,
        String source) {
    /** Copies the lists. */
    public PackDefaults {
        settings = List.copyOf(settings);
        arguments = List.copyOf(arguments);
        sysctls = List.copyOf(sysctls);
        directories = List.copyOf(directories);
        files = List.copyOf(files);
    }

    static PackDefaults read(JsonRecord file) {
        PackDefaults defaults = new PackDefaults(
                file.flag("inferred"),
                file.objects("settings", PackSetting::read),
                file.objects("arguments", PackArgument::read),
                file.objects("sysctls", Sysctl::read),
                file.objects("directories", HostPath::read),
                file.objects("files", HostPath::read),
                file.text("identityProvider"),
                OwnIdentityProvider.read(file.object("ownIdentityProvider")),
                file.source());
        file.end();
        return defaults;
    }

    /**
     * Returns the arguments of one list.
     *
     * @param key the key of the list, such as {@code kubelet-arg}
     * @return the arguments in order; empty for a list that the pack does not set
     */
    public List<PackArgument> arguments(String key) {
        return arguments.stream().filter(argument -> argument.key().equals(key)).toList();
    }
}
