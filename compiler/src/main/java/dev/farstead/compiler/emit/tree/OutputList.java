// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import java.util.List;

/**
 * A list.
 *
 * @param items the items in order
 * @param origin where it comes from
 */
public record OutputList(List<OutputNode> items, Origin origin) implements OutputNode {
    /** Copies the items. */
    public OutputList {
        items = List.copyOf(items);
    }
}
