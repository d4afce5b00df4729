// SPDX-License-Identifier: Apache-2.0

/**
 * Fourth pass: one profile and one site in, one {@link dev.farstead.compiler.resolve.ResolvedSite} out, with layers merged, text refined
 * to prefixes, versions and quantities, and defaults and inferred values filled in, each with its origin. What can't be refined is absent
 * and has a finding; a rule that needs it stays silent.
 */
@NullMarked
package dev.farstead.compiler.resolve;

import org.jspecify.annotations.NullMarked;
