// SPDX-License-Identifier: Apache-2.0

/**
 * Third pass: a document of right structure in, specification values out, each with its place. {@link
 * dev.farstead.compiler.bind.Binder} is the entry point. What a shape holds is told once, by one field a key; decoding,
 * paths and the test that holds schema and model together all come from that. All types are immutable and thread-safe.
 */
@NullMarked
package dev.farstead.compiler.bind;

import org.jspecify.annotations.NullMarked;
