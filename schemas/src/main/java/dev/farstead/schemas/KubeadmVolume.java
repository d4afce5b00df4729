// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * A path of the host that a component of the control plane sees.
 *
 * @param component the keys of the component, from the root of {@code cluster.config} on
 * @param name name of the volume
 * @param hostPath path on the host
 * @param mountPath path in the component
 * @param pathType what must be there, or is made, such as {@code File} or {@code DirectoryOrCreate}
 * @param readOnly whether the component can't write
 * @param source the upstream repository, tag and path, or the document
 */
public record KubeadmVolume(
        List<String> component,
        String name,
        String hostPath,
        String mountPath,
        String pathType,
        boolean readOnly,
        String source) {
    /** Copies the keys. */
    public KubeadmVolume {
        component = List.copyOf(component);
    }

    static KubeadmVolume read(JsonRecord fact) {
        return new KubeadmVolume(
                List.of(fact.text("at").split("\\.")),
                fact.text("name"),
                fact.text("hostPath"),
                fact.text("mountPath"),
                fact.text("pathType"),
                fact.flag("readOnly"),
                fact.source());
    }
}
