// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.origin.Sourced;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The proxy of a place. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedProxy {
    /**
     * Returns the proxy for HTTP.
     *
     * @return the proxy for HTTP
     */
    Optional<Sourced<String>> http();

    /**
     * Returns the proxy for HTTPS.
     *
     * @return the proxy for HTTPS
     */
    Optional<Sourced<String>> https();

    /**
     * Returns what is reached directly: what was written, then what is inferred.
     *
     * @return what is reached directly: what was written, then what is inferred
     */
    List<Sourced<String>> noProxy();
}
