// SPDX-License-Identifier: Apache-2.0

/** Structure schemas, the axis table, and the catalogues of facts with their typed readers. All types are immutable and thread-safe. */
@NullMarked
package dev.farstead.schemas;

import org.jspecify.annotations.NullMarked;
