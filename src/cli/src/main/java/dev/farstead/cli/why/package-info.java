// SPDX-License-Identifier: Apache-2.0

/** Where output lines come from: what is asked for, the index of the set that it is asked of, and the answer as text and as JSON. */
@NullMarked
package dev.farstead.cli.why;

import org.jspecify.annotations.NullMarked;
