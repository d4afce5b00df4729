// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import dev.farstead.model.secret.Secret;
import dev.farstead.model.secret.SecretSource;
import java.util.Optional;

/**
 * The secrets of the caller. Where its code fails, its own words are not passed on: they may hold the secret.
 *
 * @param source the caller's source
 */
record AskedSecrets(SecretSource source) implements SecretSource {
    @Override
    @SuppressWarnings("UnusedException") // the cause may show a secret
    public Optional<Secret> find(String site, String name) {
        try {
            return source.find(site, name);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the secret source failed for `" + name + "` with "
                    + e.getClass().getName());
        }
    }

    @Override
    public String toString() {
        return "AskedSecrets[hidden]";
    }
}
