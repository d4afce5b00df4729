// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.compiler.resolve.ConfigTree.Branch;
import dev.farstead.compiler.resolve.ConfigTree.Leaf;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.ConfigValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of kubeadm: {@code clusterConfiguration}, {@code initConfiguration}, {@code joinConfiguration} and
 * {@code kubeletConfiguration}, as the agent's provider takes them.
 *
 * @param root the four, by name
 */
public record KubeadmConfig(Branch root) implements KubernetesConfig {
    private static final String CLUSTER = "clusterConfiguration";
    private static final String ARGUMENTS = "extraArgs";
    private static final Map<String, String[]> PATHS = Map.of(
            "kube-apiserver", new String[] {CLUSTER, "apiServer", ARGUMENTS},
            "kube-controller-manager", new String[] {CLUSTER, "controllerManager", ARGUMENTS},
            "kube-scheduler", new String[] {CLUSTER, "scheduler", ARGUMENTS},
            "etcd", new String[] {CLUSTER, "etcd", "local", ARGUMENTS},
            "kubelet", new String[] {"initConfiguration", "nodeRegistration", "kubeletExtraArgs"});

    @Override
    public Optional<Argument> argument(String component, String name) {
        return Optional.ofNullable(PATHS.get(component))
                .flatMap(root::find)
                .filter(Branch.class::isInstance)
                .flatMap(arguments -> ((Branch) arguments).find(name))
                .filter(Leaf.class::isInstance)
                .map(Leaf.class::cast)
                .map(leaf -> new Argument(name, "", text(leaf.value()), leaf.origin()));
    }

    @Override
    public Optional<Sourced<String>> clusterDomain() {
        return root.find(CLUSTER, "networking", "dnsDomain").stream()
                .flatMap(KubeadmConfig::texts)
                .findFirst();
    }

    private static String text(ConfigValue value) {
        if (value instanceof ConfigValue.Text text) {
            return text.value();
        }
        return value instanceof ConfigValue.Numeral number
                ? number.written()
                : Boolean.toString(((ConfigValue.Bool) value).value());
    }

    @Override
    public Stream<Sourced<String>> texts() {
        return texts(root);
    }

    private static Stream<Sourced<String>> texts(ConfigTree tree) {
        if (tree instanceof Branch branch) {
            return branch.entries().values().toJavaStream().flatMap(KubeadmConfig::texts);
        }
        if (tree instanceof ConfigTree.Items list) {
            return list.items().toJavaStream().flatMap(KubeadmConfig::texts);
        }
        return ((Leaf) tree).value() instanceof ConfigValue.Text text
                ? Stream.of(new Sourced<>(text.value(), tree.origin()))
                : Stream.empty();
    }
}
