// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A user on each host. */
@Value.Immutable
@SpecStyle
public interface User {
    /**
     * Returns the login name.
     *
     * @return the login name
     */
    Located<String> name();

    /**
     * Returns the groups.
     *
     * @return the groups
     */
    Optional<Located<List<Located<String>>>> groups();

    /**
     * Returns the crypt hash of the password.
     *
     * @return the crypt hash of the password
     */
    Optional<Located<SecretRef>> passwordHash();

    /**
     * Returns the SSH keys, each one line.
     *
     * @return the SSH keys, each one line
     */
    Optional<Located<List<Located<TextChoice>>>> sshAuthorizedKeys();
}
