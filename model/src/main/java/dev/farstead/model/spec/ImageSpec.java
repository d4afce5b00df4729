// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.ImageFormat;
import dev.farstead.model.source.Located;
import java.util.Optional;
import org.immutables.value.Value;

/** The installer and provider images. */
@Value.Immutable
@SpecStyle
public interface ImageSpec {
    /**
     * Returns the form of the installer.
     *
     * @return the form of the installer
     */
    Located<ImageFormat> format();

    /**
     * Returns registry host and namespace, without scheme.
     *
     * @return registry host and namespace, without scheme
     */
    Located<String> registry();

    /**
     * Returns the repository in it.
     *
     * @return the repository in it
     */
    Located<String> repository();

    /**
     * Returns the last part of the image tag.
     *
     * @return the last part of the image tag
     */
    Located<String> customTag();

    /**
     * Returns the name of the installer file, without ending.
     *
     * @return the name of the installer file, without ending
     */
    Optional<Located<String>> isoName();
}
