// SPDX-License-Identifier: Apache-2.0

/** Guesses which known word an author meant. */
@NullMarked
package dev.farstead.compiler.spelling;

import org.jspecify.annotations.NullMarked;
