// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/**
 * A text. Its writer chooses quotes or a block.
 *
 * @param text the text
 * @param origin where it comes from
 */
public record OutputText(String text, Origin origin) implements OutputNode {}
