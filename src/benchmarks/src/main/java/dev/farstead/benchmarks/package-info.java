// SPDX-License-Identifier: Apache-2.0

/** What compiling costs. Not thread-safe; a program of its own and no part of the library. */
@NullMarked
package dev.farstead.benchmarks;

import org.jspecify.annotations.NullMarked;
