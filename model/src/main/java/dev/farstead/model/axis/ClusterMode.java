// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** How a cluster is managed. */
public enum ClusterMode implements AxisValue {
    /** Managed from the management plane. */
    CONNECTED("connected"),
    /** Managed at the site itself, without a way to the management plane. */
    AIR_GAPPED("air-gapped");

    private final String text;

    ClusterMode(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
