// SPDX-License-Identifier: Apache-2.0
package dev.farstead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of figures that tests make; {@code -Dguide=update} rewrites it, except where CI is set. */
final class GuidePage {
    private static final Path FOLDER = Path.of("../src/guide/figures");

    private GuidePage() {}

    /** Checks that a page says what was measured. */
    static void says(String name, String expected) throws IOException {
        Path page = FOLDER.resolve(name);
        if ("update".equals(System.getProperty("guide"))) {
            assertThat(System.getenv("CI")).as("pages are not rewritten in CI").isNull();
            Files.createDirectories(FOLDER);
            Files.writeString(page, expected);
        }
        assertThat(page).exists();
        assertThat(Files.readString(page)).isEqualTo(expected);
    }
}
