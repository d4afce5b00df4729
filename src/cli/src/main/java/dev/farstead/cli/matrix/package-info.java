// SPDX-License-Identifier: Apache-2.0

/** Shows what goes with what: as a table, as data, and as a page for a browser. */
@NullMarked
package dev.farstead.cli.matrix;

import org.jspecify.annotations.NullMarked;
