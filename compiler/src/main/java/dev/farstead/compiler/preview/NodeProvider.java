// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.preview;

import dev.farstead.compiler.emit.tree.OutputContent;
import java.util.Map;

/** A program on the node that turns the pack's configuration into that of the distribution. */
interface NodeProvider {
    /**
     * Returns the files that it writes.
     *
     * @param role the part that the node plays
     * @param node what the node's user-data says
     * @return the files in order, by path below the root of the node
     */
    Map<String, OutputContent> files(Role role, Node node);
}
