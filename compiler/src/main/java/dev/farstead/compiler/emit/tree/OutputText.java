// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;
import dev.farstead.model.origin.Sourced;

/**
 * A text. Its writer chooses quotes or a block.
 *
 * @param text the text
 * @param origin where it comes from
 */
public record OutputText(String text, Origin origin) implements OutputNode {
    /**
     * Returns a text that was resolved.
     *
     * @param text the value with its origin
     * @return the node
     */
    public static OutputText of(Sourced<String> text) {
        return new OutputText(text.value(), text.origin());
    }
}
