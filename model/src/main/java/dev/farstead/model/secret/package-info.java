// SPDX-License-Identifier: Apache-2.0

/** Secrets, typed so that they never reach a message, a log or a digest. All types are immutable and thread-safe. */
@NullMarked
package dev.farstead.model.secret;

import org.jspecify.annotations.NullMarked;
