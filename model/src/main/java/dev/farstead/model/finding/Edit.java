// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.finding;

import dev.farstead.model.source.Range;

/**
 * A change of source text.
 *
 * @param range what is replaced; empty to insert
 * @param replacement the new text
 */
public record Edit(Range range, String replacement) {}
