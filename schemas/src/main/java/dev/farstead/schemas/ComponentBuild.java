// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** A build of the Kubernetes components. */
public enum ComponentBuild {
    /** Every build. */
    EVERY,
    /** The binaries that the Kubernetes project releases, which hold the cloud providers of their time. */
    UPSTREAM,
    /** The components inside K3s. */
    K3S
}
