// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.source.Located;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The proxy of a place. */
@Value.Immutable
@SpecStyle
public interface Proxy {
    /**
     * Returns the proxy for HTTP, a URL.
     *
     * @return the proxy for HTTP, a URL
     */
    Optional<Located<String>> http();

    /**
     * Returns the proxy for HTTPS, a URL.
     *
     * @return the proxy for HTTPS, a URL
     */
    Optional<Located<String>> https();

    /**
     * Returns what is reached directly.
     *
     * @return what is reached directly
     */
    Optional<Located<List<Located<String>>>> noProxy();
}
