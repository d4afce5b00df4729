// SPDX-License-Identifier: Apache-2.0

/**
 * Authored specifications, as bound from source text: {@link dev.farstead.model.spec.Profile} and {@link
 * dev.farstead.model.spec.Site} are the entry points. Each value knows where it was written. All types are
 * immutable and thread-safe.
 */
@NullMarked
package dev.farstead.model.spec;

import org.jspecify.annotations.NullMarked;
