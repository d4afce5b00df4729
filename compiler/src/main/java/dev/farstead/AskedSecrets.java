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
        Optional<Secret> answer;
        try {
            answer = source.find(site, name);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // Code that is not ours may throw a checked exception too.
            throw failed(name, e.getClass().getName());
        }
        if (answer == null) {
            throw failed(name, "null as its answer");
        }
        return answer;
    }

    private static IllegalStateException failed(String name, String with) {
        return new IllegalStateException("the secret source failed for `" + name + "` with " + with);
    }

    @Override
    public String toString() {
        return "AskedSecrets[hidden]";
    }
}
