// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/**
 * A truth value.
 *
 * @param value the value
 * @param origin where it comes from
 */
public record OutputBoolean(boolean value, Origin origin) implements OutputNode {}
