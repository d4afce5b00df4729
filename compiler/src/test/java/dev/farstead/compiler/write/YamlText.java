// SPDX-License-Identifier: Apache-2.0
package dev.farstead.compiler.write;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for the raw text of every YAML file. */
final class YamlText {
    private YamlText() {}

    /** Checks that a text has no character that a reader could lose, no blank at an end of a line and no pair of surrogate escapes. */
    static void assertClean(String text) {
        assertThat(text).endsWith("\n").doesNotContain(" \n", "\t", "\r", "\\ud", "\\uD8", "\\uD9", "\\uDA", "\\uDB");
        assertThat(text.chars().filter(c -> c != '\n' && SpecialCharacters.contains((char) c)))
                .isEmpty();
    }
}
