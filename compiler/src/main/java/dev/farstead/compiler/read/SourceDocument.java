// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

/**
 * A document of a source.
 *
 * @param source name of the source
 * @param root root of its tree
 */
public record SourceDocument(String source, SourceNode root) {}
