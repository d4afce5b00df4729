// SPDX-License-Identifier: Apache-2.0

/** The commands. */
@NullMarked
package dev.farstead.cli;

import org.jspecify.annotations.NullMarked;
