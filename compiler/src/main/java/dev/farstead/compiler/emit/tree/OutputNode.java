// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/** A node of an output tree. */
public sealed interface OutputNode
        permits OutputMap,
                OutputList,
                OutputText,
                OutputInteger,
                OutputDecimal,
                OutputBoolean,
                OutputSecret,
                OutputEmbedded {
    /**
     * Returns where the node comes from.
     *
     * @return the origin
     */
    Origin origin();
}
