// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.Hardening;
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
     * Returns the version, such as {@code 22.04}.
     *
     * @return the version, such as {@code 22.04}
     */
    Located<String> version();

    /**
     * Returns the hardening of the image.
     *
     * @return the hardening of the image
     */
    Optional<Located<Hardening>> hardening();
}
