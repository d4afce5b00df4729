// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;

/**
 * The name of a secret. The secret itself is handed in by the caller and never stands in a specification.
 *
 * @param name name of the secret
 */
public record SecretRef(Located<String> name) {}
