// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import java.util.Optional;

/**
 * An entry of an output map.
 *
 * @param key the key
 * @param value the value
 * @param comment a line for people above the entry, where the format has comments
 */
public record OutputEntry(String key, OutputNode value, Optional<String> comment) {}
