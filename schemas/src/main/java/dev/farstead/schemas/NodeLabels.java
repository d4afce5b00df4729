// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/** The labels that Kubernetes keeps for itself, and those of them that a kubelet may give its own node. Immutable. */
public final class NodeLabels {
    private final List<String> reserved;
    private final List<String> namespaces;
    private final List<String> names;
    private final String source;

    private NodeLabels(JsonRecord file) {
        reserved = file.texts("reserved");
        namespaces = file.texts("namespaces");
        names = file.texts("names");
        source = file.source();
        file.end();
    }

    static NodeLabels read(JsonRecord file) {
        return new NodeLabels(file);
    }

    /**
     * Tells whether a kubelet ends when it is to give its own node a label.
     *
     * @param key the label's key, such as {@code node-role.kubernetes.io/worker}
     * @return true for a label that Kubernetes keeps for itself and that a kubelet may not set
     */
    public boolean refusesKubelet(String key) {
        int slash = key.indexOf('/');
        String namespace = slash < 0 ? "" : key.substring(0, slash);
        return isWithin(reserved, namespace) && !isWithin(namespaces, namespace) && !names.contains(key);
    }

    private static boolean isWithin(List<String> domains, String namespace) {
        return domains.stream().anyMatch(domain -> namespace.equals(domain) || namespace.endsWith("." + domain));
    }

    /**
     * Returns the namespaces in which a kubelet may set any label.
     *
     * @return the namespaces, such as {@code node.kubernetes.io}
     */
    public List<String> namespaces() {
        return namespaces;
    }

    /**
     * Returns where this is stated.
     *
     * @return the upstream repository, tag and path
     */
    public String source() {
        return source;
    }
}
