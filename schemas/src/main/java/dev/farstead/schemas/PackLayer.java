// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Locale;

/** The layer of a cluster profile that a pack fills, from the bottom up. */
public enum PackLayer {
    /** The operating system. */
    OS,
    /** The Kubernetes distribution. */
    K8S,
    /** The network. */
    CNI,
    /** The storage. */
    CSI,
    /** Whatever stands on the others. */
    ADDON;

    /**
     * Returns the layer as cluster profiles write it.
     *
     * @return the name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
