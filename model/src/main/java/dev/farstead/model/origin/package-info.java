// SPDX-License-Identifier: Apache-2.0

/**
 * Where a resolved value or an output line comes from. All types are immutable and thread-safe.
 */
@NullMarked
package dev.farstead.model.origin;

import org.jspecify.annotations.NullMarked;
