// SPDX-License-Identifier: Apache-2.0

/**
 * Second pass: a document in, what is wrong with its keys and types out, in words for people. {@link
 * dev.farstead.compiler.structure.StructureCheck} is the entry point. The structure schemas decide; the validator that
 * runs them is seen in this package only, and none of its words reach a finding. All types are immutable and
 * thread-safe.
 */
@NullMarked
package dev.farstead.compiler.structure;

import org.jspecify.annotations.NullMarked;
