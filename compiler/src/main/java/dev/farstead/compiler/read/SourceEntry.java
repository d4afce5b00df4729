// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

/**
 * An entry of a mapping.
 *
 * @param key the key
 * @param value the value
 */
public record SourceEntry(SourceScalar key, SourceNode value) {}
