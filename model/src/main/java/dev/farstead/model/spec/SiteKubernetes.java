// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What differs for Kubernetes at a site. */
@Value.Immutable
@SpecStyle
public interface SiteKubernetes {
    /**
     * Returns what is passed on to the distribution, by key.
     *
     * @return what is passed on to the distribution, by key
     */
    Optional<Located<Map<String, Located<ConfigValue>>>> config();
}
