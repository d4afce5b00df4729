// SPDX-License-Identifier: Apache-2.0

/**
 * Turns output trees into canonical bytes: one writer per format, and {@link dev.farstead.compiler.write.OutputFileWriter} in front of
 * them. Equal trees give equal bytes, and what is written reads the same in every reader of the format that we know of. Each written
 * line knows its origin. All public types are immutable and thread-safe.
 *
 * <p>A writer refuses with {@link java.lang.IllegalArgumentException} what its format can't carry exactly. The rules ask before, so such
 * an exception is a fault of this program and never bad input.
 */
@NullMarked
package dev.farstead.compiler.write;

import org.jspecify.annotations.NullMarked;
