// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputMap;

/** A provider that writes one configuration file for its distribution: what the pack says, and what it adds itself. */
interface FileProvider {
    /** Stands for the token, which is not known before the cluster is created. */
    String TOKEN = "<chosen by the management plane>";

    /** Returns the merged configuration of a role: what the pack says, then what the provider adds. */
    OutputMap configuration(Role role);
}
