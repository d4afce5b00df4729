// SPDX-License-Identifier: Apache-2.0

/**
 * First pass: source text in, one immutable tree of source nodes with ranges out. YAML is read from SnakeYAML's events and JSON from
 * jackson-core's tokens; both give the same tree, scalars typed by the YAML 1.2 core schema with their text kept.
 */
@NullMarked
package dev.farstead.compiler.read;

import org.jspecify.annotations.NullMarked;
