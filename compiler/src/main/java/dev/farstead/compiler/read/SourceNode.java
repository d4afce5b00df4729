// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import dev.farstead.model.source.Range;

/** A node of a source tree. */
public sealed interface SourceNode permits SourceMapping, SourceSequence, SourceScalar {
    /**
     * Returns where the node stands.
     *
     * @return the range of the node's own text
     */
    Range range();
}
