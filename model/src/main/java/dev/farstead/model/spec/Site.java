// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** One place, its hosts and its network: a document of kind {@code Site}. */
@Value.Immutable
@SpecStyle
public interface Site {
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
    Located<SiteSpec> spec();
}
