// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.Hardening;
import dev.farstead.model.axis.OsDistribution;
import dev.farstead.model.axis.OsFamily;
import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** The operating system of the image. */
@Value.Immutable
@SpecStyle
public interface OsSpec {
    /**
     * Returns the family.
     *
     * @return the family
     */
    Located<OsFamily> family();

    /**
     * Returns the distribution that the base image is built from.
     *
     * @return the distribution that the base image is built from
     */
    Optional<Located<OsDistribution>> distribution();

    /**
     * Returns the version, such as {@code 22.04}.
     *
     * @return the version, such as {@code 22.04}
     */
    Located<String> version();

    /**
     * Returns the image that the build stands on.
     *
     * @return the image that the build stands on
     */
    Optional<Located<String>> baseImage();

    /**
     * Returns the hardening of the image.
     *
     * @return the hardening of the image
     */
    Optional<Located<Hardening>> hardening();
}
