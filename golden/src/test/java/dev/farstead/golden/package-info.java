// SPDX-License-Identifier: Apache-2.0

/** Runs the golden cases below {@code golden/cases}: one folder a case, and no Java to add one. */
@NullMarked
package dev.farstead.golden;

import org.jspecify.annotations.NullMarked;
