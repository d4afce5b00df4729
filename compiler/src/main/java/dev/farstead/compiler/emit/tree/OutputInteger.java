// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/**
 * A whole number, written in decimal.
 *
 * @param value the number
 * @param origin where it comes from
 */
public record OutputInteger(long value, Origin origin) implements OutputNode {}
