// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

/**
 * Where a value stands in a specification.
 *
 * @param path path from the document's root, such as {@code spec.hosts[0].interfaces.enp1s0}; empty for the root
 * @param key range of the key that holds the value; for a list item or a root the value's own range
 * @param value range of the value
 */
public record Place(String path, Range key, Range value) {}
