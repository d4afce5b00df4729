// SPDX-License-Identifier: Apache-2.0

/** What the commands read: sources, the files that they name, and secrets. */
@NullMarked
package dev.farstead.cli.in;

import org.jspecify.annotations.NullMarked;
