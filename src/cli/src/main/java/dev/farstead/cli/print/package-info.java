// SPDX-License-Identifier: Apache-2.0

/** How results look on a terminal. */
@NullMarked
package dev.farstead.cli.print;

import org.jspecify.annotations.NullMarked;
