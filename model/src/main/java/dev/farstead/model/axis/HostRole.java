// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.axis;

/** The part that a host plays in its cluster. */
public enum HostRole implements AxisValue {
    /** Runs the control plane. */
    CONTROL_PLANE("control-plane"),
    /** Runs workloads only. */
    WORKER("worker");

    private final String text;

    HostRole(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
