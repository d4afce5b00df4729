// SPDX-License-Identifier: Apache-2.0

/**
 * Output trees: what emitters build and writers print. Another type than the source tree, since an output node carries an origin, a
 * comment and a style instead of a range.
 */
@NullMarked
package dev.farstead.compiler.emit.tree;

import org.jspecify.annotations.NullMarked;
