// SPDX-License-Identifier: Apache-2.0

/**
 * Structure schemas, the axis table, and the catalogues of facts with their typed readers. {@link dev.farstead.schemas.Catalogue} is the way in. All
 * types are immutable and thread-safe. For the compiler alone: on a class path hosts see them too, but they are no part of the API and change
 * without notice.
 *
 * <p>The files of the catalogue share a few members. {@code source} says where a fact is stated; it holds for everything inside the object unless that
 * has one of its own, and may be a short name that the file's {@code sources} spells out. {@code since} lists the first patch in each minor that a name
 * entered late, {@code until} the last minor that has it; both are absent for a name that was there before the oldest minor and still is. A member
 * followed by {@code Until} holds the values of older minors. So a new minor release changes only the lines of what it changed.
 */
@NullMarked
package dev.farstead.schemas;

import org.jspecify.annotations.NullMarked;
