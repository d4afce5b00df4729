// SPDX-License-Identifier: Apache-2.0
package dev.farstead.cli.in;

import dev.farstead.model.secret.Secret;
import java.util.Optional;

/** How a stored text becomes a secret. */
final class SecretText {
    private SecretText() {}

    /** Takes away the line end that editors and {@code echo} add; an empty text is no secret. */
    static Optional<Secret> of(String stored) {
        String text = stored;
        if (text.endsWith("\n")) {
            text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
    }
}
