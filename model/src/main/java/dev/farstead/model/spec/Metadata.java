// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Name, description and labels of a document. */
@Value.Immutable
@SpecStyle
public interface Metadata {
    /**
     * Returns the name, a DNS label.
     *
     * @return the name, a DNS label
     */
    Located<String> name();

    /**
     * Returns the description for people.
     *
     * @return the description for people
     */
    Optional<Located<String>> description();

    /**
     * Returns the labels by key.
     *
     * @return the labels by key
     */
    Optional<Located<Map<String, Located<String>>>> labels();
}
