// SPDX-License-Identifier: Apache-2.0

/**
 * The jars of the command line as it is started. The class archive of Java 17 holds classes, but neither the call sites that make
 * lambdas and compare records, which are then linked one by one at each start, nor classes of a format older than Java 6. Here the first
 * become classes and code, and the second get today's format; what they do stays the same. A step of the build and no part of the library,
 * whose jars stay as javac made them. Not thread-safe.
 */
@NullMarked
package dev.farstead.image;

import org.jspecify.annotations.NullMarked;
