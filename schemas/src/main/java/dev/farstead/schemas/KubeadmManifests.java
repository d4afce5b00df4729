// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/**
 * Where kubeadm writes the manifests of the control plane, whatever the kubelet is told.
 *
 * @param path the directory
 * @param source the upstream repository, tags and path
 */
public record KubeadmManifests(String path, String source) {
    static KubeadmManifests read(JsonRecord fact) {
        KubeadmManifests read = new KubeadmManifests(fact.text("path"), fact.source());
        fact.end();
        return read;
    }
}
