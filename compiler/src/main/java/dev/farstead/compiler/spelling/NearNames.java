// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.spelling;

import java.util.Optional;

/**
 * Known names beside one that is not among them, for a finding: few, however many there are. Immutable and thread-safe.
 *
 * @param nearest the one that may be meant
 * @param words the names, or the nearest few and how many there are
 */
public record NearNames(Optional<String> nearest, String words) {}
