// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.schemas.OwnedArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the compiler or the agent's provider sets in the configuration of a distribution, so that it can't be passed through: a second value would be
 * joined to the first, or would not fit what else is emitted.
 */
public final class OwnedSettings {
    private static final String NETWORK = "it follows from `network.cni`: the network comes from a pack";
    private static final String FLANNEL = "it follows from `network.cni`: Flannel runs with the defaults of K3s";
    private static final Map<String, Owner> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();

    static {
        own("token", "the management plane chooses it and the provider writes it", "it is the site's `clusterToken`");
        own(
                "token-file",
                "it takes the place of the token that the management plane chooses and the provider writes",
                "it takes the place of the site's `clusterToken`");
        for (String key : List.of("agent-token", "agent-token-file")) {
            String words = "workers join with the token of the cluster, and servers with this key refuse them";
            KEYS.put(key, new Owner(words, words, "no worker joins the cluster"));
        }
        own("server", "the provider writes it from `controlPlaneEndpoint`", "it follows from `controlPlaneEndpoint`");
        own(
                "cluster-init",
                "the provider writes it on the host that starts the cluster",
                "it is written on the host that starts the cluster");
        own("cluster-cidr", "it follows from `network.podCidr`");
        own("service-cidr", "it follows from `network.serviceCidr`");
        own("flannel-backend", NETWORK, FLANNEL);
        own("disable-network-policy", NETWORK, FLANNEL);
        own("cni", NETWORK, "it follows from `network.cni`");
        own("audit-policy-file", "the policy file is emitted together with the argument that names it");
        own(
                "write-kubeconfig",
                "the agent expects the file at /run/kubeconfig",
                "`kubectl` on the host looks for the file where it is by default");
        own("cluster-reset", "it is for one start by hand, to recover a cluster: kept, each start resets the cluster");
        own("cluster-reset-restore-path", "it is for one start by hand, to recover a cluster from a snapshot");
        ARGUMENTS.put("audit-policy-file", "the policy file is emitted together with its path");
        ARGUMENTS.put("audit-log-path", "the directory is emitted together with its path");
        ARGUMENTS.put("admission-control-config-file", "the admission file is emitted together with its path");
    }

    /**
     * Who sets a key, in words.
     *
     * @param withAgent on hosts with the Palette agent, whose provider writes some of the configuration
     * @param plain on hosts without the agent, where all of it is the compiler's
     * @param effect what happens when the key is set all the same
     */
    private record Owner(String withAgent, String plain, String effect) {}

    private OwnedSettings() {}

    private static void own(String key, String words) {
        own(key, words, words);
    }

    private static void own(String key, String withAgent, String plain) {
        KEYS.put(key, new Owner(withAgent, plain, "the node would get two values for one setting"));
    }

    /**
     * Tells whether a key can't be passed through.
     *
     * @param key the key
     * @return true where the compiler or the provider sets it
     */
    public static boolean ownsKey(String key) {
        return KEYS.containsKey(key);
    }

    /**
     * Returns why a key can't be passed through.
     *
     * @param key the key
     * @param agent whether the hosts have the Palette agent
     * @return who sets it, in words; empty for a key that can be passed through
     */
    public static Optional<String> key(String key, boolean agent) {
        return Optional.ofNullable(KEYS.get(key)).map(owner -> agent ? owner.withAgent() : owner.plain());
    }

    /**
     * Says what happens when a key is passed on that something else sets.
     *
     * @param key the key
     * @return the effect; empty for a key that can be passed on
     */
    public static Optional<String> effect(String key) {
        return Optional.ofNullable(KEYS.get(key)).map(Owner::effect);
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
