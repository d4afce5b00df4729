// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.SecretRef;

/**
 * A registry that hosts pull images from.
 *
 * @param domain host, optional port and path
 * @param username the user
 * @param password the password
 */
public record ResolvedRegistry(Sourced<String> domain, Sourced<String> username, Sourced<SecretRef> password) {}
