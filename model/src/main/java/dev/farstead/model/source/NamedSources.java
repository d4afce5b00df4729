// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.source;

import java.util.Optional;

/** Gives the texts that specifications name, such as certificates and SSH keys. The library itself reads no file. */
@FunctionalInterface
public interface NamedSources {
    /**
     * Finds a text. Must be thread-safe and give the same text for the same names. What it throws ends the run as it is, and null with an
     * {@link IllegalStateException} that says what was asked for.
     *
     * @param from name of the source whose specification names it
     * @param name the name in the specification
     * @return the text, or empty where there is none
     */
    Optional<String> find(String from, String name);

    /**
     * Returns sources without any text.
     *
     * @return no sources
     */
    static NamedSources none() {
        return (from, name) -> Optional.empty();
    }
}
