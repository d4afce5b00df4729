// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/**
 * A text that is a YAML document of its own, such as the {@code cluster.config} of a pack. Written as a literal block whose lines keep
 * their origins.
 *
 * @param tree the document
 * @param origin where it comes from
 */
public record OutputEmbedded(OutputNode tree, Origin origin) implements OutputNode {}
