// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.resolve;

import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.origin.Sourced;
import dev.farstead.model.spec.SecretRef;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How the hosts of a site make themselves known. */
@Value.Immutable
@ResolvedStyle
public interface ResolvedRegistration {
    /**
     * Returns the method.
     *
     * @return the method
     */
    Optional<Sourced<RegistrationMethod>> method();

    /**
     * Returns the management plane, a host name.
     *
     * @return the management plane, a host name
     */
    Optional<Sourced<String>> endpoint();

    /**
     * Returns the application for registering, a URL.
     *
     * @return the application for registering, a URL
     */
    Optional<Sourced<String>> url();

    /**
     * Returns the project.
     *
     * @return the project
     */
    Optional<Sourced<String>> project();

    /**
     * Returns the registration token.
     *
     * @return the registration token
     */
    Optional<Sourced<SecretRef>> token();

    /**
     * Returns the tags of each host.
     *
     * @return the tags of each host
     */
    Map<String, Sourced<String>> tags();
}
