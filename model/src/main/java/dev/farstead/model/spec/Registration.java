// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.spec;

import dev.farstead.model.axis.RegistrationMethod;
import dev.farstead.model.source.Located;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How hosts make themselves known. */
@Value.Immutable
@SpecStyle
public interface Registration {
    /**
     * Returns the method.
     *
     * @return the method
     */
    Optional<Located<RegistrationMethod>> method();

    /**
     * Returns the management plane, a host name.
     *
     * @return the management plane, a host name
     */
    Optional<Located<String>> endpoint();

    /**
     * Returns the application for registering, a URL that the code on the screen leads to.
     *
     * @return the application for registering, a URL that the code on the screen leads to
     */
    Optional<Located<String>> url();

    /**
     * Returns the project.
     *
     * @return the project
     */
    Optional<Located<String>> project();

    /**
     * Returns the registration token.
     *
     * @return the registration token
     */
    Optional<Located<SecretRef>> token();

    /**
     * Returns the tags of each host.
     *
     * @return the tags of each host
     */
    Optional<Located<Map<String, Located<String>>>> tags();
}
