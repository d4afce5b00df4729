// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.read;

import java.util.Optional;

/** What a text can have although no output file can hold it, from an escape or from the caller: NUL, and half a surrogate pair. */
public final class Unwritable {
    private Unwritable() {}

    /**
     * Finds such a character.
     *
     * @param text any text
     * @return the name of the first one, in words
     */
    public static Optional<String> find(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("a NUL character");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    i++;
                } else {
                    return Optional.of("half a surrogate pair");
                }
            }
        }
        return Optional.empty();
    }
}
