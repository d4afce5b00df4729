// SPDX-License-Identifier: Apache-2.0

/** What compiling gives. All types are immutable and thread-safe. */
@NullMarked
package dev.farstead.model.output;

import org.jspecify.annotations.NullMarked;
