// SPDX-License-Identifier: Apache-2.0

/** How an output set gets into a folder without ever leaving half a profile or half a site there. */
@NullMarked
package dev.farstead.cli.out;

import org.jspecify.annotations.NullMarked;
