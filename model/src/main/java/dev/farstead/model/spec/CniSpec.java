// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.CniName;
import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** The container network. */
@Value.Immutable
@SpecStyle
public interface CniSpec {
    /**
     * Returns which one.
     *
     * @return which one
     */
    Located<CniName> name();

    /**
     * Returns the version of its pack.
     *
     * @return the version of its pack
     */
    Located<String> version();
}
