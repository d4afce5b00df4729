// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.emit.tree;

import dev.farstead.model.origin.Origin;

/**
 * A secret, known by its name until it is written.
 *
 * @param site name of the site that needs it; empty for a file of a profile
 * @param name name of the secret
 * @param origin where the reference comes from
 */
public record OutputSecret(String site, String name, Origin origin) implements OutputNode {}
