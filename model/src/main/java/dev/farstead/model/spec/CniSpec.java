// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.CniName;
import dev.farstead.model.source.Located;
import java.util.Optional;
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
     * Returns the version of its pack; without a pack there is none.
     *
     * @return the version of its pack; without a pack there is none
     */
    Optional<Located<String>> version();
}
