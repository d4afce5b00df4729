// SPDX-License-Identifier: Apache-2.0

/**
 * Sixth pass: a resolved profile or site without errors in, output trees out, one emitter a file. {@link dev.farstead.compiler.emit.Emitter}
 * lists them. Emitters build trees and know nothing of quotes or indentation; a value keeps its origin on the way.
 */
@NullMarked
package dev.farstead.compiler.emit;

import org.jspecify.annotations.NullMarked;
