// SPDX-License-Identifier: Apache-2.0
package dev.farstead.schemas;

import java.util.Optional;

/**
 * A key of a distribution, or an argument of a component, whose value is a secret.
 *
 * @param name the key, or the argument without dashes
 * @param fileKey the key that takes the path of a file with the secret instead
 * @param component the component whose argument it is; empty for a key of the distribution
 * @param source repository, tag and path, and the document where there is one
 */
public record SecretKey(String name, Optional<String> fileKey, Optional<String> component, String source) {
    static SecretKey read(JsonRecord fact) {
        return new SecretKey(
                fact.text("name"), fact.optionalText("fileKey"), fact.optionalText("component"), fact.source());
    }
}
