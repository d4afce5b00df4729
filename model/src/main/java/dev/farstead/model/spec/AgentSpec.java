// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import org.immutables.value.Value;

/** The Palette agent. */
@Value.Immutable
@SpecStyle
public interface AgentSpec {
    /**
     * Returns the agent release, such as {@code 4.5.15}.
     *
     * @return the agent release, such as {@code 4.5.15}
     */
    Located<String> version();
}
