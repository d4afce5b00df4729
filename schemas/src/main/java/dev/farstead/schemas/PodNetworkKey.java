// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.List;

/**
 * Where the values of a network pack hold the network of the pods.
 *
 * @param path the keys from the root of the values
 * @param inferred whether it is our reading, since no document states it for this line
 * @param source the document
 */
public record PodNetworkKey(List<String> path, boolean inferred, String source) {
    /** Copies the path. */
    public PodNetworkKey {
        path = List.copyOf(path);
    }

    static PodNetworkKey read(JsonRecord fact) {
        PodNetworkKey key =
                new PodNetworkKey(List.of(fact.text("key").split("\\.")), fact.flag("inferred"), fact.source());
        fact.end();
        return key;
    }

    /**
     * Returns the path as people write it.
     *
     * @return the keys joined by dots
     */
    public String text() {
        return String.join(".", path);
    }
}
