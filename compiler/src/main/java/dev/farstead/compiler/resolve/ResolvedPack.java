// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Sourced;

/**
 * A pack of the cluster profile.
 *
 * @param name name of the pack in its registry, such as {@code cni-calico}
 * @param version version of the pack
 */
public record ResolvedPack(Sourced<String> name, Sourced<String> version) {}
