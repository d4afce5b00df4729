// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.schemas.OwnedArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the compiler or the agent's provider sets in the configuration of a distribution, so that it can't be passed through: a second value would be
 * joined to the first, or would not fit what else is emitted.
 */
public final class OwnedSettings {
    private static final Map<String, String> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();

    static {
        KEYS.put("token", "the management plane chooses it and the provider writes it");
        KEYS.put("server", "the provider writes it from `controlPlaneEndpoint`");
        KEYS.put("cluster-init", "the provider writes it on the host that starts the cluster");
        KEYS.put("cluster-cidr", "it follows from `network.podCidr`");
        KEYS.put("service-cidr", "it follows from `network.serviceCidr`");
        KEYS.put("flannel-backend", "it follows from `network.cni`: the network comes from a pack");
        KEYS.put("disable-network-policy", "it follows from `network.cni`: the network comes from a pack");
        KEYS.put("cni", "it follows from `network.cni`: the network comes from a pack");
        KEYS.put("audit-policy-file", "the policy file is emitted together with the argument that names it");
        KEYS.put("write-kubeconfig", "the agent expects the file at /run/kubeconfig");
        KEYS.put(
                "cluster-reset",
                "it is for one start by hand, to recover a cluster: kept, each start resets the cluster");
        KEYS.put("cluster-reset-restore-path", "it is for one start by hand, to recover a cluster from a snapshot");
        ARGUMENTS.put("audit-policy-file", "the policy file is emitted together with its path");
        ARGUMENTS.put("audit-log-path", "the directory is emitted together with its path");
        ARGUMENTS.put("admission-control-config-file", "the admission file is emitted together with its path");
    }

    private OwnedSettings() {}

    /**
     * Returns why a key can't be passed through.
     *
     * @param key the key
     * @return who sets it, in words; empty for a key that can be passed through
     */
    public static Optional<String> key(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }

    /**
     * Returns why an argument can't be passed through.
     *
     * @param component the component that gets it
     * @param name name of the argument
     * @param ofDistribution what the distribution gives its components itself
     * @return who sets it, in words; empty for an argument that can be passed through
     */
    public static Optional<String> argument(String component, String name, OwnedArguments ofDistribution) {
        if (ofDistribution.owns(component, name)) {
            return Optional.of(ofDistribution.program() + " sets it, so that its components find each other");
        }
        return component.equals("kube-apiserver") ? Optional.ofNullable(ARGUMENTS.get(name)) : Optional.empty();
    }
}
