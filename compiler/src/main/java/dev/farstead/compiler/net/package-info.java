// SPDX-License-Identifier: Apache-2.0

/**
 * Network arithmetic: addresses and prefixes behind two small types of our own, so that the library that computes can be changed. All
 * types are immutable and thread-safe.
 */
@NullMarked
package dev.farstead.compiler.net;

import org.jspecify.annotations.NullMarked;
