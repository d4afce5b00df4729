// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.secret;

import java.util.Optional;
import java.util.stream.Stream;

/** Gives secrets by name. */
@FunctionalInterface
public interface SecretSource {
    /**
     * Finds a secret. Must be thread-safe and give the same secret for the same names: another one, or none, ends the run. What it throws,
     * but for a {@link VirtualMachineError}, and null end the run with an exception that repeats none of its words.
     *
     * @param site name of the site that needs it; a profile's own files ask with an empty name
     * @param name name of the secret
     * @return the secret, or empty while it is open
     */
    Optional<Secret> find(String site, String name);

    /**
     * Returns the names under which secrets are kept, those of a site one behind the other, so that a run tells of one that nothing asks
     * for. Called at most once a run, which closes the stream; what it throws ends the run as with {@link #find}, and so
     * does null, also as one of the names.
     *
     * @return the names; by default none, and then nothing is told
     */
    default Stream<KeptSecret> kept() {
        return Stream.empty();
    }

    /**
     * Returns a source without any secret: all stay open.
     *
     * @return no secrets
     */
    static SecretSource none() {
        return (site, name) -> Optional.empty();
    }
}
