// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** What every site of a kind runs: a document of kind {@code Profile}. */
@Value.Immutable
@SpecStyle
public interface Profile {
    /**
     * Returns the name and labels.
     *
     * @return the name and labels
     */
    Located<Metadata> metadata();

    /**
     * Returns the specification.
     *
     * @return the specification
     */
    Located<ProfileSpec> spec();
}
