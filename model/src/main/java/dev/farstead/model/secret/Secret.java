// SPDX-License-Identifier: Apache-2.0
package dev.farstead.model.secret;

/**
 * A secret text. Its {@code toString} does not show it, and it compares by identity, so that no equality check leaks it.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Wraps a secret text.
     *
     * @param text the secret, not empty
     * @return the secret
     * @throws IllegalArgumentException if it is empty: an open secret is an empty answer of {@link SecretSource#find}
     */
    public static Secret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(text);
    }

    /**
     * Returns the secret text itself: for the writers only.
     *
     * @return the text
     */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
