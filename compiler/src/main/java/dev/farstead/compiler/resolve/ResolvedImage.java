// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Sourced;
import java.util.Optional;
import org.immutables.value.Value;

/** The installer and provider images of a profile. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedImage {
    /**
     * Returns registry host and namespace.
     *
     * @return registry host and namespace
     */
    Sourced<String> registry();

    /**
     * Returns the repository.
     *
     * @return the repository
     */
    Sourced<String> repository();

    /**
     * Returns the last part of the tag.
     *
     * @return the last part of the tag
     */
    Sourced<String> customTag();

    /**
     * Returns the name of the installer file.
     *
     * @return the name of the installer file
     */
    Sourced<String> isoName();

    /**
     * Returns the reference of the provider image; absent without a Kubernetes version.
     *
     * @return the reference of the provider image; absent without a Kubernetes version
     */
    Optional<Sourced<String>> uri();
}
