// SPDX-License-Identifier: Apache-2.0

/**
 * The public face of the compiler: {@link dev.farstead.Farstead} takes an {@link dev.farstead.Input} and gives a
 * {@link dev.farstead.Compilation}. All types are immutable and thread-safe.
 */
@NullMarked
package dev.farstead;

import org.jspecify.annotations.NullMarked;
