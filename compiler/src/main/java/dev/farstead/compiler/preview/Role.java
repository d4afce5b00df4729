// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.schemas.FlavorFacts;

/** The parts that nodes play while a cluster starts. */
enum Role {
    /** The control-plane host that starts the cluster: which one, the management plane chooses. */
    INIT("init"),
    /** A control-plane host that joins. */
    CONTROL_PLANE("control-plane"),
    /** A host that runs workloads only. */
    WORKER("worker");

    private final String folder;

    Role(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** Returns the systemd unit, which names the file of its environment. */
    String unit(FlavorFacts flavor) {
        return this == WORKER ? flavor.workerUnit() : flavor.serverUnit();
    }
}
