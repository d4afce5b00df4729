// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.CsiName;
import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** The container storage. */
@Value.Immutable
@SpecStyle
public interface CsiSpec {
    /**
     * Returns which one.
     *
     * @return which one
     */
    Located<CsiName> name();

    /**
     * Returns the version of its pack.
     *
     * @return the version of its pack
     */
    Located<String> version();
}
