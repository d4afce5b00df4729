// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Sourced;
import dev.farstead.model.source.Place;
import dev.farstead.model.spec.SecretRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A user on each host. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedUser {
    /**
     * Returns where the user was written.
     *
     * @return where the user was written
     */
    Place place();

    /**
     * Returns the login name.
     *
     * @return the login name
     */
    Sourced<String> name();

    /**
     * Returns the groups.
     *
     * @return the groups
     */
    List<Sourced<String>> groups();

    /**
     * Returns the crypt hash of the password.
     *
     * @return the crypt hash of the password
     */
    Optional<Sourced<SecretRef>> passwordHash();

    /**
     * Returns the SSH keys.
     *
     * @return those that could be read
     */
    List<Sourced<String>> sshAuthorizedKeys();

    /**
     * Returns how many SSH keys were written.
     *
     * @return more than there are where one could not be read
     */
    int sshEntries();
}
