// SPDX-License-Identifier: Apache-2.0

/**
 * Fifth pass: what a resolved profile or site breaks. Constraints between axes are rows of the axis table, read by
 * {@link dev.farstead.compiler.check.AxisCheck}; everything else is a {@link dev.farstead.compiler.check.Rule}, one record in the file of
 * its area. {@link dev.farstead.compiler.check.Rules} lists them all; a new rule goes into the file of its area and into that list.
 */
@NullMarked
package dev.farstead.compiler.check;

import org.jspecify.annotations.NullMarked;
