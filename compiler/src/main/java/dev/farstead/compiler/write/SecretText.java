// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import dev.farstead.compiler.emit.tree.OutputSecret;

/** Gives the text that stands for a secret in an output file. */
@FunctionalInterface
interface SecretText {
    /**
     * Returns the text to write.
     *
     * @param secret the secret
     * @return the text
     */
    String text(OutputSecret secret);

    /** Returns what stands for a secret where digests are taken: {@code secret:<name>}, whether or not the secret is known. */
    static String referenceTo(OutputSecret secret) {
        return "secret:" + secret.name();
    }

    /** Returns references in the place of all secrets. */
    static SecretText reference() {
        return SecretText::referenceTo;
    }

    /**
     * Returns the text that stands in a file while a secret is open. No consumer takes it for a value: it is no token, and as a password
     * hash it names an unknown method, so nobody logs in with it. It begins with {@code $} because the stage engine takes a password that
     * doesn't for clear text and hashes it, at one time even the {@code !} of a locked account (mudler/entities, commit 071b2235fc40,
     * pkg/entities/shadow.go; since 68348bae0f49 not that). It has no colon because that ends a field of {@code /etc/shadow}.
     *
     * @param secret the open secret
     * @return a text of letters, digits and {@code $ - .}
     */
    static String placeholder(OutputSecret secret) {
        StringBuilder text = new StringBuilder("$secret-not-given$");
        String name = secret.name();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean portable = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
            text.append(portable ? c : '-');
        }
        return text.toString();
    }
}
