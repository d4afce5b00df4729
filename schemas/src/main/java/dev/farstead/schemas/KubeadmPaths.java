// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/** What places in kubeadm's configuration mean. */
public final class KubeadmPaths {
    private static final List<String> ARGUMENTS = List.of("extraArgs", "kubeletExtraArgs");

    private KubeadmPaths() {}

    /**
     * Tells whether a field is an argument of a component.
     *
     * @param path the keys from the root on
     * @return true below {@code extraArgs} and {@code kubeletExtraArgs}
     */
    public static boolean isArgument(List<String> path) {
        return path.size() > 1 && ARGUMENTS.contains(path.get(path.size() - 2));
    }

    /**
     * Tells whether a list has members of a name each, which are merged by it.
     *
     * @param path the keys from the root on
     * @return true for {@code extraVolumes}
     */
    public static boolean isVolumes(List<String> path) {
        return path.get(path.size() - 1).equals("extraVolumes");
    }
}
