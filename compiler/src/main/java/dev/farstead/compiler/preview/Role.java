// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

/** The parts that nodes play while a cluster starts. */
enum Role {
    /** The control-plane host that starts the cluster: which one, the management plane chooses. */
    INIT("init", "k3s"),
    /** A control-plane host that joins. */
    CONTROL_PLANE("control-plane", "k3s"),
    /** A host that runs workloads only. */
    WORKER("worker", "k3s-agent");

    private final String folder;
    private final String unit;

    Role(String folder, String unit) {
        this.folder = folder;
        this.unit = unit;
    }

    String folder() {
        return folder;
    }

    /** Returns the systemd unit, which names the file of its environment. */
    String unit() {
        return unit;
    }
}
