// SPDX-License-Identifier: Apache-2.0

/**
 * What checking a specification finds: {@link dev.farstead.model.finding.Finding} is the entry point. All types
 * are immutable and thread-safe.
 */
@NullMarked
package dev.farstead.model.finding;

import org.jspecify.annotations.NullMarked;
