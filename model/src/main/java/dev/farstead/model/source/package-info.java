// SPDX-License-Identifier: Apache-2.0

/**
 * Places in source text: positions, ranges, and values that know where they were written. All types are
 * immutable and thread-safe.
 */
@NullMarked
package dev.farstead.model.source;

import org.jspecify.annotations.NullMarked;
