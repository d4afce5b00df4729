// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.secret.Secret;
import java.util.List;
import java.util.Optional;

/** No secret was handed in. */
final class OpenSecrets implements Secrets {
    @Override
    public Optional<Secret> find(String site, String name) {
        return Optional.empty();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}
