// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

/** A choice of a profile that takes values out of what Kubernetes packs bring. */
public enum PackChoice {
    /** The site runs in FIPS mode. */
    FIPS,
    /** Hosts reach no registry outside of the site. */
    AIR_GAPPED,
    /** Images come from a registry of the user's outside the cluster. */
    EXTERNAL_REGISTRY,
    /** Images come from a registry inside the cluster. */
    CLUSTER_REGISTRY
}
