// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Range;
import java.util.List;

/**
 * A sequence.
 *
 * @param range where it stands
 * @param items the items in order
 */
public record SourceSequence(Range range, List<SourceNode> items) implements SourceNode {
    /** Copies the items. */
    public SourceSequence {
        items = List.copyOf(items);
    }
}
