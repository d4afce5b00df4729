// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.secret.SecretSource;
import java.util.List;

/** Secrets that were handed in on the command line. */
public interface Secrets extends SecretSource {
    /**
     * Tells what is wrong with the secrets that were asked for, never showing one.
     *
     * @return one line for each
     */
    List<String> warnings();

    /**
     * Returns no secrets.
     *
     * @return secrets that are all open
     */
    static Secrets none() {
        return new OpenSecrets();
    }
}
