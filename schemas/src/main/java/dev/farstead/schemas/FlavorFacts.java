// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;
import java.util.Optional;

/**
 * What a Kubernetes flavor is called, and where it stands on a node.
 *
 * @param flavor the flavor as specifications write it
 * @param title the name of the distribution, for people
 * @param buildName the name that the image build takes, which also begins the tag of the image
 * @param pack the pack of the Kubernetes layer
 * @param serverUnit the systemd unit on control-plane hosts
 * @param workerUnit the systemd unit on workers
 * @param configFile the path of the configuration on the node
 * @param apiPort the port of the API, 1 to 65535
 * @param joinPort the port at which hosts join, 1 to 65535
 * @param joinPortKeys the keys of the configuration that move that port
 * @param dns what the configuration calls the DNS that the distribution brings; empty where no key turns it off
 * @param source the upstream repository, tag and path, and the document
 */
public record FlavorFacts(
        String flavor,
        String title,
        String buildName,
        String pack,
        String serverUnit,
        String workerUnit,
        String configFile,
        int apiPort,
        int joinPort,
        List<String> joinPortKeys,
        Optional<String> dns,
        String source) {
    /** Copies the keys. */
    public FlavorFacts {
        joinPortKeys = List.copyOf(joinPortKeys);
    }

    static FlavorFacts read(JsonRecord fact) {
        return new FlavorFacts(
                fact.text("flavor"),
                fact.text("title"),
                fact.text("buildName"),
                fact.text("pack"),
                fact.text("serverUnit"),
                fact.text("workerUnit"),
                fact.text("configFile"),
                fact.integer("apiPort"),
                fact.integer("joinPort"),
                fact.texts("joinPortKeys"),
                fact.optionalText("dns"),
                fact.source());
    }
}
