// SPDX-License-Identifier: Apache-2.0

/**
 * The axes along which edge sites differ and their values, as written in specifications. All types are immutable
 * and thread-safe.
 */
@NullMarked
package dev.farstead.model.axis;

import org.jspecify.annotations.NullMarked;
