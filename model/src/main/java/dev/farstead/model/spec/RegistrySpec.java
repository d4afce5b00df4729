// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** A registry with basic authentication. */
@Value.Immutable
@SpecStyle
public interface RegistrySpec {
    /**
     * Returns host, optional port and path, without scheme.
     *
     * @return host, optional port and path, without scheme
     */
    Located<String> domain();

    /**
     * Returns the user.
     *
     * @return the user
     */
    Located<String> username();

    /**
     * Returns the password.
     *
     * @return the password
     */
    Located<SecretRef> password();
}
