// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;
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

    /**
     * Returns a list of texts that were resolved.
     *
     * @param items the texts with their origins
     * @param origin where the list comes from
     * @return the node
     */
    public static OutputList texts(List<Sourced<String>> items, Origin origin) {
        return new OutputList(items.stream().<OutputNode>map(OutputText::of).toList(), origin);
    }
}
